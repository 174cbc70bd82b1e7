import { css, unsafeCSS } from "lit";

/** Every line is as high as any other: so a long list needs no measuring. */
export const LINE_PX = 62;
export const HEADING_PX = 36;
const px = (pixels: number) => unsafeCSS(`${pixels}px`);

export const queueListStyles = css`
  :host {
    height: 100%;
    overflow-y: auto;
    overflow-anchor: none;
  }
  section {
    position: relative;
  }
  h2 {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    gap: 8px;
    height: ${px(HEADING_PX)};
    padding: 10px 16px 6px;
    background: var(--lumo-base-color);
    color: var(--lumo-secondary-text-color);
    font-size: var(--lumo-font-size-s);
  }
  .count {
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .nobody {
    padding: 2px 16px 8px;
  }
  ul {
    position: absolute;
    inset-inline: 0;
    list-style: none;
  }
  li {
    height: ${px(LINE_PX)};
    contain: strict;
  }
  button {
    display: block;
    width: 100%;
    height: 100%;
    padding: 0 16px;
    border: 0;
    border-inline-start: 3px solid transparent;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  button:hover {
    background: var(--console-hover);
  }
  button[aria-current="true"] {
    border-inline-start-color: var(--lumo-primary-color);
    background: var(--console-chosen);
  }
  button:focus-visible {
    outline-offset: -2px;
  }
  .preview,
  .facts {
    display: block;
    overflow: clip;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .unread .preview {
    font-weight: 600;
  }
  .facts {
    margin-top: 3px;
    color: var(--lumo-secondary-text-color);
    font-size: var(--lumo-font-size-xs);
  }
  .facts > span {
    display: inline;
    margin-inline-end: 4px;
  }
  .long {
    color: var(--lumo-error-text-color);
    font-weight: 600;
  }
  .facts > .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--lumo-primary-color);
  }
`;
