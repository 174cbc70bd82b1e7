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
  @media print {
    .veche {
      padding: 0;
    }
  }
`;
