import { css } from "lit";

/**
 * Cuts the host page's styles off. `:host` wins over a page's `!important`, and `all: initial` on the first
 * element inside stops what a page's `*` rule would hand down by inheritance. Underlines are not inherited but
 * drawn through everything in the flow: an inline block stops them.
 */
export const reset = css`
  :host {
    display: block !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-transform: none !important;
    text-indent: 0 !important;
    text-decoration: none !important;
    visibility: visible !important;
  }
  :host::before,
  :host::after {
    content: none !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .veche {
    all: initial;
    color-scheme: inherit;
    display: inline-block;
    inline-size: 100%;
    vertical-align: top;
    box-sizing: border-box;
    color: var(--_text);
    font-family: var(--_font);
    font-size: medium;
    line-height: 1.45;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    overflow-wrap: break-word;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .scaled {
    font-size: calc(1em * var(--_letters, 1));
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul[role="list"],
  ol[role="list"] {
    list-style: none;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  a {
    color: var(--_link);
    text-underline-offset: 0.15em;
  }
  img,
  svg {
    display: block;
    max-inline-size: 100%;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .for-readers {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
`;
