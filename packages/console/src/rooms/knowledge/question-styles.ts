import { css } from "lit";

export const questionsStyles = css`
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 4fr) minmax(0, 5fr);
    gap: 8px;
  }
  .filters vaadin-select {
    min-width: 0;
    width: 100%;
  }
  li > button {
    grid-template-columns: minmax(0, 1fr);
  }
  .words {
    overflow-wrap: anywhere;
  }
  .facts {
    align-items: center;
  }
  .facts > * {
    flex: none;
  }
  .facts > .suggested {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-width: 860px) {
    /* The bar above says it. */
    h1 {
      display: none;
    }
  }
`;

export const questionStyles = css`
  .answered {
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  :host {
    display: grid;
    gap: 16px;
    max-width: 760px;
  }
  header {
    display: flex;
    align-items: flex-start;
    gap: 8px;
  }
  header .grow {
    flex: 1;
    min-width: 0;
  }
  h1 {
    overflow-wrap: anywhere;
  }
  .close {
    display: none;
  }
  .panel {
    display: grid;
    gap: 12px;
    padding: 14px 18px 18px;
  }
  .offered {
    display: grid;
    gap: 6px;
    border: 0;
    margin: 0;
    padding: 0;
  }
  .offered label {
    display: flex;
    gap: 8px;
    align-items: baseline;
    padding: 6px 8px;
    border-radius: 8px;
    cursor: pointer;
  }
  .offered label:hover {
    background: var(--console-hover);
  }
  .offered .quiet {
    margin-inline-start: auto;
    white-space: nowrap;
  }
  legend {
    padding: 0;
    color: var(--lumo-secondary-text-color);
    font-size: var(--lumo-font-size-s);
  }
  [theme~="primary"] kbd {
    border-color: currentcolor;
    background: none;
    color: inherit;
  }
  vaadin-combo-box,
  vaadin-text-field,
  vaadin-text-area {
    width: 100%;
  }
  @media (max-width: 860px) {
    .close {
      display: grid;
    }
  }
`;
