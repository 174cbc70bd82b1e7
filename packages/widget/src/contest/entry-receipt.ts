import type { Campaign } from "@veche/protocol";
import { buttonStyles, noticeStyles, reset } from "@veche/ui";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { msg, str, updateWhenLocaleChanges } from "@lit/localize";
import { momentInWords } from "../campaigns/dates-in-words.ts";
import { chatCode } from "./chat-code.ts";
import { formStyles } from "./form-styles.ts";
import { laterStyles } from "./later-styles.ts";
import type { Submitted } from "./sending/submit-once.ts";
import "./private-link-field.ts";

/**
 * The end page: the number, the private link, what happens next.
 *
 * @fires entry-next - the reader wants to send another work
 */
@customElement("veche-entry-receipt")
export class VecheEntryReceipt extends LitElement {
  static override styles = [
    reset,
    buttonStyles,
    noticeStyles,
    formStyles,
    laterStyles,
    css`
      :host {
        outline: none;
      }
      ol {
        padding-inline-start: 1.5em;
      }
      li + li {
        margin-block-start: 0.35em;
      }
    `,
  ];

  @property({ attribute: false }) submitted!: Submitted;
  @property({ attribute: false }) campaign!: Campaign;
  /** The picture as this device has it: the server's own is not public before the check. */
  @property({ attribute: false }) preview: HTMLCanvasElement | undefined;
  @property() locale = "ru";

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override firstUpdated() {
    this.renderRoot.querySelector<HTMLElement>("h3")?.focus();
    this.scrollIntoView({ block: "nearest" });
  }

  protected override render() {
    const { entry, token, asSentEarlier } = this.submitted;
    return html`<div class="receipt">
      <h3 tabindex="-1">${msg(str`Работа получена. Номер ${entry.number}`)}</h3>
      ${
        asSentEarlier
          ? html`<p class="notice" data-tone="warning">
              ${msg("Она дошла ещё в первый раз, до обрыва связи, поэтому последних правок в ней нет. Если они важны, отзовите заявку и отправьте работу снова.")}
            </p>`
          : nothing
      }
      ${
        this.preview
          ? html`<div class="preview" role="img" aria-label=${entry.title}>${this.preview}</div>`
          : nothing
      }
      <p>
        ${chatCode(entry.code)}<br />
        ${msg("Назовите в чате номер и код, и помощник скажет, что с работой.")}
      </p>
      <veche-private-link .entry=${{ id: entry.id, token }}></veche-private-link>
      <h4>${msg("Что дальше")}</h4>
      <ol>
        ${this.#steps().map((step) => html`<li>${step}</li>`)}
      </ol>
      <div class="acts">
        <button
          class="button primary"
          type="button"
          @click=${() => this.dispatchEvent(new Event("entry-next"))}
        >
          ${msg("Отправить ещё одну работу")}
        </button>
        <p class="hint">${msg("Другого ребёнка или этого же. Ваши контакты повторять не придётся.")}</p>
      </div>
    </div>`;
  }

  #steps(): string[] {
    const { dates, timeZone } = this.campaign;
    const calendar = { locale: this.locale, timeZone };
    const steps = [
      msg("Модератор проверит работу за несколько дней. Решение появится по личной ссылке."),
      msg("Допущенную работу оценит жюри."),
    ];
    if (dates.announceAt) {
      const day = momentInWords(dates.announceAt, new Date(), calendar);
      steps.push(msg(str`Итоги объявим ${day}.`));
    }
    return steps;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-entry-receipt": VecheEntryReceipt;
  }
}
