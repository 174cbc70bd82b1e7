import { msg, updateWhenLocaleChanges } from "@lit/localize";
import { buttonStyles, reset } from "@veche/ui";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { mendPicture } from "../campaigns/campaign-client.ts";
import type { Address } from "../requests/ask.ts";
import { Problem } from "../requests/problem.ts";
import { ACCEPTED } from "./accepted-files.ts";
import type { OwnedEntry } from "./own-entries.ts";
import { problemText } from "./sending/fault-texts.ts";

/**
 * Another picture of a work that was asked to be mended, without filling the form again.
 *
 * @fires picture-mended - detail is the entry as it stands now
 */
@customElement("veche-mended-picture")
export class VecheMendedPicture extends LitElement {
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

  @property({ attribute: false }) address!: Address;
  @property({ attribute: false }) owned!: OwnedEntry;

  @state() private isSending = false;
  @state() private problem: Problem | undefined;
  /** Kept while it could not be sent. */
  #file: File | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

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
              <button type="button" class="button" ?disabled=${isSending} @click=${() => void this.#send()}>
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
    void this.#send();
  };

  async #send() {
    if (!this.#file) return;
    this.isSending = true;
    this.problem = undefined;
    try {
      const detail = await mendPicture(this.address, this.owned.id, this.owned.token, this.#file);
      this.dispatchEvent(new CustomEvent("picture-mended", { detail }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    } finally {
      this.isSending = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-mended-picture": VecheMendedPicture;
  }
}
