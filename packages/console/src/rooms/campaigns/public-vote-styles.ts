import { css } from "lit";

export const publicVoteStyles = css`
  :host {
    display: grid;
    gap: 16px;
    height: auto;
    overflow: visible;
    padding: 0;
  }
  h2 {
    margin: 8px 0;
    font-size: var(--lumo-font-size-l);
  }
  td.number {
    text-align: start;
  }
  .row {
    flex-wrap: wrap;
  }
`;
