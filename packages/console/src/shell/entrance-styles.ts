import { css } from "lit";

/** A door of the console: one panel in the middle of the page, its fields and buttons one under another. */
export const entranceStyles = css`
  :host {
    display: grid;
    place-items: center;
    min-height: 100%;
    padding: 24px 16px;
  }
  form {
    display: grid;
    gap: 14px;
    width: min(380px, 100%);
    padding: 28px;
    box-shadow: var(--console-shadow);
  }
  vaadin-button {
    width: 100%;
  }
  vaadin-password-field-button {
    min-width: 24px;
    min-height: 24px;
  }
  console-preferences {
    justify-self: center;
  }
`;
