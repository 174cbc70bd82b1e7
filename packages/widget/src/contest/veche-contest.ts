import type { Campaign } from "@veche/protocol";
import { buttonStyles, noticeStyles, ResidentElement } from "@veche/ui";
import { proseStyles } from "@veche/ui/markdown/styles.ts";
import { panelStyles } from "@veche/ui/panel.ts";
import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { msg } from "@lit/localize";
import type { Address } from "../requests/ask.ts";
import { Loading } from "../requests/loading.ts";
import { trouble } from "../requests/trouble.ts";
import { campaignOf } from "../campaigns/campaign-client.ts";
import { inLanguage, phaseText } from "../campaigns/campaign-texts.ts";
import { phaseOf } from "../campaigns/phase.ts";
import { aboutCampaign } from "./about-campaign.ts";
import { deviceStorage } from "./device-storage.ts";
import { contestStyles } from "./contest-styles.ts";
import type { EntryReceivedEvent } from "./entry-form.ts";
import { createOwnEntries, isOf, type OwnedEntry } from "./own-entries.ts";
import { entryInLink } from "./private-link.ts";

/**
 * A campaign: what it is, where it stands, the entry form while it accepts entries, and the reader's own entries.
 *
 * @fires {CustomEvent<{ id: string; number: number; campaign: string }>} veche-entry-submitted - the server has an entry
 * @csspart title - its name; hide it where the page says it already
 * @csspart summary - what it is in a sentence or two, likewise
 * @csspart rules - the expandable rules
 * @csspart form - the entry form's section
 */
@customElement("veche-contest")
export class VecheContest extends ResidentElement {
  static override styles = ResidentElement.dressed(
    buttonStyles,
    noticeStyles,
    proseStyles,
    panelStyles,
    contestStyles,
  );

  /** The campaign's slug. */
  @property() campaign = "";
  @state() private opened: OwnedEntry | undefined;
  @state() private isClass = false;
  /** A mended work is awaited, though entries may have closed. */
  @state() private mayMend = false;

  protected readonly texts = () => import("./english.ts");
  readonly #loading = new Loading<Campaign>(this);
  #address: Address = { server: "", locale: "" };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.#readLink);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#readLink);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (
      this.#address.server === this.server &&
      this.#address.locale === this.language &&
      !changed.has("campaign")
    )
      return;
    this.#address = { server: this.server, locale: this.language };
    // Another language must not take the half-written form away.
    this.#load(changed.has("campaign"));
  }

  protected override firstUpdated(): void {
    this.#readLink();
  }

  protected override render() {
    const { now } = this.#loading;
    return html`<div class="veche">
      <div class="scaled" aria-busy=${now.kind === "pending" ? "true" : "false"}>
        ${
          now.kind === "done"
            ? this.#campaign(now.value)
            : now.kind === "failed"
              ? trouble(now.problem, () => this.#load())
              : html`<p class="pending" role="status">${msg("Открываем конкурс…")}</p>`
        }
      </div>
    </div>`;
  }

  #campaign(campaign: Campaign) {
    const now = new Date();
    const calendar = { locale: this.language, timeZone: campaign.timeZone };
    const phase = phaseOf(campaign, now, calendar);
    return html`<header>
        <h2 part="title">${inLanguage(campaign.title, this.language)}</h2>
        <p class="summary" part="summary">${inLanguage(campaign.summary, this.language)}</p>
        <p class="phase" data-phase=${phase.kind}>${phaseText(phase, campaign, now, calendar)}</p>
        ${
          phase.kind === "open"
            ? html`<button type="button" class="button primary enter" @click=${this.#goToForm}>
                ${msg("Отправить работу")}
              </button>`
            : nothing
        }
      </header>
      ${this.#ownEntries(campaign)} ${aboutCampaign(campaign, now, calendar)}
      ${
        phase.kind === "open" || this.mayMend
          ? html`<section part="form" aria-labelledby="enter">
              <h3 id="enter" tabindex="-1">${msg("Отправить работу")}</h3>
              ${campaign.asks.includes("teacher") ? this.#whoSends() : nothing}
              ${
                this.isClass
                  ? html`<veche-class-form
                      .campaign=${campaign}
                      .address=${this.#address}
                    ></veche-class-form>`
                  : html`<veche-entry-form
                      .campaign=${campaign}
                      .address=${this.#address}
                      @entry-received=${this.#keepEntry}
                    ></veche-entry-form>`
              }
            </section>`
          : nothing
      }`;
  }

  #whoSends() {
    return html`<p class="hint">
      ${this.isClass ? msg("Отправляете работу своего ребёнка?") : msg("Вы педагог и отправляете работы класса?")}
      <button type="button" class="button" @click=${this.#changeSender}>
        ${this.isClass ? msg("Форма для родителя") : msg("Форма для педагога")}
      </button>
    </p>`;
  }

  #changeSender() {
    if (!this.isClass) void import("./class/class-form.ts");
    this.isClass = !this.isClass;
  }

  #ownEntries(campaign: Campaign) {
    const owned = createOwnEntries(deviceStorage(), this.server).all();
    const isShown = owned.some((entry) => isOf(campaign.slug, entry) || entry.id === this.opened?.id);
    if (!isShown) return nothing;
    void import("./own-entries-list.ts");
    return html`<veche-own-entries
      .campaign=${campaign}
      .address=${this.#address}
      .opened=${this.opened}
      @entry-to-mend=${() => (this.mayMend = true)}
    ></veche-own-entries>`;
  }

  #load(anew = true) {
    const address = this.#address;
    void this.#loading.run(
      async (signal) => {
        const campaign = await campaignOf(address, this.campaign, signal);
        if (campaign.acceptsEntries) void import("./entry-form.ts");
        return campaign;
      },
      { anew },
    );
  }

  async #keepEntry({ detail: { entry, token } }: EntryReceivedEvent) {
    const { id, number, campaign, title } = entry;
    createOwnEntries(deviceStorage(), this.server).remember({ id, token, number, campaign, title });
    await import("./own-entries-list.ts");
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector("veche-own-entries")?.requestUpdate("campaign");
  }

  #goToForm() {
    const heading = this.renderRoot.querySelector<HTMLElement>("#enter");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  }

  /** Takes the secret out of the address bar, so that it is not bookmarked, shown or shared by accident. */
  readonly #readLink = () => {
    const entry = entryInLink(location.hash);
    if (!entry) return;
    // Kept before it leaves the address bar: a reload in between must not lose it.
    createOwnEntries(deviceStorage(), this.server).remember(entry);
    this.opened = entry;
    history.replaceState(history.state, "", location.pathname + location.search);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-contest": VecheContest;
  }
}
