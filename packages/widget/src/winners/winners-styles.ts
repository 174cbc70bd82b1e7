import { css } from "lit";

export const winnersStyles = css`
  .scaled,
  section {
    display: grid;
    gap: 1.25rem;
  }
  .scaled[aria-busy="true"] {
    min-block-size: 100svh;
    align-content: start;
  }
  section section {
    gap: 0.75rem;
  }
  h2 {
    font-size: 1.5em;
    line-height: 1.2;
  }
  h3 {
    font-size: 1.25em;
    line-height: 1.25;
  }
  h4 {
    color: var(--_text-2);
    font-size: 1em;
  }
  h4::first-letter {
    text-transform: uppercase;
  }
  .print {
    justify-self: start;
  }
  .when {
    color: var(--_text-2);
  }
  .groups {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr));
    align-items: start;
    gap: 1.25rem 2rem;
  }
  .podium {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
    gap: 1rem;
  }
  .winner {
    display: grid;
    grid-template-rows: auto 1fr;
    block-size: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }
  .look {
    display: block;
    inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    cursor: zoom-in;
  }
  .look:focus-visible {
    outline-offset: -4px;
  }
  veche-picture {
    aspect-ratio: 4 / 3;
  }
  .in-words {
    display: block;
    aspect-ratio: 4 / 3;
    padding: 1em 1.2em;
    background: var(--_surface-2);
    color: var(--_text);
    line-height: 1.45;
    text-align: start;
    white-space: pre-line;
    overflow: hidden;
    overflow-wrap: anywhere;
    mask-image: linear-gradient(#000 75%, transparent 96%);
  }
  @media print {
    .in-words {
      aspect-ratio: auto;
      mask-image: none;
    }
  }
  .words {
    display: grid;
    gap: 0.15rem;
    align-content: start;
    padding: 0.75rem 1rem;
  }
  .place {
    justify-self: start;
    padding: 0.1em 0.6em;
    border-radius: var(--_radius-small);
    background: var(--_accent-soft);
    color: var(--_on-accent-soft);
    font-weight: 600;
  }
  .title {
    font-weight: 600;
  }
  .author {
    color: var(--_text-2);
  }
  .calm {
    padding: 1rem 1.25rem;
    border-radius: var(--_radius);
    background: var(--_surface-2);
  }
  @media print {
    .print {
      display: none;
    }
    :host {
      color-scheme: light !important;
    }
    /* A box that stands in a line is not cut between pages: it would leave the first one empty. */
    .veche,
    .groups,
    .groups > section {
      display: block;
    }
    .groups > section + section {
      margin-block-start: 1rem;
    }
    .winner {
      break-inside: avoid;
    }
    h3,
    h4 {
      break-after: avoid;
    }
    .podium {
      grid-template-columns: repeat(3, 1fr);
    }
  }
`;
