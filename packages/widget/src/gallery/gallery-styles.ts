import { css } from "lit";

export const galleryStyles = css`
  .scaled {
    gap: 1rem;
  }
  /* What stands below it waits below the fold until the number of works is known. */
  .scaled[aria-busy="true"] {
    min-block-size: 100svh;
    align-content: start;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  .filters label {
    display: grid;
    flex: 1 1 12rem;
    gap: 0.25rem;
    max-inline-size: 22rem;
    font-weight: 500;
  }
  select {
    inline-size: 100%;
    min-block-size: var(--_touch);
    padding: 0 0.6em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    text-overflow: ellipsis;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(12rem, 45%), 1fr));
    gap: 1rem 0.75rem;
  }
  :host([data-letters]) .grid {
    grid-template-columns: repeat(auto-fill, minmax(min(10em, 100%), 1fr));
  }
  .tile {
    display: block;
    inline-size: 100%;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    overflow: hidden;
    cursor: zoom-in;
  }
  .tile veche-picture,
  .blank {
    aspect-ratio: 1;
    border-radius: var(--_radius-small);
  }
  .in-words {
    display: block;
    aspect-ratio: 1;
    padding: 0.9em 1em;
    border-radius: var(--_radius-small);
    background: var(--_accent-soft);
    color: var(--_on-accent-soft);
    line-height: 1.4;
    text-align: start;
    white-space: pre-line;
    overflow: hidden;
    overflow-wrap: anywhere;
    /* What does not fit fades instead of being cut through a line. */
    mask-image: linear-gradient(#000 75%, transparent 96%);
  }
  .blank {
    background: var(--_surface-2);
  }
  .caption {
    padding-block-start: 0.4rem;
    line-height: 1.3;
  }
  .title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    /* One line or two, the row is as high. */
    min-block-size: 2.6em;
    font-weight: 500;
  }
  .author {
    color: var(--_text-2);
    font-size: max(14px, 0.9em);
  }
  .award {
    color: var(--_accent);
    font-weight: 500;
  }
  .vote-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.75rem 1rem;
    border-radius: var(--_radius-small);
    background: var(--_accent-soft);
  }
  .vote-bar p {
    flex: 1 1 18rem;
  }
  .vote-only {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: var(--_touch);
  }
  .vote-only input {
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_accent);
  }
  .vote {
    inline-size: 100%;
    padding-inline: 0.2em;
    margin-block-start: 0.4rem;
  }
  .vote-failed {
    color: var(--_danger);
    font-size: max(14px, 0.9em);
  }
  .words-blank {
    block-size: calc(2.6em + max(14px, 0.9em) * 1.3 + 0.4rem);
  }
  .more {
    justify-self: center;
    min-inline-size: min(20rem, 100%);
  }
  .empty {
    padding: 2rem 1rem;
    border: 1px dashed var(--_line-strong);
    border-radius: var(--_radius);
    color: var(--_text-2);
    text-align: center;
  }
`;
