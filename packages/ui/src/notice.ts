import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { noticeStyles } from "./notice-styles.ts";

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
