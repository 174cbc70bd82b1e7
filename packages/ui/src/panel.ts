import { css } from "lit";

/**
 * An element that stands in the page's text paints its own surface: the page may be light for ever, while the
 * reader's device is dark.
 */
export const panelStyles = css`
  .veche {
    padding: clamp(0.75rem, 3vw, 1.5rem);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  /* Large letters on a narrow phone break long words rather than the page. */
  .scaled {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .button {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .notice > p + p {
    margin-block-start: 0.6em;
  }
  @media print {
    .veche {
      padding: 0;
    }
  }
`;
