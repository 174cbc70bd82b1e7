import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/select";
import type { EntryState, StaffEntry } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { icon } from "../../parts/icons.ts";
import { KeysController } from "../../parts/keys-controller.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { refusalNote, shown } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import "../../parts/shortcuts-help.ts";
import type { ShortcutsHelp } from "../../parts/shortcuts-help.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { language } from "../../shell/language.ts";
import "./campaign-choice.ts";
import { type Decision, Decisions, type Details } from "./decisions.ts";
import { EntriesController } from "./entries-controller.ts";
import "./entry-grid.ts";
import type { EntryGrid } from "./entry-grid.ts";
import "./entry-preview.ts";
import { moderationStyles } from "./moderation-styles.ts";
import "./reason-dialog.ts";
import type { ReasonDialog } from "./reason-dialog.ts";
import type { Refusing } from "./reasons.ts";
import { nothingChosen, type Selection, within } from "./selection.ts";
import type { SameChosen, SameDialog } from "./same-dialog.ts";
import "./same-dialog.ts";
import { gridShortcuts, type ModerationAct, moderationShortcuts } from "./shortcuts.ts";
import { entriesIn, inLanguage, likeliest, type StaffCampaign } from "./words.ts";

const STATES = [
  "submitted",
  "approved",
  "rejected",
  "shortlisted",
  "winner",
] as const satisfies readonly EntryState[];
const EVERY = "every";
/** In place of a state: works of any that visitors reported. */
const REPORTED = "reported";

/** The moderators' room: pictures in a grid, decided one or many at once. */
@customElement("console-moderation")
export class Moderation extends RoomElement {
  static override styles = [pageStyles, documentStyles, moderationStyles];

  @state() private selection: Selection = nothingChosen;
  @state() private looking: string | undefined;
  @query("console-entry-grid") private grid!: EntryGrid | null;
  @query("console-reason-dialog") private reasons!: ReasonDialog;
  @query("console-same-dialog") private same!: SameDialog;
  @query("console-shortcuts-help") private help!: ShortcutsHelp;

