import { css } from "lit";

export const answerFieldStyles = css`
  :host {
    display: grid;
    gap: 4px;
  }
  .label {
    color: var(--lumo-secondary-text-color);
    font-size: var(--lumo-font-size-s);
    font-weight: 500;
  }
  .box {
    min-width: 0;
    border: 1px solid var(--console-field-line);
    border-radius: 8px;
    background: var(--lumo-base-color);
  }
  .box[data-invalid] {
    border-color: var(--lumo-error-text-color);
  }
  .box:focus-within {
    border-color: var(--lumo-primary-text-color);
  }
  .tools {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 4px;
    border-bottom: 1px solid var(--console-line);
    border-radius: 8px 8px 0 0;
    background: var(--lumo-base-color);
  }
  .tools button {
    display: grid;
    place-items: center;
    width: 32px;
    height: 36px;
    padding: 0;
    border: 0;
    border-radius: 6px;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .tools button:hover:not(:disabled) {
    background: var(--console-hover);
  }
  .tools button[aria-pressed="true"] {
    background: var(--console-accent-soft);
    color: var(--lumo-primary-text-color);
  }
  .tools button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  .box > .row {
    padding: 4px 10px;
    border-bottom: 1px solid var(--console-line);
  }
  .address {
    align-items: flex-end;
  }
  .tiptap {
    min-height: 240px;
    padding: 10px 14px;
    outline: none;
    font-size: var(--lumo-font-size-m);
    line-height: 1.5;
    white-space: break-spaces;
    overflow-wrap: anywhere;
    font-variant-ligatures: none;
  }
  .tiptap > * + * {
    margin-block-start: 0.6em;
  }
  .tiptap :is(h1, h2, h3, h4, h5, h6) {
    font-size: inherit;
    font-weight: 600;
  }
  .tiptap :is(ul, ol) {
    padding-inline-start: 1.5em;
  }
  .tiptap a {
    color: var(--lumo-primary-text-color);
    text-decoration: underline;
  }
  .tiptap code {
    padding: 0.1em 0.3em;
    border-radius: 4px;
    background: var(--console-hover);
  }
  .tiptap table {
    border-collapse: collapse;
  }
  .tiptap :is(td, th) {
    position: relative;
    min-width: 80px;
    padding: 6px 10px;
    border: 1px solid var(--console-line);
    text-align: start;
    vertical-align: top;
  }
  .tiptap .selectedCell {
    background: var(--console-accent-soft);
  }
  .ProseMirror-selectednode {
    outline: 2px solid var(--lumo-primary-text-color);
  }
`;
