import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

export const noticeStyles = css`
  .notice {
    padding: 0.65em 0.9em;
    border: 1px solid var(--_tone, var(--_line));
    border-radius: var(--_radius-small);
    background: var(--_tone-soft, var(--_surface-2));
    color: var(--_text);
  }
  .notice[data-tone="warning"] {
    --_tone: var(--_warning);
    --_tone-soft: var(--_warning-soft);
  }
  .notice[data-tone="danger"] {
    --_tone: var(--_danger);
    --_tone-soft: var(--_danger-soft);
  }
  .notice[data-tone="success"] {
    --_tone: var(--_success);
    --_tone-soft: var(--_success-soft);
  }
`;

/**
 * A short word to the reader inside an element that carries the tokens.
 *
 * @slot - what is said
 */
@customElement("veche-notice")
export class VecheNotice extends LitElement {
  static override styles = [
    css`
      :host {
        display: block;
      }
    `,
    noticeStyles,
  ];
  /** `danger` interrupts a screen reader, the others wait their turn. */
  @property() tone: "plain" | "success" | "warning" | "danger" = "plain";

  protected override render() {
    return html`<div
      class="notice"
      data-tone=${this.tone}
      role=${this.tone === "danger" ? "alert" : "status"}
    >
      <slot></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-notice": VecheNotice;
  }
}
