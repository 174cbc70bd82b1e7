import { css } from "lit";

/** Looks of the entry form and of what comes after it. */
export const formStyles = css`
  .sections,
  .send,
  fieldset,
  .drop,
  .consent,
  .field {
    grid-template-columns: minmax(0, 1fr);
  }
  .button {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .sections,
  .send {
    display: grid;
    gap: 1.25rem;
  }
  .send {
    margin-block-start: 1.25rem;
    gap: 0.75rem;
  }
  fieldset {
    display: grid;
    gap: 1rem;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0;
    font-size: 1.15em;
    font-weight: 600;
  }
  h3 {
    font-size: 1.25em;
    line-height: 1.25;
  }
  h3:focus {
    outline: none;
  }
  h4 {
    font-size: 1em;
  }
  .pair {
    display: grid;
    gap: 1rem;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
  }
  .field {
    display: grid;
    gap: 0.25rem;
    align-content: start;
  }
  label,
  .label,
  summary {
    font-weight: 500;
  }
  .optional {
    color: var(--_text-2);
    font-weight: 400;
  }
  .hint,
  .optional {
    font-size: max(14px, 0.9em);
  }
  .hint {
    color: var(--_text-2);
  }
  input:not([type="radio"], [type="checkbox"], [type="file"]) {
    inline-size: 100%;
    min-block-size: var(--_touch);
    padding: 0.4em 0.7em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
  }
  .narrow input {
    max-inline-size: 6em;
  }
  [aria-invalid="true"]:not([role]),
  .at-fault {
    border-color: var(--_danger) !important;
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .fault {
    color: var(--_danger);
    font-weight: 500;
  }
  .age-group:empty {
    display: none;
  }
  .age-group {
    margin-block-start: -0.5rem;
    color: var(--_on-accent-soft);
  }
  .choice {
    display: flex;
    gap: 0.65rem;
    align-items: flex-start;
    min-block-size: var(--_touch);
    padding: 0.55rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    cursor: pointer;
  }
  .choice > :last-child {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .choice strong {
    display: block;
    font-weight: 500;
  }
  .choice .hint {
    display: block;
    font-weight: 400;
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_on-accent-soft);
  }
  .choice:has(:checked) .hint {
    color: inherit;
  }
  .choice input {
    flex: none;
    inline-size: 1.35rem;
    block-size: 1.35rem;
    margin-block-start: 0.05rem;
    accent-color: var(--_accent);
  }
  details > summary {
    min-block-size: var(--_touch);
    padding-block: 0.6rem;
    color: var(--_link);
    cursor: pointer;
  }
  .more > * + * {
    margin-block-start: 1rem;
  }
  .more > .hint {
    margin-block-start: 0;
  }
  .consent {
    display: grid;
    gap: 0.35rem;
  }
  .consent.at-fault {
    border: 1px solid;
    border-radius: var(--_radius-small);
    padding: 0.5rem;
  }
  .written {
    padding: 0.75rem 1rem;
    border-radius: var(--_radius-small);
    background: var(--_surface-2);
  }
  .drop {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    border: 2px dashed var(--_line-strong);
    border-radius: var(--_radius-small);
    background: var(--_surface-2);
  }
  .drop.over {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .acts .button {
    flex: 0 1 auto;
  }
  .wide {
    inline-size: 100%;
    min-block-size: 3.25rem;
    font-size: 1.05em;
  }
  @media (pointer: fine) {
    .camera {
      display: none;
    }
  }
`;
