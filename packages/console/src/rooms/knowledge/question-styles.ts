import { css } from "lit";

export const questionsStyles = css`
  .filters {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .filters vaadin-select {
    min-width: 0;
    width: 100%;
  }
  .words {
    overflow-wrap: anywhere;
  }
  .facts {
    align-items: center;
  }
  .suggested {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

export const questionStyles = css`
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
    place-items: center;
    width: 40px;
    height: 40px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: inherit;
    cursor: pointer;
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
