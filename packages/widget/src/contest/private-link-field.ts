import { buttonStyles, reset } from "@veche/ui";
import { html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { msg, updateWhenLocaleChanges } from "@lit/localize";
import { formStyles } from "./form-styles.ts";
import { laterStyles } from "./later-styles.ts";
import { privateLink } from "./private-link.ts";

/** The private link of an entry, to copy. */
@customElement("veche-private-link")
export class VechePrivateLink extends LitElement {
  static override styles = [reset, buttonStyles, formStyles, laterStyles];

  @property({ attribute: false }) entry!: { readonly id: string; readonly token: string };
  @state() private copied = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override render() {
    return html`<div class="field">
      <label for="link">${msg("Личная ссылка на заявку")}</label>
      <p class="hint" id="hint">
        ${msg("Сохраните её и не показывайте другим: по ней видно решение и можно отозвать работу.")}
      </p>
      <div class="copy">
        <input
          id="link"
          readonly
          .value=${privateLink(location.href, this.entry)}
          aria-describedby="hint"
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
        <button type="button" class="button" @click=${this.#copy}>
          <span role="status"> ${this.copied ? msg("Скопировано") : msg("Скопировать")} </span>
        </button>
      </div>
    </div>`;
  }

  /** Pages without HTTPS have no clipboard: then the link stands selected, ready for the keyboard. */
  async #copy() {
    const input = this.renderRoot.querySelector("input");
    try {
      await navigator.clipboard.writeText(input?.value ?? "");
      this.copied = true;
    } catch {
      input?.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-private-link": VechePrivateLink;
  }
}
