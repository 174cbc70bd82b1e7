import { css } from "lit";

export const announcementStyles = css`
  .page {
    max-width: 860px;
    margin: 0;
  }
  console-campaign-choice vaadin-select {
    width: min(520px, 100%);
  }
  .note,
  .act,
  .list {
    padding: 14px 18px;
  }
  .act {
    display: grid;
    justify-items: start;
    gap: 10px;
  }
  .act label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
  }
  .act .moment {
    flex-wrap: wrap;
    padding-inline-start: 26px;
  }
  input[type="datetime-local"] {
    min-height: 36px;
    padding: 4px 8px;
    border: 1px solid var(--console-field-line);
    border-radius: 8px;
    background: var(--lumo-base-color);
    color: inherit;
    font: inherit;
  }
  .confirm {
    max-height: 50dvh;
    overflow-y: auto;
  }
`;
