import { css } from "lit";

/** Looks of a picked picture, of the sending, and of what comes after them. */
export const laterStyles = css`
  textarea {
    inline-size: 100%;
    padding: 0.5em 0.7em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    line-height: 1.45;
    resize: vertical;
  }
  .receipt {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .upright,
  .copy {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .preview {
    display: grid;
    place-items: center;
  }
  .preview canvas {
    max-inline-size: 100%;
    max-block-size: min(24rem, 60vh);
    border-radius: var(--_radius-small);
  }
  .upright {
    justify-content: space-between;
  }
  .copy input {
    flex: 1 1 12rem;
  }
  .under-way {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.5rem;
    align-items: center;
  }
  .under-way .button {
    grid-column: 1 / -1;
    justify-self: start;
  }
  progress {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 0.6rem;
    accent-color: var(--_accent);
  }
  .own {
    display: grid;
    gap: 0.75rem;
  }
  /* Copied letter by letter, perhaps into a phone: it stays in one piece. */
  .code {
    white-space: nowrap;
    user-select: all;
  }
`;
