import { css } from "lit";

/** Type, links and boxes that every page of the console shares. */
export const pageStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--lumo-body-text-color);
  }
  vaadin-text-field::part(label),
  vaadin-text-area::part(label),
  vaadin-combo-box::part(label) {
    white-space: normal;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  h1 {
    font-size: 1.25rem;
    font-weight: 600;
    line-height: 1.3;
  }
  h2 {
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.35;
  }
  h3 {
    font-size: var(--lumo-font-size-s);
    font-weight: 600;
  }
  a {
    color: var(--lumo-primary-text-color);
  }
  :where(a, button, input, textarea, select, pre, div):focus-visible:not([slot]) {
    outline: 2px solid var(--lumo-primary-text-color);
    outline-offset: 1px;
  }
  .icon {
    flex: none;
    vertical-align: middle;
  }
  .quiet {
    color: var(--lumo-secondary-text-color);
    font-size: var(--lumo-font-size-s);
  }
  .panel {
    background: var(--lumo-base-color);
    border: 1px solid var(--console-line);
    border-radius: 12px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .row > .grow {
    flex: 1 1 auto;
    min-width: 0;
  }
  /* A button that is an icon alone. */
  .square {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .square:hover:not([disabled]) {
    background: var(--console-hover);
  }
  .square[disabled] {
    opacity: 0.35;
    cursor: default;
  }
  .empty {
    padding: 32px 16px;
    text-align: center;
    color: var(--lumo-secondary-text-color);
  }
  .tag {
    display: inline-block;
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--console-hover);
    color: var(--lumo-body-text-color);
    font-size: var(--lumo-font-size-xs);
    white-space: nowrap;
  }
  .tag.warning {
    background: var(--console-warning-soft);
    color: var(--lumo-warning-text-color);
  }
  .tag.success {
    background: var(--console-success-soft);
    color: var(--lumo-success-text-color);
  }
  .tag.error {
    background: var(--console-error-soft);
    color: var(--lumo-error-text-color);
  }
  .tag.accent {
    background: var(--console-accent-soft);
    color: var(--lumo-primary-text-color);
  }
  .refusal {
    padding: 10px 12px;
    border-radius: 8px;
    background: var(--console-error-soft);
    color: var(--lumo-error-text-color);
  }
  kbd {
    padding: 1px 6px;
    border: 1px solid var(--console-line);
    border-bottom-width: 2px;
    border-radius: 5px;
    background: var(--lumo-base-color);
    font: inherit;
    font-size: var(--lumo-font-size-xs);
    white-space: nowrap;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** A page that scrolls as a whole, under its heading. */
export const documentStyles = css`
  :host {
    height: 100%;
    overflow: auto;
    padding: 20px 24px 48px;
  }
  .page {
    display: grid;
    gap: 16px;
    max-width: 1200px;
    margin: 0 auto;
  }
  .page > * {
    min-width: 0;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--lumo-font-size-s);
  }
  caption {
    padding: 0 0 8px;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 8px 10px;
    border-bottom: 1px solid var(--console-line);
    text-align: start;
    vertical-align: middle;
  }
  th {
    color: var(--lumo-secondary-text-color);
    font-weight: 500;
  }
  td.number,
  th.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .scroll {
    position: relative;
    overflow-x: auto;
  }
  @media (max-width: 860px) {
    /* The bar above says it. */
    .page > h1,
    .page > .row > h1 {
      display: none;
    }
  }
  @media (max-width: 640px) {
    :host {
      padding: 12px 12px 32px;
    }
  }
`;
