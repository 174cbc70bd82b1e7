import type { Campaign } from "@veche/protocol";
import { buttonStyles, noticeStyles, reset } from "@veche/ui";
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { msg, str, updateWhenLocaleChanges } from "@lit/localize";
import type { Address } from "../requests/ask.ts";
import { consentsSection } from "./consents-section.ts";
import { drawingSection } from "./drawing-section.ts";
import type { FormPlace } from "./entry-faults.ts";
import { EntrySession, type PlaceFault, type Progress } from "./entry-session.ts";
import { faultText, problemText, unfitText } from "./fault-texts.ts";
import { type FormView, idOf } from "./field.ts";
import { formStyles } from "./form-styles.ts";
import { authorSection, guardianSection } from "./people-sections.ts";
import type { Submitted } from "./submit-once.ts";

/** What `veche-entry-submitted` tells. */
export interface EntrySubmittedDetail {
  readonly id: string;
  readonly number: number;
  /** The campaign's slug. */
  readonly campaign: string;
}

/** Of a form that was accepted: for the element around it, not for the page. */
export type EntryAcceptedEvent = CustomEvent<Submitted>;

/**
 * A parent's five minutes: the work, the author, the adult, the consents, the number.
 *
 * @fires veche-entry-submitted - the server has the entry; detail `{ id, number, campaign }`
 * @fires entry-accepted - likewise, with the entry and its token; does not leave the campaign's element
 */
@customElement("veche-entry-form")
export class VecheEntryForm extends LitElement {
  static override styles = [reset, buttonStyles, noticeStyles, formStyles];

  @property({ attribute: false }) campaign!: Campaign;
  @property({ attribute: false }) address!: Address;

  readonly #session = new EntrySession(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override render() {
    const { progress } = this.#session;
    if (progress.kind === "accepted") {
      return html`<veche-entry-receipt
        .submitted=${progress.submitted}
        .campaign=${this.campaign}
        .preview=${this.#session.drawing?.seen?.preview}
        .locale=${this.address.locale}
        @entry-next=${this.#next}
      ></veche-entry-receipt>`;
    }
    return this.#form(progress);
  }

  #form(progress: Progress) {
    const session = this.#session;
    const isBusy = progress.kind === "sending" || progress.kind === "waiting";
    const view = this.#view();
    return html`<form novalidate @submit=${this.#submit}>
      <div class="sections" ?inert=${isBusy}>
        ${drawingSection({
          drawing: session.drawing,
          isOpening: session.opensDrawing,
          maxMb: this.campaign.limits.maxFileMb,
          fault: view.faultAt("drawing"),
          onPick: (file) => void session.pick(file),
          onTurn: () => session.turn(),
        })}
        ${authorSection(view, this.campaign, this.address.locale)} ${guardianSection(view)}
        ${consentsSection({
          consents: this.campaign.consents,
          agreed: session.agreed,
          faultAt: view.faultAt,
          onAgree: (purpose, isGiven) => session.agree(purpose, isGiven),
        })}
      </div>
      <div class="send">${this.#send(progress, isBusy)}</div>
    </form>`;
  }

  #send(progress: Progress, isBusy: boolean) {
    const missing = this.#session.faults.size;
    return html`${
      progress.kind === "refused"
        ? html`<p class="notice" data-tone="danger" role="alert">${problemText(progress.problem)}</p>`
        : missing > 0
          ? html`<p class="notice" data-tone="danger" role="alert">
              ${msg(str`Осталось поправить: ${missing}. Эти места отмечены в форме.`)}
            </p>`
          : nothing
    }
    ${
      isBusy
        ? this.#underWay(progress)
        : html`<button class="button primary wide" type="submit">
              ${
                progress.kind === "refused" && !progress.problem.decided
                  ? msg("Отправить ещё раз")
                  : msg("Отправить работу")
              }
            </button>
            <p class="hint">${msg("Введённое хранится на этом устройстве, пока вы не отправите работу.")}</p>`
    }`;
  }

  #underWay(progress: Progress) {
    const share = progress.kind === "sending" ? progress.share : undefined;
    const percent = Math.floor((share ?? 0) * 100);
    const words =
      share === undefined
        ? msg("Связь прервалась. Ждём и пробуем ещё раз…")
        : share < 1
          ? msg("Отправляем работу")
          : msg("Работа дошла, проверяем файл…");
    return html`<div class="under-way">
      <p id="under-way" role="status">${words}</p>
      <span aria-hidden="true">${share !== undefined && share < 1 ? `${percent} %` : nothing}</span>
      <progress aria-labelledby="under-way" max="100" .value=${percent}></progress>
      <button type="button" class="button" @click=${() => this.#session.stop()}>${msg("Остановить")}</button>
    </div>`;
  }

  #view(): FormView {
    const session = this.#session;
    return {
      valueOf: (name) => session.values[name],
      onWrite: (name, value) => session.write(name, value),
      opensMore: session.opensMore,
      faultAt: (place) => {
        const fault = session.faults.get(place);
        return fault && this.#words(fault);
      },
    };
  }

  #words(fault: PlaceFault): string {
    if ("told" in fault) return fault.told;
    if ("unfit" in fault) return unfitText(fault.unfit, this.campaign.limits.maxFileMb);
    return faultText(fault, this.campaign);
  }

  async #submit(event: Event) {
    event.preventDefault();
    // Fetched while the picture travels: the end page must not need the network again.
    void import("./entry-receipt.ts");
    const place = await this.#session.submit();
    await this.updateComplete;
    if (place) this.#lookAt(place);
    const { progress } = this.#session;
    if (progress.kind === "accepted") this.#announce(progress.submitted);
  }

  #announce(submitted: Submitted) {
    this.dispatchEvent(new CustomEvent("entry-accepted", { detail: submitted }) satisfies EntryAcceptedEvent);
    const { id, number } = submitted.entry;
    const detail: EntrySubmittedDetail = { id, number, campaign: this.campaign.slug };
    this.dispatchEvent(new CustomEvent("veche-entry-submitted", { detail, bubbles: true, composed: true }));
  }

  #lookAt(place: FormPlace) {
    const control = this.renderRoot.querySelector<HTMLElement>(`#${idOf(place)}`);
    control?.closest("details")?.setAttribute("open", "");
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: "center" });
  }

  async #next() {
    this.#session.next();
    await this.updateComplete;
    this.#lookAt("drawing");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-entry-form": VecheEntryForm;
  }
  interface HTMLElementEventMap {
    "veche-entry-submitted": CustomEvent<EntrySubmittedDetail>;
  }
}
