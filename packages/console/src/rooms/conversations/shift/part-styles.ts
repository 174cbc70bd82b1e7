import { css } from "lit";

/** A part of a page that scrolls as a whole. */
export const partStyles = css`
  :host {
    height: auto;
    padding: 0;
    overflow: visible;
  }
  .panel {
    padding: 12px 16px;
  }
  h2 {
    padding-bottom: 4px;
  }
`;
