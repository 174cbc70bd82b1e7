import { css } from "lit";

/** How rendered Markdown looks inside an element with the class `prose`. */
export const proseStyles = css`
  .prose > * + * {
    margin-block-start: 0.6em;
  }
  .prose :is(ul, ol) {
    padding-inline-start: 1.4em;
  }
  .prose ul {
    list-style: disc;
  }
  .prose a[href^="tel:"] {
    white-space: nowrap;
  }
  .prose li + li {
    margin-block-start: 0.25em;
  }
  .prose .heading {
    font-weight: 700;
  }
  .prose code {
    padding: 0.1em 0.3em;
    border-radius: 4px;
    background: var(--_surface-2);
    font-family: ui-monospace, monospace;
  }
  .prose .table {
    overflow-x: auto;
  }
  .prose table {
    border-collapse: collapse;
  }
  .prose :is(th, td) {
    padding: 0.3em 0.6em;
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
`;
