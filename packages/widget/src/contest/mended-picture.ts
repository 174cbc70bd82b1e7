import { msg } from "@lit/localize";
import { buttonStyles, reset } from "@veche/ui";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { mendPicture } from "../campaigns/campaign-client.ts";
import { ACCEPTED } from "./accepted-files.ts";
import { OwnEntryElement } from "./own-entry-element.ts";
import { problemText } from "./sending/fault-texts.ts";

/**
 * Another picture of a work that was asked to be mended, without filling the form again.
 *
 * @fires picture-mended - detail is the entry as it stands now
 */
@customElement("veche-mended-picture")
export class VecheMendedPicture extends OwnEntryElement {
  static override styles = [
    reset,
    buttonStyles,
    css`
      .parts {
        display: grid;
        gap: 0.5rem;
        justify-items: start;
      }
    `,
  ];

  /** Kept while it could not be sent. */
  #file: File | undefined;

  protected override render() {
    const { problem, isSending } = this;
    return html`<div class="parts">
      <p>${msg("Дело в снимке? Пришлите другой: номер, слова и согласия останутся.")}</p>
      <button type="button" class="button primary" ?disabled=${isSending} @click=${this.#choose}>
        ${isSending ? msg("Отправляем…") : msg("Выбрать другой снимок")}
      </button>
      <input type="file" hidden accept=${ACCEPTED} @change=${this.#picked} />
      ${
        problem
          ? html`<p role="alert">${problemText(problem)}</p>
              <button type="button" class="button" ?disabled=${isSending} @click=${() => void this.#mend()}>
                ${msg("Отправить ещё раз")}
              </button>`
          : nothing
      }
    </div>`;
  }

  #choose = () => this.renderRoot.querySelector("input")?.click();

  #picked = (event: Event) => {
    const input = event.target as HTMLInputElement;
    this.#file = input.files?.[0];
    // The same file picked again must be a change again.
    input.value = "";
    void this.#mend();
  };

  async #mend(): Promise<void> {
    const file = this.#file;
    if (file)
      await this.send("picture-mended", ({ id, token }) => mendPicture(this.address, id, token, file));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-mended-picture": VecheMendedPicture;
  }
}
