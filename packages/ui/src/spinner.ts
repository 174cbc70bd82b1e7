import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

/** Shows that something is under way, once it has taken long enough to be noticed. */
@customElement("veche-spinner")
export class VecheSpinner extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.5em;
      color: var(--_text-2);
    }
    .wheel {
      inline-size: 1.15em;
      block-size: 1.15em;
      border: 2px solid var(--_line);
      border-block-start-color: var(--_accent);
      border-radius: 50%;
      animation: turn 0.9s linear infinite;
    }
    @keyframes turn {
      to {
        rotate: 1turn;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .wheel {
        animation: none;
      }
    }
  `;
  /** What is under way, in words: it is shown and read out. */
  @property() label = "";

  protected override render() {
    return html`<span class="wheel" aria-hidden="true"></span><span role="status">${this.label}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-spinner": VecheSpinner;
  }
}
