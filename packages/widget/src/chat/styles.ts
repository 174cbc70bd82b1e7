import { css } from "lit";
import { composerStyles } from "./composer-styles.ts";
import { messageStyles } from "./message-styles.ts";

const panelStyles = css`
  :host {
    display: contents !important;
  }
  dialog {
    position: fixed;
    z-index: 2147483001;
    inset: auto 20px 88px auto;
    inline-size: min(400px * var(--_letters, 1), 100vw - 40px);
    block-size: min(640px * var(--_letters, 1), 100dvh - 108px);
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    overflow: hidden;
    animation: rise 0.16s ease-out;
  }
  :host([position="left"]) dialog {
    inset: auto auto 88px 20px;
  }
  dialog.whole {
    inset: var(--_view-top, 0) 0 auto 0;
    inline-size: 100%;
    block-size: var(--_view-height, 100dvh);
    border: 0;
    border-radius: 0;
    box-shadow: none;
  }
  [part="badge"] {
    position: absolute;
    inset: -4px -4px auto auto;
    padding: 0 7px;
    border-radius: 11px;
    background: #ab1f1f;
    color: #fff;
    font: 600 14px/22px system-ui;
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 12px;
    }
  }
  .veche {
    block-size: 100%;
  }
  .panel {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: hidden auto;
  }
  .panel > :not(.said) {
    flex: none;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    padding: 8px 4px 8px 16px;
    border-block-end: 1px solid var(--_line);
  }
  .who {
    flex: 1 1 8em;
    min-inline-size: 0;
  }
  h2,
  h3 {
    font-size: 1.06em;
    font-weight: 700;
    line-height: 1.25;
  }
  .tools {
    display: flex;
  }
  .status,
  .small,
  .mark,
  .quietly {
    color: var(--_text-2);
    font-size: 0.875em;
  }
  .drawer {
    max-block-size: 50%;
    padding: 12px 16px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface-2);
    overflow: auto;
  }
  .said {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 8em;
  }
  #log {
    position: relative;
    flex: 1;
    padding: 16px;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  #log:focus-visible {
    outline-offset: -3px;
  }
  .newest {
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 8px;
    inline-size: fit-content;
    margin-inline: auto;
    border-radius: 22px;
    box-shadow: var(--_shadow);
  }
  .face {
    padding: 0 16px;
  }
  .face > * {
    margin-block: 4px 8px;
  }
  @media print {
    dialog {
      display: none;
    }
  }
`;

export const chatStyles = [panelStyles, messageStyles, composerStyles];