  readonly #address = new QueryController(this);
  readonly #list = new EntriesController(this, () => this.desk.client);
  readonly #decisions = new Decisions(
    () => this.desk,
    this.#list,
    () => void this.#campaigns.run(),
  );
  readonly #campaigns = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await this.desk.client.campaigns.staffCampaigns({}, signal)).items,
  });
  #deciding: readonly StaffEntry[] = [];

  constructor() {
    super();
    new KeysController<ModerationAct>(this, moderationShortcuts, (act) => this.#act(act));
  }

  #campaign(): StaffCampaign | undefined {
    const known = this.#campaigns.value ?? [];
    const wanted = this.#address.get("campaign");
    return known.find(({ slug }) => slug === wanted) ?? likeliest(known, "open", "judging", "announced");
  }

  #stateFilter(): EntryState | undefined {
    const wanted = this.#address.get("state");
    return wanted === EVERY || wanted === REPORTED
      ? undefined
      : (STATES.find((known) => known === wanted) ?? "submitted");
  }

  #isReported(): "true" | undefined {
    return this.#address.get("state") === REPORTED ? "true" : undefined;
  }

  protected override willUpdate(): void {
    const campaign = this.#campaign();
    if (campaign) {
      const nomination = campaign.nominations.find(
        ({ slug }) => slug === this.#address.get("nomination"),
      )?.slug;
      this.#list.show({
        campaign: campaign.slug,
        state: this.#stateFilter(),
        nomination,
        reported: this.#isReported(),
      });
    }
    this.selection = within(
      this.selection,
      this.#list.entries.map(({ id }) => id),
    );
  }

  #act(act: ModerationAct): void {
    switch (act) {
      case "help":
        return this.help.show();
      case "undo":
        return void this.#decisions.undo();
      case "unselect":
        this.selection = nothingChosen;
        return;
      default:
        return this.#ask(act, this.#meant());
    }
  }

  /** The chosen entries, else the one that is looked at or has the keyboard. */
  #meant(): readonly StaffEntry[] {
    const { entries } = this.#list;
    if (this.looking) return entries.filter(({ id }) => id === this.looking);
    const { chosen } = this.selection;
    if (chosen.size > 0) return entries.filter(({ id }) => chosen.has(id));
    return entries.filter(({ id }) => id === this.grid?.current);
  }

  #ask(decision: Decision, entries: readonly StaffEntry[]): void {
    if (entries.length === 0) return;
    this.#deciding = entries;
    if (decision === "same") this.same.ask(entries);
    else if (decision === "reject" || decision === "ask_fix") this.reasons.ask(decision, entries.length);
    else void this.#decide(decision);
  }

  async #decide(decision: Decision, details: Details = {}): Promise<void> {
    const decided = this.#deciding;
    const { entries } = this.#list;
    const last = entries.findLastIndex(({ id }) => decided.some((entry) => entry.id === id));
    const next = entries.slice(last + 1).find(({ id }) => !decided.some((entry) => entry.id === id))?.id;
    if (!(await this.#decisions.decide(decided, decision, details))) return;
    this.selection = nothingChosen;
    if (this.looking) this.looking = next;
    await this.updateComplete;
    if (!this.looking) this.grid?.focusEntry(next);
  }

  #filter(values: Readonly<Record<string, string>>): void {
    this.selection = nothingChosen;
    this.#address.set(values);
  }

  protected override render() {
    return html`<div class="page">
        <div class="row">
          <h1 class="grow">${msg("Модерация")}</h1>
          <button class="keys" aria-label=${msg("Клавиши")} title="?" @click=${() => this.help.show()}>
            ${icon("keyboard")}
          </button>
        </div>
        ${this.#renderBody()}
      </div>
      ${this.#looked() ? nothing : this.#renderQuestions()}
      <console-shortcuts-help
        .shortcuts=${[...gridShortcuts, ...moderationShortcuts]}
      ></console-shortcuts-help>`;
  }

  #renderBody() {
    const campaign = this.#campaign();
    return shown(this.#campaigns, () =>
      campaign
        ? [
            // Choosing among thousands of works changes nothing here, and drawing a list of states anew is slow.
            guard(
              [
                campaign,
                this.#campaigns.value,
                this.#address.get("state"),
                this.#list.filter?.nomination,
                language(),
              ],
              () => this.#renderFilters(campaign),
            ),
            this.#renderEntries(campaign),
          ]
        : html`<p class="empty">${msg("Конкурсов пока нет.")}</p>`,
    );
  }

  #renderFilters(campaign: StaffCampaign) {
    const states = [
      ...STATES.map((name) => ({
        value: name as string,
        label: `${entriesIn(name)}: ${campaign.counts[name] ?? 0}`,
      })),
      { value: REPORTED, label: msg("С сообщениями посетителей") },
      { value: EVERY, label: msg("Все") },
    ];
    const nominations = [
      { value: EVERY, label: msg("Все номинации") },
      ...campaign.nominations.map(({ slug, title }) => ({ value: slug, label: inLanguage(title) })),
    ];
    return html`<div class="filters">
      <console-campaign-choice
        .campaigns=${this.#campaigns.value ?? []}
        .value=${campaign.slug}
        @campaign-chosen=${({ detail }: CustomEvent<string>) => this.#filter({ campaign: detail, nomination: "" })}
      ></console-campaign-choice>
      ${this.#renderSelect(msg("Состояние"), states, this.#isReported() ? REPORTED : (this.#stateFilter() ?? EVERY), (state) => this.#filter({ state }))}
      ${this.#renderSelect(
        msg("Номинация"),
        nominations,
        this.#list.filter?.nomination ?? EVERY,
        (nomination) => this.#filter({ nomination: nomination === EVERY ? "" : nomination }),
      )}
    </div>`;
  }

  #renderSelect(
    label: string,
    items: readonly { readonly value: string; readonly label: string }[],
    value: string,
    choose: (value: string) => void,
  ) {
    return html`<vaadin-select
      label=${label}
      .items=${items}
      .value=${value}
      @value-changed=${({ detail }: CustomEvent<{ value: string }>) =>
        detail.value && detail.value !== value && choose(detail.value)}
    ></vaadin-select>`;
  }

  #renderEntries(campaign: StaffCampaign) {
    const { entries, state: reading, hasMore } = this.#list;
    if (typeof reading === "object") return refusalNote(reading.refused);
    if (entries.length === 0) {
      return html`<p class="empty">${reading === "loading" ? msg("Загружаем…") : msg("Здесь пусто.")}</p>`;
    }
    const looked = this.#looked();
    return html`
      ${this.#renderActs(campaign)}
      <console-entry-grid
        .entries=${entries}
        .selection=${this.selection}
        ?has-more=${hasMore}
        ?loading=${reading === "loading"}
        ?says-state=${this.#stateFilter() === undefined}
        @selection-changed=${({ detail }: CustomEvent<Selection>) => (this.selection = detail)}
        @look=${({ detail }: CustomEvent<string>) => (this.looking = detail)}
        @more=${() => this.#list.more()}
      ></console-entry-grid>
      ${
        looked
          ? html`<console-entry-preview
              .entry=${looked}
              .entries=${entries}
              .campaign=${campaign}
              @look=${({ detail }: CustomEvent<string>) => (this.looking = detail)}
              @picture-edited=${({ detail }: CustomEvent<StaffEntry>) => this.#list.replace([detail])}
              @entry-changed=${({ detail }: CustomEvent<StaffEntry>) => this.#list.replace([detail])}
              @reports-resolved=${({ detail }: CustomEvent<string>) => this.#decisions.resolveReports(looked, detail)}
              @consent-noted=${({ detail }: CustomEvent<StaffEntry>) => this.#list.replace([detail])}
              @decide=${({ detail }: CustomEvent<Decision>) => this.#ask(detail, [looked])}
              @undo=${() => this.#decisions.undo()}
              @preview-closed=${() => this.#stopLooking()}
              >${this.#renderQuestions()}</console-entry-preview
            >`
          : nothing
      }
    `;
  }

  /** They stand within the preview while it is open. */
  #renderQuestions() {
    return html`<console-reason-dialog
        @reason-given=${({ detail: { decision, ...said } }: CustomEvent<Details & { decision: Refusing }>) =>
          this.#decide(decision, said)}
      ></console-reason-dialog>
      <console-same-dialog
        @same-chosen=${({ detail }: CustomEvent<SameChosen>) => this.#decide("same", detail)}
      ></console-same-dialog>`;
  }

  #looked(): StaffEntry | undefined {
    const { entries, state: reading } = this.#list;
    return typeof reading === "object" ? undefined : entries.find(({ id }) => id === this.looking);
  }

  #stopLooking(): void {
    const id = this.looking;
    this.looking = undefined;
    void this.updateComplete.then(() => this.grid?.focusEntry(id));
  }

  /** Where the public votes: the only acts for works that all stand on one side of its list. */
  #renderVoteActs(campaign: StaffCampaign) {
    if (!campaign.vote) return nothing;
    const meant = this.#meant();
    if (meant.every((entry) => entry.state === "approved"))
      return html`<vaadin-button @click=${() => this.#act("shortlist")}
        >${msg("В голосование")}</vaadin-button
      >`;
    if (meant.every((entry) => entry.state === "shortlisted"))
      return html`<vaadin-button @click=${() => this.#act("unshortlist")}
        >${msg("Снять с голосования")}</vaadin-button
      >`;
    return nothing;
  }

  #renderActs(campaign: StaffCampaign) {
    const { size } = this.selection.chosen;
    if (size === 0) return nothing;
    return html`<div class="acts" role="toolbar" aria-label=${msg("С выбранными")}>
      <strong>${msg(str`Выбрано: ${size}`)}</strong>
      <vaadin-button theme="primary" @click=${() => this.#act("approve")}>
        ${msg("Принять")} <kbd slot="suffix">A</kbd>
      </vaadin-button>
      <vaadin-button @click=${() => this.#act("ask_fix")}
        >${msg("Исправить")} <kbd slot="suffix">F</kbd></vaadin-button
      >
      <vaadin-button theme="error" @click=${() => this.#act("reject")}>
        ${msg("Отклонить")} <kbd slot="suffix">R</kbd>
      </vaadin-button>
      <vaadin-button @click=${() => this.#act("same")}
        >${msg("Повтор")} <kbd slot="suffix">S</kbd></vaadin-button
      >
      ${this.#renderVoteActs(campaign)}
      <vaadin-button theme="tertiary" @click=${() => this.#act("unselect")}
        >${msg("Снять выбор")}</vaadin-button
      >
    </div>`;
  }
}
