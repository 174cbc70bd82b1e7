import { buttonStyles, noticeStyles, reset } from "@veche/ui";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { msg, updateWhenLocaleChanges } from "@lit/localize";
import { campaignPath } from "../campaigns/campaign-client.ts";
import { type Address, ask } from "../requests/ask.ts";
import { Problem } from "../requests/problem.ts";

type ReportReason = "not_own" | "personal" | "unsuitable" | "mistake" | "else";

/** Which published work is meant. */
export interface ReportedWork {
  readonly campaign: string;
  readonly number: number;
  /** ««Лужа-море», Варя К., 6 лет» */
  readonly said: string;
}

/** Of the words that go with a reason. */
const WORDS_MAX = 500;

/**
 * Asks what is wrong with a published work and tells the moderators. Nothing is asked of who says it.
 *
 * @fires report-close - focus is the opener's to give back
 */
@customElement("veche-report")
export class VecheReport extends LitElement {
  static override styles = [
    reset,
    buttonStyles,
    noticeStyles,
    css`
      dialog {
        inline-size: min(30rem, calc(100vw - 2rem));
        max-block-size: calc(100dvh - 2rem);
        margin: auto;
        padding: 1.25rem;
        border: 0;
        border-radius: var(--_radius);
        background: var(--_surface);
        color: var(--_text);
      }
      dialog::backdrop {
        background: #000a;
      }
      form {
        display: grid;
        gap: 0.75rem;
      }
      h2 {
        font-size: 1.15em;
      }
      fieldset {
        display: grid;
        padding: 0;
        border: 0;
      }
      legend {
        font-weight: 500;
      }
      fieldset label {
        display: flex;
        gap: 0.6em;
        align-items: center;
        min-block-size: var(--_touch);
      }
      input {
        inline-size: 1.25em;
        block-size: 1.25em;
        flex: none;
        accent-color: var(--_accent);
      }
      .words {
        display: grid;
        gap: 0.25rem;
      }
      textarea {
        inline-size: 100%;
        min-block-size: 5em;
        padding: 0.5em 0.6em;
        border: 1px solid var(--_line-strong);
        border-radius: var(--_radius-small);
        background: var(--_surface);
        color: var(--_text);
        font: inherit;
      }
      .quiet {
        color: var(--_text-2);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) address!: Address;
  @property({ attribute: false }) work!: ReportedWork;
  @state() private reason: ReportReason | undefined;
  @state() private words = "";
  @state() private stage: "asking" | "sending" | "received" = "asking";
  @state() private problem = "";

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override firstUpdated() {
    this.#dialog?.showModal();
  }

  protected override render() {
    return html`<dialog
      aria-labelledby="report"
      @close=${() => this.dispatchEvent(new Event("report-close"))}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      ${this.stage === "received" ? this.#thanks() : this.#form()}
    </dialog>`;
  }

  #thanks() {
    return html`<form method="dialog">
      <h2 id="report" tabindex="-1">${msg("Спасибо, сообщение у модератора")}</h2>
      <p role="status">${msg("Он посмотрит работу. Если с ней что-то не так, её поправят или уберут.")}</p>
      <div class="acts"><button class="button primary">${msg("Закрыть")}</button></div>
    </form>`;
  }

  #form() {
    const needsWords = this.reason === "else";
    return html`<form @submit=${(event: Event) => void this.#send(event)}>
      <h2 id="report">${msg("Что не так с этой работой?")}</h2>
      <p class="quiet">${this.work.said}</p>
      <fieldset>
        <legend>${msg("Причина")}</legend>
        ${reasons().map(
          ([reason, name]) =>
            html`<label
              ><input
                type="radio"
                name="reason"
                required
                .checked=${this.reason === reason}
                @change=${() => (this.reason = reason)}
              />${name}</label
            >`,
        )}
      </fieldset>
      <label class="words"
        >${needsWords ? msg("Напишите, что не так") : msg("Подробности, если хотите")}
        <textarea
          maxlength=${WORDS_MAX}
          ?required=${needsWords}
          .value=${this.words}
          @input=${(event: Event) => (this.words = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      <p class="quiet">${msg("Кто сообщил, мы не спрашиваем и не храним.")}</p>
      ${this.problem ? html`<p class="notice" data-tone="danger" role="alert">${this.problem}</p>` : nothing}
      <div class="acts">
        <button class="button primary" ?disabled=${this.stage === "sending"}>${msg("Сообщить")}</button>
        <button type="button" class="button" @click=${() => this.#dialog?.close()}>${msg("Отмена")}</button>
      </div>
    </form>`;
  }

  async #send(event: Event) {
    event.preventDefault();
    const { reason, work } = this;
    if (!reason || this.stage === "sending") return;
    this.stage = "sending";
    this.problem = "";
    try {
      const path = `${campaignPath(work.campaign)}/entries/${work.number}/reports`;
      const words = this.words.trim();
      await ask(this.address, path, { method: "POST", body: { reason, ...(words && { words }) } });
      this.stage = "received";
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>("#report")?.focus();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.stage = "asking";
      this.problem = problem.detail ?? msg("Сообщение не ушло. Проверьте связь и отправьте ещё раз.");
    }
  }

  get #dialog() {
    return this.renderRoot.querySelector("dialog");
  }
}

const reasons = (): [ReportReason, string][] => [
  ["not_own", msg("Это не работа этого автора")],
  ["personal", msg("Видны личные данные: телефон, адрес, лицо")],
  ["unsuitable", msg("Такому не место на детском конкурсе")],
  ["mistake", msg("Ошибка в имени или названии")],
  ["else", msg("Другое")],
];

declare global {
  interface HTMLElementTagNameMap {
    "veche-report": VecheReport;
  }
}
