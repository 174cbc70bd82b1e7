import type { Campaign } from "@veche/protocol";
import { buttonStyles, noticeStyles, reset } from "@veche/ui";
import { type CSSResult, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { msg, str, updateWhenLocaleChanges } from "@lit/localize";
import type { Address } from "../requests/ask.ts";
import { ageIn } from "../campaigns/age-groups.ts";
import { consentsSection } from "./consents-section.ts";
import { drawingSection } from "./drawing-section.ts";
import { EntrySession, type Progress } from "./entry-session.ts";
import { type FormPlace, type FormView, idOf } from "./field.ts";
import { formStyles } from "./form-styles.ts";
import { authorSection, guardianSection } from "./people-sections.ts";
import type { Submitted } from "./sending/submit-once.ts";

/** What `veche-entry-submitted` tells. */
export interface EntrySubmittedDetail {
  readonly id: string;
  readonly number: number;
  /** The campaign's slug. */
  readonly campaign: string;
}

/** Of a work that was received: for the element around it, not for the page. */
export type EntryReceivedEvent = CustomEvent<Submitted>;

/**
 * A parent's five minutes: the work, the author, the adult, the consents, the number.
 *
 * @fires veche-entry-submitted - the server has the entry; detail `{ id, number, campaign }`
 * @fires entry-received - likewise, with the entry and its token; does not leave the campaign's element
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

  dress({ styleSheet }: CSSResult): void {
    const root = this.renderRoot as ShadowRoot;
    if (styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }

  protected override render() {
    const { progress } = this.#session;
    if (progress.kind === "received") {
      return html`<veche-entry-receipt
        .submitted=${progress.submitted}
        .campaign=${this.campaign}
        .preview=${this.#session.picture.drawing?.seen?.preview}
        .locale=${this.address.locale}
        @entry-next=${this.#next}
        >${msg(str`Работа получена. Номер ${progress.submitted.entry.number}`)}</veche-entry-receipt
      >`;
    }
    return this.#form(progress);
  }

  #form(progress: Progress) {
    const session = this.#session;
    const isBusy = progress.kind === "sending" || progress.kind === "waiting";
    const view = this.#view();
    const words = session.later?.workInWords(view, this.campaign.work, session.picture);
    return html`<form novalidate @submit=${this.#submit}>
      <div class="sections" ?inert=${isBusy}>
        ${words?.section}
        ${drawingSection({
          chosen: session.picture.view,
          isOpening: session.picture.isOpening,
          maxMb: this.campaign.limits.maxFileMb,
          beside: words?.beside,
          fault: view.faultAt("drawing"),
          onPick: (file) => session.pick(file),
        })}
        ${authorSection(view, this.campaign, this.address.locale)} ${guardianSection(view)}
        ${consentsSection({
          consents: this.campaign.consents,
          agreed: session.agreed,
          age: ageIn(session.values.authorAge),
          before: session.agreedBefore,
          later: session.later,
          locale: this.address.locale,
          faultAt: view.faultAt,
          onAgree: (purpose, isGiven) => session.agree(purpose, isGiven),
          onAgreeAsBefore: (isGiven) => session.agreeAsBefore(isGiven),
        })}
      </div>
      <div class="send">${this.#send(progress, isBusy)}</div>
    </form>`;
  }

  #send(progress: Progress, isBusy: boolean) {
    const session = this.#session;
    const missing = session.faults.size;
    return html`${
      progress.kind === "refused"
        ? html`<p class="notice" data-tone="danger" role="alert">${progress.words()}</p>`
        : missing > 0
          ? html`<p class="notice" data-tone="danger" role="alert">
              ${msg(str`Осталось поправить: ${missing}. Эти места отмечены в форме.`)}
            </p>`
          : nothing
    }
    ${
      isBusy
        ? session.later?.underWay(progress, () => session.stop())
        : html`<button class="button primary wide" type="submit">
              ${
                progress.kind === "refused" && !progress.decided
                  ? msg("Отправить ещё раз")
                  : msg("Отправить работу")
              }
            </button>
            <p class="hint">${msg("Введённое хранится на этом устройстве, пока вы не отправите работу.")}</p>`
    }`;
  }

  #view(): FormView {
    const session = this.#session;
    return {
      valueOf: (name) => session.values[name],
      onWrite: (name, value) => session.write(name, value),
      opensMore: session.opensMore,
      faultAt: (place) => session.faults.get(place)?.(),
    };
  }

  async #submit(event: Event) {
    event.preventDefault();
    // Fetched while the picture travels: the end page must not need the network again. Without it the number is said.
    void import("./entry-receipt.ts").catch(() => undefined);
    const place = await this.#session.submit();
    await this.updateComplete;
    if (place) this.#lookAt(place);
    const { progress } = this.#session;
    if (progress.kind === "received") this.#announce(progress.submitted);
  }

  #announce(submitted: Submitted) {
    this.dispatchEvent(new CustomEvent("entry-received", { detail: submitted }) satisfies EntryReceivedEvent);
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
