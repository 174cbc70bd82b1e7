import { css } from "lit";

export const inboxStyles = css`
  :host {
    height: 100%;
  }
  .columns {
    display: grid;
    grid-template-columns: 300px minmax(0, 1fr) 320px;
    height: 100%;
  }
  .queue {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-inline-end: 1px solid var(--console-line);
    background: var(--lumo-base-color);
  }
  .queue header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 4px;
    padding: 12px 8px 4px 14px;
  }
  .queue h1 {
    min-width: 0;
    /* “Conversations” stands whole beside four tools. */
    font-size: 1rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .tools {
    display: flex;
    flex: none;
    gap: 2px;
  }
  .keys[aria-pressed="true"] {
    background: var(--console-chosen);
    color: var(--lumo-primary-text-color);
  }
  .keys {
    display: grid;
    place-items: center;
    width: 32px;
    height: 36px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--lumo-secondary-text-color);
    cursor: pointer;
  }
  .keys:hover {
    background: var(--console-hover);
  }
  console-queue-list {
    flex: 1;
    min-height: 0;
  }
  .nothing {
    grid-column: 2 / 4;
    place-self: center;
    color: var(--lumo-secondary-text-color);
  }
  .card {
    min-height: 0;
    overflow-y: auto;
    padding: 16px;
    border-inline-start: 1px solid var(--console-line);
    background: var(--lumo-base-color);
  }
  .card .back {
    display: none;
    margin-bottom: 8px;
  }
  @media (max-width: 1180px) {
    .columns {
      grid-template-columns: 300px minmax(0, 1fr);
    }
    .nothing {
      grid-column: 2;
    }
    .card,
    [data-showing="card"] console-conversation-view {
      display: none;
    }
    [data-showing="card"] .card {
      display: block;
    }
    .card .back {
      display: inline-block;
    }
  }
  @media (max-width: 860px) {
    /* The bar above says it already. */
    .queue h1 {
      font-size: 0;
    }
  }
  @media (max-width: 720px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .nothing,
    .columns:not([data-showing="queue"]) .queue {
      display: none;
    }
  }
`;
