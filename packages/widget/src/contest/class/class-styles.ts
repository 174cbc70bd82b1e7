import { css } from "lit";

export const classStyles = css`
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .work + .work {
    margin-block-start: 0.75rem;
  }
  @media (min-width: 40rem) {
    .work {
      grid-template-columns: 10rem minmax(0, 1fr);
    }
  }
  .picture {
    display: grid;
    gap: 0.5rem;
    align-content: start;
    justify-items: center;
  }
  .picture canvas {
    max-inline-size: 100%;
    max-block-size: 12rem;
    border-radius: var(--_radius-small);
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 6em;
    gap: 0.75rem;
    align-content: start;
  }
  .fields > .whole {
    grid-column: 1 / -1;
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
  .how li + li {
    margin-block-start: 0.35em;
  }
  ol {
    padding-inline-start: 1.5em;
  }
  .numbers {
    display: grid;
    gap: 0.25rem;
  }
`;
