import { css } from "lit";

export const editorStyles = css`
  :host {
    display: grid;
    gap: 12px;
  }
  header {
    position: sticky;
    top: -20px;
    z-index: 2;
    margin-top: -20px;
    padding: 20px 0 8px;
    background: var(--console-page);
  }
  summary {
    padding: 12px 16px;
    cursor: pointer;
  }
  summary h2 {
    display: inline;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(270px, 100%), 1fr));
    align-items: end;
    gap: 8px 14px;
    padding: 0 16px 16px;
  }
  .whole {
    grid-column: 1 / -1;
  }
  .number {
    min-width: 7em;
  }
  vaadin-text-area {
    max-height: 24em;
  }
  .rows,
  .document {
    display: grid;
    justify-items: start;
    gap: 8px;
  }
  .document > vaadin-text-field,
  .document > vaadin-text-area {
    width: 100%;
  }
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    width: 100%;
    padding: 8px 0 8px 12px;
    border: 1px solid var(--console-line);
    border-radius: 10px;
  }
  .entry .fields {
    padding: 0;
  }
  .acts {
    display: flex;
    align-items: start;
  }
  .choice {
    display: grid;
    gap: 4px;
    color: var(--lumo-secondary-text-color);
    font-size: var(--lumo-font-size-s);
  }
  select {
    width: 100%;
    min-height: 36px;
    padding: 4px 10px;
    border: 1px solid var(--console-field-line);
    border-radius: 8px;
    background: var(--lumo-base-color);
    color: var(--lumo-body-text-color);
    font: inherit;
  }
  .problems {
    padding: 12px 16px;
    border-color: var(--lumo-warning-text-color);
  }
  .problems ul {
    margin-top: 6px;
    padding-inline-start: 1.3em;
  }
  .problems a {
    display: inline-block;
    padding-block: 3px;
  }
  .ready {
    padding: 10px 16px;
    border-radius: 10px;
    background: var(--console-success-soft);
    color: var(--lumo-success-text-color);
  }
  @media (max-width: 860px) {
    header {
      position: static;
      margin-top: 0;
      padding-top: 0;
    }
  }
`;
