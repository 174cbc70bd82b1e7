import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/progress-bar";
import type { StaffEntry } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { icon } from "../../parts/icons.ts";
import { KeysController } from "../../parts/keys-controller.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { shownAfresh } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import "../../parts/shortcuts-help.ts";
import type { ShortcutsHelp } from "../../parts/shortcuts-help.ts";
import { pageStyles } from "../../parts/styles.ts";
import { allEntries } from "./all-entries.ts";
import "./campaign-choice.ts";
import { isJudged, Judgement, judgedOf } from "./judgement.ts";
import { juryStyles } from "./jury-styles.ts";
import "./recusal-dialog.ts";
import type { RecusalDialog } from "./recusal-dialog.ts";
import "./score-sheet.ts";
import type { Points, ScoreSheet } from "./score-sheet.ts";
import { type JuryAct, juryShortcuts, jurySpoken } from "./shortcuts.ts";
import { ageGroupName, inLanguage, type StaffCampaign } from "./words.ts";
import "./zoomable-picture.ts";

/** A juror's room: one work at a time, large, without names; scored by digits, moved by arrows. */
@customElement("console-jury")
export class Jury extends RoomElement {
  static override styles = [pageStyles, juryStyles];

  @state() private place = 0;
  @query("console-score-sheet") private sheet!: ScoreSheet | null;
  @query("console-recusal-dialog") private recusal!: RecusalDialog;
  @query("console-shortcuts-help") private help!: ShortcutsHelp;

  readonly #address = new QueryController(this);
  readonly #judgement = new Judgement(this, () => this.desk);
  readonly #campaigns = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const { items } = await this.desk.client.campaigns.staffCampaigns({}, signal);
      return items.filter(({ state: now }) => now === "judging");
    },
  });
  readonly #works = new Task(this, {
    args: () => [this.#campaign()?.slug] as const,
    task: async ([slug], { signal }) => {
      if (!slug) return [];
      const works = await allEntries(this.desk.client, slug, undefined, signal);
      const asked = works.findIndex(({ id }) => id === this.#address.get("work"));
      this.place = Math.max(asked, 0);
      void this.#judgement.read(works);
      return works;
    },
  });

  constructor() {
    super();
    new KeysController<JuryAct>(this, juryShortcuts, (act) => this.#act(act));
  }

  #campaign(): StaffCampaign | undefined {
    const known = this.#campaigns.value ?? [];
    return known.find(({ slug }) => slug === this.#address.get("campaign")) ?? known[0];
  }

  #act(act: JuryAct): void {
    switch (act) {
      case "next":
        return this.#go(this.place + 1);
      case "previous":
        return this.#go(this.place - 1);
      case "up":
        return this.sheet?.move(-1);
      case "down":
        return this.sheet?.move(1);
      case "help":
        return this.help.show();
      default:
        return this.sheet?.give(Number(act.slice("points".length)));
    }
  }

  #go(place: number): void {
    const works = this.#works.value ?? [];
    const work = works[place];
    if (!work) return;
    this.place = place;
    this.#address.set({ work: work.id });
  }

  #toUnjudged(works: readonly StaffEntry[], campaign: StaffCampaign): void {
    const order = [...works.keys()].map((index) => (this.place + 1 + index) % works.length);
    const place = order.find((index) => !isJudged(campaign, this.#judgement.of(works[index]?.id ?? "")));
    if (place !== undefined) this.#go(place);
  }

  protected override render() {
    const campaign = this.#campaign();
    return html`
      ${shownAfresh(this.#campaigns, () =>
        campaign
          ? this.#renderWorks(campaign)
          : html`<p class="empty">
              ${msg("Сейчас нет конкурса, который судят. Мы покажем работы, когда закончится приём.")}
            </p>`,
      )}
      <console-recusal-dialog @recused=${() => this.#works.run()}></console-recusal-dialog>
      <console-shortcuts-help .shortcuts=${jurySpoken}></console-shortcuts-help>
    `;
  }

  #renderWorks(campaign: StaffCampaign) {
    return shownAfresh(this.#works, (works) => {
      const work = works[this.place];
      return work
        ? this.#renderWork(campaign, works, work)
        : html`<p class="empty">${msg("Работ для вас пока нет.")}</p>`;
    });
  }

  #renderWork(campaign: StaffCampaign, works: readonly StaffEntry[], work: StaffEntry) {
    const judged = judgedOf(campaign, works, this.#judgement);
    const nomination = campaign.nominations.find(({ slug }) => slug === work.nomination);
    const ageGroup = campaign.ageGroups.find(({ slug }) => slug === work.ageGroup);
    return html`<div class="work">
      <header>
        <div class="grow">
          <h1>${inLanguage(campaign.title)}</h1>
          <p class="quiet">${msg(str`Оценено ${judged} из ${works.length}`)}</p>
        </div>
        ${
          (this.#campaigns.value ?? []).length > 1
            ? html`<console-campaign-choice
                .campaigns=${this.#campaigns.value ?? []}
                .value=${campaign.slug}
                @campaign-chosen=${({ detail }: CustomEvent<string>) => this.#address.set({ campaign: detail, work: "" })}
              ></console-campaign-choice>`
            : nothing
        }
        <vaadin-button ?disabled=${judged === works.length} @click=${() => this.#toUnjudged(works, campaign)}>
          ${msg("К неоценённой")}
        </vaadin-button>
        <vaadin-button theme="tertiary" @click=${() => this.recusal.show(campaign.slug, work.id)}>
          ${msg("Самоотвод")}
        </vaadin-button>
        <vaadin-progress-bar
          .value=${works.length > 0 ? judged / works.length : 0}
          aria-label=${msg("Оценено")}
        ></vaadin-progress-bar>
      </header>
      <console-zoomable-picture
        .image=${work.image}
        .text=${work.text ?? ""}
        .alt=${work.title}
      ></console-zoomable-picture>
      <div class="side">
        <div class="about">
          <h2>${work.title}</h2>
          <p class="quiet">
            № ${work.number} · ${nomination ? inLanguage(nomination.title) : work.nomination} ·
            ${ageGroup ? ageGroupName(ageGroup) : work.ageGroup}
          </p>
        </div>
        <console-score-sheet
          .criteria=${campaign.criteria}
          .work=${work.id}
          .points=${this.#judgement.of(work.id)?.scores ?? {}}
          .comment=${this.#judgement.of(work.id)?.comment ?? ""}
          ?known=${this.#judgement.of(work.id) !== undefined}
          .saving=${this.#judgement.saving}
          @scored=${({ detail }: CustomEvent<{ points: Points; comment: string }>) =>
            this.#judgement.save(work.id, detail.points, detail.comment)}
        ></console-score-sheet>
      </div>
      <nav aria-label=${msg("Работы")}>
        <vaadin-button ?disabled=${this.place === 0} @click=${() => this.#go(this.place - 1)}>
          ${icon("back")} ${msg("Назад")}
        </vaadin-button>
        <span class="quiet">${this.place + 1} / ${works.length}</span>
        <vaadin-button
          theme="primary"
          ?disabled=${this.place === works.length - 1}
          @click=${() => this.#go(this.place + 1)}
        >
          ${msg("Дальше")} ${icon("next")}
        </vaadin-button>
        <button class="keys" aria-label=${msg("Клавиши")} title="?" @click=${() => this.help.show()}>
          ${icon("keyboard")}
        </button>
      </nav>
    </div>`;
  }
}
