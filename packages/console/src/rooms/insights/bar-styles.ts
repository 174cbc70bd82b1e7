import { css } from "lit";

export const barStyles = css`
  tbody :is(th, td) {
    padding-block: 4px;
  }
  tbody th {
    color: var(--lumo-body-text-color);
    font-weight: 400;
  }
  .drawn {
    width: 38%;
    min-width: 80px;
  }
  .bar {
    height: 10px;
    min-width: 2px;
    border-radius: 3px;
    background: var(--lumo-primary-color-50pct);
  }
  .bar.part {
    height: 6px;
    margin-top: 2px;
    background: var(--lumo-primary-color);
  }
`;
