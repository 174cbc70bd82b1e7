import { css } from "lit";

export const toolsStyles = css`
  .kit,
  .emoji {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    font-size: 0.875em;
  }
  .kit .button {
    padding-inline: 8px;
  }
  .kit p {
    flex-basis: 100%;
    padding-inline: 8px;
  }
  .glyph {
    font-size: 1.4em;
    line-height: 1;
  }
  .emoji {
    max-block-size: 8.5em;
    overflow: hidden auto;
  }
  .emoji .button {
    inline-size: auto;
    min-inline-size: var(--_touch);
    padding-inline: 4px;
    font-size: 1.5em;
  }
  .tray {
    max-block-size: 40vh;
    overflow: hidden auto;
  }
  .tray li {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-block-start: 8px;
  }
  .tray canvas {
    flex: none;
    inline-size: 56px;
    block-size: 56px;
    border-radius: var(--_radius-small);
    background: var(--_surface-2);
    object-fit: cover;
  }
  .tray .state {
    flex: 1;
    min-inline-size: 0;
    font-size: 0.875em;
  }
  .tray progress {
    display: block;
    inline-size: 100%;
    accent-color: var(--_accent);
  }
  .tray [role="alert"] {
    color: var(--_danger);
  }
  .shots {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 4px;
    max-inline-size: 92%;
  }
  .shot {
    display: block;
    min-inline-size: var(--_touch);
    min-block-size: var(--_touch);
    padding: 0;
    border: 0;
    border-radius: var(--_radius-bubble);
    background: var(--_surface-2);
    overflow: hidden;
    cursor: zoom-in;
  }
  .shot canvas {
    display: block;
    inline-size: auto;
    block-size: auto;
    max-inline-size: min(240px, 100%);
    max-block-size: 240px;
  }
  .shots + .bubble {
    margin-block-start: 4px;
  }
  dialog.shown {
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    border-radius: 0;
  }
  .shown .veche {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    padding: 8px;
  }
  .shown .tools {
    gap: 8px;
    align-self: end;
  }
  .shown canvas {
    flex: 0 1 auto;
    min-block-size: 0;
    max-inline-size: 100%;
    object-fit: contain;
  }
`;
