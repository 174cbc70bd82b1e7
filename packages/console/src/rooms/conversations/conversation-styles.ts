import { css } from "lit";

export const conversationStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    height: 100%;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 4px;
    min-height: 52px;
    padding: 6px 12px;
    border-bottom: 1px solid var(--console-line);
    background: var(--lumo-base-color);
  }
  header .grow {
    flex: 1;
    padding-inline-start: 4px;
  }
  .back,
  header .card {
    display: none;
  }
  .messages {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-height: 0;
    overflow-y: auto;
    padding: 16px;
  }
  .messages:focus-visible {
    outline-offset: -2px;
  }
  .messages > :first-child {
    margin-top: auto;
  }
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    max-width: min(640px, 88%);
    padding: 10px 14px;
    border-radius: 16px 16px 16px 4px;
    background: var(--console-resident);
    overflow-wrap: anywhere;
  }
  .pictures {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 4px;
  }
  .pictures img {
    display: block;
    inline-size: auto;
    block-size: auto;
    max-inline-size: min(240px, 100%);
    max-block-size: 240px;
    border-radius: var(--lumo-border-radius-m);
  }
  article.said {
    align-self: flex-end;
    border-radius: 16px 16px 4px 16px;
    background: var(--console-accent-soft);
  }
  article.assistant {
    border: 1px solid var(--console-line);
    background: var(--lumo-base-color);
  }
  article.refused {
    background: var(--console-error-soft);
  }
  article.internal {
    align-self: stretch;
    max-width: none;
    border: 1px dashed var(--console-line);
    border-radius: 10px;
    background: var(--console-warning-soft);
  }
  .looking {
    margin-inline-start: 8px;
  }
  .plain {
    white-space: pre-wrap;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    color: var(--lumo-secondary-text-color);
    font-size: var(--lumo-font-size-xs);
  }
  .facts button {
    padding: 0;
    border: 0;
    background: none;
    color: var(--lumo-primary-text-color);
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
  .system {
    align-self: center;
    max-width: 90%;
    color: var(--lumo-secondary-text-color);
    font-size: var(--lumo-font-size-s);
    text-align: center;
  }
  .replies {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .replies .tag {
    border-radius: 10px;
    white-space: normal;
  }
  .below {
    align-self: center;
    margin-top: -40px;
    margin-bottom: 4px;
    padding: 6px 14px;
    border: 0;
    border-radius: 999px;
    background: var(--lumo-primary-color);
    color: var(--lumo-primary-contrast-color);
    font: inherit;
    font-size: var(--lumo-font-size-s);
    box-shadow: var(--console-shadow);
    cursor: pointer;
    z-index: 1;
  }
  .typing {
    height: 1.5em;
    padding: 0 16px;
    color: var(--lumo-secondary-text-color);
    font-size: var(--lumo-font-size-xs);
  }
  footer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 8px 12px 12px;
    border-top: 1px solid var(--console-line);
    background: var(--lumo-base-color);
  }
  footer.note {
    padding: 16px;
    color: var(--lumo-secondary-text-color);
    text-align: center;
  }
  @media (max-width: 1180px) {
    header .card {
      display: inline-block;
    }
  }
  @media (max-width: 720px) {
    .back {
      display: grid;
    }
    header {
      padding: 4px;
    }
    header vaadin-button {
      padding-inline: 8px;
    }
    .messages {
      padding: 12px;
    }
  }
`;
