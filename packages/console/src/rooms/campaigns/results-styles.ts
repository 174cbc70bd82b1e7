import { css } from "lit";

export const resultsStyles = css`
  :host(console-results-group) {
    height: auto;
    overflow: visible;
    padding: 0;
  }
  .top console-campaign-choice,
  .top vaadin-select {
    width: min(520px, 100%);
  }
  .top {
    align-items: flex-end;
  }
  .panel {
    padding: 12px 16px;
  }
  th:nth-child(1) {
    width: 36%;
  }
  th:nth-child(2) {
    width: 22%;
  }
  th:nth-child(3) {
    width: 9%;
  }
  .work {
    display: flex;
    align-items: center;
    gap: 10px;
    min-width: 180px;
  }
  .thumbnail {
    flex: none;
    display: block;
    width: 64px;
    height: 48px;
    border-radius: 6px;
    background: var(--console-hover);
    overflow: hidden;
  }
  .thumbnail img {
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .award {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    min-width: 160px;
  }
  select,
  input {
    min-height: 36px;
    padding: 4px 8px;
    border: 1px solid var(--console-field-line);
    border-radius: 8px;
    background: var(--lumo-base-color);
    color: inherit;
    font: inherit;
  }
  select {
    width: 130px;
  }
  input {
    flex: 1 1 140px;
    min-width: 0;
  }
  .seal {
    position: sticky;
    top: -20px;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 12px 16px;
    border: 1px solid var(--console-line);
    border-radius: 12px;
    background: var(--lumo-base-color);
    box-shadow: var(--console-shadow);
  }
  .seal .grow {
    flex: 1;
  }
`;
