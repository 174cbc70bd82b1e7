import { css } from "lit";

/** Looks of a campaign around its form. */
export const contestStyles = css`
  .scaled {
    gap: 1.5rem;
    max-inline-size: 48rem;
  }
  header,
  section {
    display: grid;
    gap: 0.75rem;
  }
  h2 {
    font-size: 1.6em;
    line-height: 1.2;
    text-wrap: balance;
  }
  h3 {
    font-size: 1.25em;
    line-height: 1.25;
  }
  .hint {
    color: var(--_text-2);
    font-size: max(14px, 0.9em);
  }
  section > .hint:has(> .button) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
  }
  .phase {
    justify-self: start;
    padding: 0.4em 0.9em;
    border-radius: var(--_radius);
    background: var(--_surface-2);
    font-weight: 600;
  }
  .phase[data-phase="open"] {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .dates {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    gap: 0.75rem 1.5rem;
  }
  dt {
    color: var(--_text-2);
    font-size: max(14px, 0.9em);
  }
  dd {
    font-weight: 500;
  }
  dd .hint {
    font-weight: 400;
  }
  .nominations,
  .prizes {
    display: grid;
    gap: 0.5rem;
  }
  .nominations {
    grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
  }
  .nominations li {
    padding: 0.75rem 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
  }
  .nominations .hint {
    display: block;
  }
  .prizes li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.5rem;
  }
  .prizes li > :last-child {
    flex: 1 1 10em;
    min-inline-size: 0;
  }
  .place {
    flex: 0 0 5em;
    color: var(--_link);
    font-weight: 600;
  }
  summary {
    min-block-size: var(--_touch);
    padding-block: 0.6rem;
    color: var(--_link);
    font-weight: 500;
    cursor: pointer;
  }
  .written {
    padding: 1rem 1.25rem;
    border-radius: var(--_radius-small);
    background: var(--_surface-2);
  }
  .enter {
    justify-self: start;
  }
  #enter:focus {
    outline: none;
  }
`;
