import type { Campaign, OwnEntry } from "@veche/protocol";
import { buttonStyles, noticeStyles, reset } from "@veche/ui";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { msg, str, updateWhenLocaleChanges } from "@lit/localize";
import { ownEntryOf, withdrawEntry } from "../campaigns/campaign-client.ts";
import { entryStateText } from "../campaigns/campaign-texts.ts";
import type { Address } from "../requests/ask.ts";
import { Problem } from "../requests/problem.ts";
import { chatCode } from "./chat-code.ts";
import { deviceStorage } from "./device-storage.ts";
import { problemText } from "./sending/fault-texts.ts";
import { formStyles } from "./form-styles.ts";
import { laterStyles } from "./later-styles.ts";
import { createOwnEntries, isOf, type OwnedEntry } from "./own-entries.ts";
import "./private-link-field.ts";

/** What is known of an own entry: asked for, told by the server, or not told. */
type Known = "asking" | OwnEntry | Problem;

/**
 * The entries sent from this device, or opened on it by a private link: their state, link and withdrawal.
 *
 * @fires entry-to-mend - one of them is awaited mended at this time
 */
@customElement("veche-own-entries")
export class VecheOwnEntries extends LitElement {
  static override styles = [
    reset,
    buttonStyles,
    noticeStyles,
    formStyles,
    laterStyles,
    css`
      li {
        display: grid;
        gap: 0.4rem;
        justify-items: start;
        padding: 0.75rem 1rem;
        border: 1px solid var(--_line);
        border-radius: var(--_radius-small);
      }
      li + li {
        margin-block-start: 0.5rem;
      }
      li > * {
        max-inline-size: 100%;
      }
      details {
        inline-size: 100%;
      }
      .notice {
        display: grid;
        gap: 0.75rem;
      }
      veche-parents-consent,
      veche-mended-picture,
      veche-invitation {
        inline-size: 100%;
      }
      veche-private-link {
        margin-block-end: 0.75rem;
      }
      .in-words {
        max-block-size: 12em;
        overflow: auto;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .state {
        color: var(--_text-2);
      }
      .state strong {
        color: var(--_text);
      }
    `,
  ];

  @property({ attribute: false }) campaign!: Campaign;
  @property({ attribute: false }) address!: Address;
  /** The entry that the page's address named, if it did. */
  @property({ attribute: false }) opened: OwnedEntry | undefined;

