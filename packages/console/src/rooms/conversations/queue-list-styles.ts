import { css } from "lit";

export const queueListStyles = css`
  :host {
    height: 100%;
    overflow-y: auto;
    padding-bottom: 16px;
  }
  h2 {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    gap: 8px;
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
    list-style: none;
  }
  li {
    content-visibility: auto;
    contain-intrinsic-size: auto 64px;
  }
  button {
    display: grid;
    gap: 3px;
    width: 100%;
    padding: 9px 16px;
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
  .preview {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .unread .preview {
    font-weight: 600;
  }
  .facts {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    color: var(--lumo-secondary-text-color);
    font-size: var(--lumo-font-size-xs);
    white-space: nowrap;
  }
  .long {
    color: var(--lumo-error-text-color);
    font-weight: 600;
  }
  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--lumo-primary-color);
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;
