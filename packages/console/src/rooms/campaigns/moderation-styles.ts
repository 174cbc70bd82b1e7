import { css } from "lit";

export const moderationStyles = css`
  .page {
    max-width: none;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
  }
  .filters > * {
    min-width: min(220px, 100%);
  }
  console-campaign-choice,
  console-campaign-choice vaadin-select {
    flex: 1 1 320px;
    width: 100%;
    max-width: 520px;
  }
  .acts {
    position: sticky;
    top: -20px;
    z-index: 5;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    padding: 8px 14px;
    border: 1px solid var(--console-line);
    border-radius: 12px;
    background: var(--lumo-base-color);
    box-shadow: var(--console-shadow);
  }
  .keys {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--lumo-secondary-text-color);
    cursor: pointer;
  }
  .acts kbd {
    color: var(--lumo-body-text-color);
  }
  @media (max-width: 720px) {
    .acts {
      position: fixed;
      inset: auto 8px 8px;
    }
    .acts kbd,
    .keys {
      display: none;
    }
  }
`;
