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
  .confirm {
    max-height: 50dvh;
    overflow-y: auto;
  }
`;
