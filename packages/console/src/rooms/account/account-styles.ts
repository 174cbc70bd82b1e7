import { css } from "lit";

/** One matter of the account: a heading, what is so now, and what can be done. */
export const cardStyles = css`
  :host {
    display: grid;
    gap: 12px;
    padding: 18px 20px;
    border: 1px solid var(--console-line);
    border-radius: 12px;
    background: var(--lumo-base-color);
  }
  form,
  .stack {
    display: grid;
    gap: 10px;
    justify-items: start;
  }
  vaadin-password-field,
  vaadin-text-field {
    width: min(360px, 100%);
  }
  vaadin-password-field-button {
    min-width: 24px;
    min-height: 24px;
  }
  ul {
    display: grid;
    gap: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 8px 0;
    border-top: 1px solid var(--console-line);
  }
  li .grow {
    flex: 1 1 200px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(130px, 1fr));
    gap: 6px 16px;
    width: 100%;
    font:
      1rem/1.5 ui-monospace,
      monospace;
  }
  .qr {
    display: block;
    width: 200px;
    height: 200px;
    border-radius: 8px;
    background: #fff;
  }
  code {
    overflow-wrap: anywhere;
  }
`;
