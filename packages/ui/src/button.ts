import { css } from "lit";

/**
 * Looks of native buttons and of links that act like one: `.button` with `.primary`, `.quiet` or `.danger`;
 * `.icon` for a square one, whose name is an `aria-label`.
 */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: var(--_touch);
    padding: 0.35em 1em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    text-align: center;
    text-decoration: none;
    line-height: 1.25;
    cursor: pointer;
    transition: background-color 0.12s;
  }
  .button:hover {
    background: var(--_surface-2);
  }
  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .button.primary:hover {
    background: var(--_accent-hover);
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--_link);
  }
  .button.quiet:hover {
    background: var(--_accent-soft);
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .button.icon {
    inline-size: var(--_touch);
    block-size: var(--_touch);
    flex: none;
    padding: 0;
  }
  .button:disabled,
  .button[aria-disabled="true"] {
    opacity: 0.55;
    cursor: default;
  }
  :host([data-colours]) :is(.button:not(.primary):hover, a:hover) {
    text-decoration: underline 2px;
  }
`;