  @state() private known: ReadonlyMap<string, Known> = new Map();
  @state() private asksAbout: string | undefined;
  @state() private isWithdrawing = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has("campaign") || changed.has("address") || changed.has("opened")) {
      for (const entry of this.#shown) if (!this.known.has(entry.id)) void this.#ask(entry);
    }
  }

  /** Whoever followed a private link came for this, wherever on the page it stands. */
  protected override firstUpdated() {
    if (this.opened) this.scrollIntoView({ block: "center" });
  }

  protected override render() {
    const shown = this.#shown;
    if (shown.length === 0) return nothing;
    return html`<section class="own" aria-labelledby="own">
      <h3 id="own">${msg("Ваши заявки")}</h3>
      <ul role="list">
        ${repeat(
          shown,
          ({ id }) => id,
          (entry) => html`<li>${this.#card(entry)}</li>`,
        )}
      </ul>
    </section>`;
  }

  #card(entry: OwnedEntry) {
    const known = this.known.get(entry.id) ?? "asking";
    const number = known instanceof Problem || known === "asking" ? entry.number : known.number;
    const title = known instanceof Problem || known === "asking" ? entry.title : known.title;
    return html`<p>
        <strong>${title || msg("Заявка")}</strong>${number ? html` · ${msg(str`№ ${number}`)}` : nothing}
      </p>
      ${
        known === "asking"
          ? html`<p class="state" role="status">${msg("Узнаём, что с ней…")}</p>`
          : known instanceof Problem
            ? this.#unknown(entry, known)
            : this.#told(entry, known)
      }`;
  }

  #told(entry: OwnedEntry, told: OwnEntry) {
    const { state, reason, code, consentDue, notice } = told;
    if (state === "withdrawn") {
      return html`<p class="state" role="status">${msg("Заявка отозвана: работа и данные удалены.")}</p>
        ${this.#forgetButton(entry)}`;
    }
    const isToMend = state === "submitted" && reason !== undefined;
    return html`<p class="state">
        <strong
          >${consentDue ? msg("Ждёт согласия родителя") : isToMend ? msg("Нужно исправить") : entryStateText(state)}.</strong
        >
        ${
          state === "submitted" && !consentDue && !isToMend
            ? msg("Модератор посмотрит работу, решение появится здесь.")
            : nothing
        }
        ${reason ?? nothing} ${notice ?? nothing}
      </p>
      ${told.text ? html`<p class="in-words">${told.text}</p>` : nothing}
      ${consentDue ? this.#consentForm(entry, told) : nothing}
      ${isToMend ? this.#mendedPicture(entry, told) : nothing}
      ${told.looks ? this.#looks(entry, told) : nothing}
      ${told.invitation ? this.#invitation(entry, told) : nothing}
      <p>${chatCode(code)}</p>
      ${
        this.asksAbout === entry.id
          ? this.#confirmation(entry)
          : html`<details>
              <summary>${msg("Ссылка и отзыв заявки")}</summary>
              <veche-private-link .entry=${entry}></veche-private-link>
              <button type="button" class="button danger" @click=${() => (this.asksAbout = entry.id)}>
                ${msg("Отозвать заявку")}
              </button>
            </details>`
      }`;
  }

  #consentForm(entry: OwnedEntry, told: OwnEntry) {
    void import("./parents-consent.ts");
    return html`<veche-parents-consent
      .campaign=${this.campaign}
      .address=${this.address}
      .owned=${entry}
      .entry=${told}
      @parent-consented=${({ detail }: CustomEvent<OwnEntry>) => this.#know(entry.id, detail)}
    ></veche-parents-consent>`;
  }

  #mendedPicture(entry: OwnedEntry, told: OwnEntry) {
    const { acceptsEntries, work } = this.campaign;
    if (work.picture !== "needed" || !(acceptsEntries || this.#isAwaitedMended(told))) return nothing;
    void import("./mended-picture.ts");
    return html`<veche-mended-picture
      .address=${this.address}
      .owned=${entry}
      @picture-mended=${({ detail }: CustomEvent<OwnEntry>) => this.#know(entry.id, detail)}
    ></veche-mended-picture>`;
  }

  #invitation(entry: OwnedEntry, told: OwnEntry) {
    void import("./invitation.ts");
    return html`<veche-invitation
      .campaign=${this.campaign}
      .address=${this.address}
      .owned=${entry}
      .entry=${told}
      .language=${this.address.locale}
      @invitation-answered=${({ detail }: CustomEvent<OwnEntry>) => this.#know(entry.id, detail)}
    ></veche-invitation>`;
  }

  #looks(entry: OwnedEntry, told: OwnEntry) {
    void import("./picture-looks.ts");
    return html`<veche-picture-looks
      .address=${this.address}
      .owned=${entry}
      .entry=${told}
      @look-chosen=${({ detail }: CustomEvent<OwnEntry>) => this.#know(entry.id, detail)}
    ></veche-picture-looks>`;
  }

  #confirmation(entry: OwnedEntry) {
    return html`<div class="notice" data-tone="danger" role="alertdialog" aria-labelledby="sure-${entry.id}">
      <p id="sure-${entry.id}">${msg("Работа выйдет из конкурса, её и данные удалим навсегда. Отозвать?")}</p>
      <div class="acts">
        <button
          type="button"
          class="button danger"
          ?disabled=${this.isWithdrawing}
          @click=${() => void this.#withdraw(entry)}
        >
          ${msg("Отозвать и удалить")}
        </button>
        <button type="button" class="button keep" @click=${() => (this.asksAbout = undefined)}>
          ${msg("Оставить")}
        </button>
      </div>
    </div>`;
  }

  #unknown(entry: OwnedEntry, problem: Problem) {
    if (problem.code === "not_found" || problem.code === "unauthenticated") {
      return html`<p class="state">${msg("Такой заявки нет: возможно, она уже отозвана.")}</p>
        ${this.#forgetButton(entry)}`;
    }
    return html`<p class="state">${problemText(problem)}</p>
      <button type="button" class="button" @click=${() => void this.#ask(entry)}>
        ${msg("Узнать ещё раз")}
      </button>`;
  }

  #forgetButton(entry: OwnedEntry) {
    return html`<button type="button" class="button" @click=${() => this.#forget(entry)}>
      ${msg("Убрать из списка")}
    </button>`;
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has("asksAbout") && this.asksAbout)
      this.renderRoot.querySelector<HTMLElement>(".keep")?.focus();
  }

  get #entries() {
    return createOwnEntries(deviceStorage(), this.address.server);
  }

  /** Those of this campaign; one opened by its link is shown whatever it belongs to. */
  get #shown(): readonly OwnedEntry[] {
    return this.#entries
      .all()
      .filter((entry) => isOf(this.campaign.slug, entry) || entry.id === this.opened?.id);
  }

  async #ask({ id, token }: OwnedEntry) {
    this.#know(id, "asking");
    try {
      const entry = await ownEntryOf(this.address, id, token);
      this.#entries.remember({
        id,
        token,
        number: entry.number,
        campaign: entry.campaign,
        title: entry.title,
      });
      this.#know(id, entry);
      if (this.#isAwaitedMended(entry)) {
        await import("./entry-form.ts");
        this.dispatchEvent(new Event("entry-to-mend"));
      }
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.#know(id, problem);
    }
  }

  #isAwaitedMended({ state, fixBy }: OwnEntry): boolean {
    return state === "submitted" && fixBy !== undefined && new Date(fixBy) > new Date();
  }

  async #withdraw({ id, token }: OwnedEntry) {
    this.isWithdrawing = true;
    try {
      this.#know(id, await withdrawEntry(this.address, id, token));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.#know(id, problem);
    } finally {
      this.isWithdrawing = false;
      this.asksAbout = undefined;
    }
  }

  #forget({ id }: OwnedEntry) {
    this.#entries.forget(id);
    if (this.opened?.id === id) this.opened = undefined;
    this.requestUpdate();
  }

  #know(id: string, known: Known) {
    this.known = new Map(this.known).set(id, known);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-own-entries": VecheOwnEntries;
  }
}
