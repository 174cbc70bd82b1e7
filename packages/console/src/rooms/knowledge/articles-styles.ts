import { css } from "lit";

export const articlesStyles = css`
  :host {
    height: 100%;
  }
  .columns {
    display: grid;
    grid-template-columns: 340px minmax(0, 1fr);
    height: 100%;
  }
  .list {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-inline-end: 1px solid var(--console-line);
    background: var(--lumo-base-color);
  }
  header {
    display: grid;
    gap: 8px;
    padding: 14px 16px 10px;
    border-bottom: 1px solid var(--console-line);
  }
  .search {
    flex-wrap: nowrap;
  }
  .search vaadin-select {
    width: 84px;
  }
  ul {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    list-style: none;
  }
  li {
    content-visibility: auto;
    contain-intrinsic-size: auto 62px;
  }
  .more {
    padding: 8px 16px;
    text-align: center;
  }
  li > button {
    display: grid;
    gap: 3px;
    width: 100%;
    padding: 9px 16px;
    border: 0;
    border-inline-start: 3px solid transparent;
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
  }
  li > button:hover {
    background: var(--console-hover);
  }
  li > button[aria-current="true"] {
    border-inline-start-color: var(--lumo-primary-color);
    background: var(--console-chosen);
  }
  li > button:focus-visible {
    outline-offset: -2px;
  }
  .facts {
    display: flex;
    gap: 8px;
    color: var(--lumo-secondary-text-color);
    font-size: var(--lumo-font-size-xs);
  }
  .article,
  .trying {
    min-width: 0;
    min-height: 0;
    overflow-y: auto;
    padding: 16px 24px 48px;
  }
  .trying {
    display: grid;
    align-content: start;
    max-width: 720px;
  }
  @media (max-width: 860px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    [data-showing="article"] .list,
    [data-showing="list"] .trying {
      display: none;
    }
    .article {
      padding: 8px 12px 32px;
    }
  }
`;
