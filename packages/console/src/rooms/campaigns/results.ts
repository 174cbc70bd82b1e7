import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { StaffEntry } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { dayAndMinute } from "../../parts/moments.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { shownAfresh } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { allEntries } from "./all-entries.ts";
import { type Award, awardKey } from "./award-words.ts";
import "./campaign-choice.ts";
import "./campaign-moves.ts";
import type { CampaignMoves } from "./campaign-moves.ts";
import "./jury-dialog.ts";
import type { JuryDialog } from "./jury-dialog.ts";
import "./public-vote.ts";
import { resultsStyles } from "./results-styles.ts";
import "./results-group.ts";
import { ageGroupName, inLanguage, likeliest, type StaffCampaign } from "./words.ts";

const ADMITTED = ["approved", "shortlisted", "winner"] as const;

/** An administrator's room: the campaign's state, and who gets which place. Sealed until the announcement. */
@customElement("console-results")
export class Results extends RoomElement {
  static override styles = [pageStyles, documentStyles, resultsStyles];

  /** Entry → its award, as on screen. */
  @state() private awards: ReadonlyMap<string, Award> = new Map();
  @state() private saved: ReadonlyMap<string, Award> = new Map();
  @state() private saving = false;
  @query("console-campaign-moves") private moves!: CampaignMoves;
  @query("console-jury-dialog") private jury!: JuryDialog;

  readonly #address = new QueryController(this);
  readonly #campaigns = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await this.desk.client.campaigns.staffCampaigns({}, signal)).items,
  });
  readonly #entries = new Task(this, {
    args: () => [this.#campaign()?.slug, this.#campaign()?.state] as const,
    task: async ([slug], { signal }) => (slug ? this.#read(slug, signal) : []),
  });

  #campaign(): StaffCampaign | undefined {
    const known = this.#campaigns.value ?? [];
    const wanted = this.#address.get("campaign");
    return known.find(({ slug }) => slug === wanted) ?? likeliest(known, "judging", "open", "announced");
  }

  async #read(slug: string, signal: AbortSignal): Promise<readonly StaffEntry[]> {
    const { client } = this.desk;
    const [{ results }, ...admitted] = await Promise.all([
      client.campaigns.results({ slug }, signal),
      ...ADMITTED.map((entryState) => allEntries(client, slug, entryState, signal)),
    ]);
    this.saved = new Map(results.map(({ entryId, place, title }) => [entryId, { place, title }]));
    this.awards = this.saved;
    return admitted.flat();
  }

  #changed(): boolean {
    const key = (awards: ReadonlyMap<string, Award>) =>
      JSON.stringify([...awards].map(([id, award]) => [id, awardKey(award)]).toSorted());
    return key(this.awards) !== key(this.saved);
  }

  #award(id: string, award: Award | undefined): void {
    const awards = new Map(this.awards);
    if (award) awards.set(id, award);
    else awards.delete(id);
    this.awards = awards;
  }

  async #save(campaign: StaffCampaign, entries: readonly StaffEntry[]): Promise<void> {
    this.saving = true;
    const results = entries.flatMap(({ id }) => {
      const award = this.awards.get(id);
      return award ? [{ entryId: id, place: award.place, title: award.title.trim() }] : [];
    });
    try {
      const sealed = await this.desk.client.campaigns.seal({ slug: campaign.slug, results });
      this.saved = new Map(sealed.results.map(({ entryId, place, title }) => [entryId, { place, title }]));
      this.awards = this.saved;
      void this.#entries.run();
      this.desk.notices.done(msg("Результаты запечатаны. До объявления их не видит никто."));
    } catch (error) {
      this.desk.notices.refusal(error);
    } finally {
      this.saving = false;
    }
  }

  protected override render() {
    const campaign = this.#campaign();
    return html`<div class="page">
      <h1>${msg("Результаты")}</h1>
      ${shownAfresh(this.#campaigns, () =>
        campaign ? this.#renderCampaign(campaign) : html`<p class="empty">${msg("Конкурсов пока нет.")}</p>`,
      )}
      <console-jury-dialog></console-jury-dialog>
      <console-campaign-moves @campaign-moved=${() => this.#campaigns.run()}></console-campaign-moves>
    </div>`;
  }

  #renderCampaign(campaign: StaffCampaign) {
    return html`
      <div class="row top">
        <console-campaign-choice
          .campaigns=${this.#campaigns.value ?? []}
          .value=${campaign.slug}
          @campaign-chosen=${({ detail }: CustomEvent<string>) => this.#address.set({ campaign: detail })}
        ></console-campaign-choice>
        ${this.#renderMoves(campaign)}
        ${
          ["draft", "open", "judging"].includes(campaign.state)
            ? html`<vaadin-button theme="tertiary" @click=${() => this.jury.show(campaign)}
                >${msg("Кто что судит")}</vaadin-button
              >`
            : nothing
        }
      </div>
      ${campaign.vote ? html`<console-public-vote .campaign=${campaign.slug}></console-public-vote>` : nothing}
      ${shownAfresh(this.#entries, (entries) => this.#renderEntries(campaign, entries))}
    `;
  }

  #renderMoves(campaign: StaffCampaign) {
    const labels = {
      open: msg("Открыть приём"),
      judging: msg("Закрыть приём и судить"),
      archived: msg("В архив"),
    };
    const next = {
      draft: "open",
      open: "judging",
      judging: undefined,
      announced: "archived",
      archived: undefined,
    } as const;
    const to = next[campaign.state];
    return to
      ? html`<vaadin-button @click=${() => this.moves.ask(campaign, to)}>${labels[to]}</vaadin-button>`
      : nothing;
  }

  #renderEntries(campaign: StaffCampaign, entries: readonly StaffEntry[]) {
    if (entries.length === 0) return html`<p class="empty">${msg("Допущенных работ пока нет.")}</p>`;
    const open = campaign.state === "judging";
    return html`
      ${open ? [this.#renderJudging(campaign), this.#renderSeal(campaign, entries)] : html`<p class="quiet">${this.#whyClosed(campaign)}</p>`}
      ${campaign.nominations.flatMap((nomination) =>
        campaign.ageGroups.map((ageGroup) => {
          const group = entries.filter(
            (entry) => entry.nomination === nomination.slug && entry.ageGroup === ageGroup.slug,
          );
          if (group.length === 0) return nothing;
          return html`<console-results-group
            .heading=${`${inLanguage(nomination.title)}, ${ageGroupName(ageGroup)}`}
            .campaign=${campaign}
            .ageGroup=${ageGroup.slug}
            .entries=${group.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1) || a.number - b.number)}
            .awards=${this.awards}
            ?editable=${open}
            @awarded=${({ detail }: CustomEvent<{ id: string; award: Award | undefined }>) =>
              this.#award(detail.id, detail.award)}
          ></console-results-group>`;
        }),
      )}
    `;
  }

  #whyClosed(campaign: StaffCampaign): string {
    if (campaign.state === "draft" || campaign.state === "open") {
      return msg("Места можно расставить, когда закончится приём и начнётся судейство.");
    }
    return msg("Итоги объявлены, места больше не меняются.");
  }

  /** The jurors' means are shown once they have done, and sealed results end their work. */
  #renderJudging({ dates: { judgingTo, announceAt } }: StaffCampaign) {
    const end = judgingTo ?? announceAt;
    if (!end || new Date(end) <= new Date() || this.saved.size > 0) return nothing;
    return html`<p class="note">
      <span class="tag warning">${msg("Жюри ещё судит")}</span>
      ${msg(
        str`Баллы станут видны, когда судейство закончится: ${dayAndMinute(end)}. Если запечатать результаты раньше, оно закончится сразу.`,
      )}
    </p>`;
  }

  #renderSeal(campaign: StaffCampaign, entries: readonly StaffEntry[]) {
    const changed = this.#changed();
    const untitled = [...this.awards.values()].some(({ title }) => title.trim() === "");
    return html`<div class="seal">
      <span>${msg(str`Отмечено работ: ${this.awards.size}`)}</span>
      ${changed ? html`<span class="tag warning">${msg("Не сохранено")}</span>` : nothing}
      ${!changed && this.awards.size > 0 ? html`<span class="tag success">${msg("Запечатано")}</span>` : nothing}
      <span class="grow"></span>
      <vaadin-button
        theme="primary"
        ?disabled=${!changed || untitled || this.saving}
        @click=${() => this.#save(campaign, entries)}
      >
        ${this.saving ? msg("Сохраняем…") : msg("Запечатать результаты")}
      </vaadin-button>
      <a href="${import.meta.env.BASE_URL}announcements?campaign=${campaign.slug}">${msg("К объявлению")}</a>
    </div>`;
  }
}
