import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { CampaignState } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, query } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { shortDay } from "../../parts/moments.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { refusalNote, shown } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { cardStyles, renderTable, tableStyles } from "../../parts/table.ts";
import "./campaign-moves.ts";
import type { CampaignMoves } from "./campaign-moves.ts";
import "./editor/campaign-editor.ts";
import "./new-campaign-dialog.ts";
import type { NewCampaignDialog } from "./new-campaign-dialog.ts";
import { campaignStateName, inLanguage, type StaffCampaign } from "./words.ts";

const TONES: Readonly<Record<CampaignState, string>> = {
  draft: "",
  open: "success",
  judging: "warning",
  announced: "accent",
  archived: "",
};
const NEXT = {
  draft: "open",
  open: "judging",
  judging: undefined,
  announced: "archived",
  archived: undefined,
} as const;

/** An administrator's room: every contest by year, its terms, where it goes next, and its copy for another year. */
@customElement("console-campaigns")
export class Campaigns extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    tableStyles,
    cardStyles,
    css`
      .acts {
        white-space: normal;
      }
      td:first-child {
        min-width: 14em;
      }
    `,
  ];

  @query("console-campaign-moves") private moves!: CampaignMoves;
  @query("console-new-campaign-dialog") private beginning!: NewCampaignDialog;
  readonly #address = new QueryController(this);
  readonly #attempt = new Attempt(this);
  readonly #campaigns = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => this.desk.client.campaigns.staffCampaigns({}, signal),
  });

  #copy = ({ slug }: StaffCampaign) =>
    this.#attempt.run(async () => {
      const { campaign } = await this.desk.client.campaigns.copy({ slug });
      this.desk.notices.done(
        msg(
          str`Готов черновик «${inLanguage(campaign.title)}» с датами следующего раза. Проверьте его и откройте.`,
        ),
      );
      await this.#campaigns.run();
      this.#edit(campaign.slug);
    });

  #edit = (slug: string) => this.#address.set({ edit: slug }, "step");

  protected override render() {
    const edited = this.#address.get("edit");
    if (edited)
      return html`<div class="page">
        <console-campaign-editor
          .slug=${edited}
          @terms-changed=${() => this.#campaigns.run()}
          @editor-left=${() => this.#address.set({ edit: "" }, "step")}
        ></console-campaign-editor>
      </div>`;
    return html`<div class="page">
      <div class="row">
        <h1 class="grow">${msg("Конкурсы")}</h1>
        <vaadin-button theme="primary" @click=${() => this.beginning.show()}
          >${msg("Новый конкурс")}</vaadin-button
        >
      </div>
      ${refusalNote(this.#attempt.refusal)}
      ${shown(this.#campaigns, ({ items: campaigns }) =>
        campaigns.length === 0
          ? html`<p class="empty">${msg("Конкурсов пока нет.")}</p>`
          : [...byYear(campaigns)].map(([year, own]) => this.#renderYear(year, own)),
      )}
      <console-campaign-moves @campaign-moved=${() => this.#campaigns.run()}></console-campaign-moves>
      <console-new-campaign-dialog
        .kinds=${this.#campaigns.value?.kinds ?? []}
        @campaign-begun=${({ detail }: CustomEvent<string>) => {
          void this.#campaigns.run();
          this.#edit(detail);
        }}
      ></console-new-campaign-dialog>
    </div>`;
  }

  #renderYear(year: number, campaigns: readonly StaffCampaign[]) {
    return html`<section class="panel scroll cards" tabindex="0" aria-label=${String(year)}>
      ${renderTable({
        caption: String(year),
        headings: [msg("Конкурс"), msg("Состояние"), msg("Приём работ"), msg("Работ")],
        acts: true,
        rows: campaigns,
        key: ({ slug }) => slug,
        draw: (campaign) => this.#renderCampaign(campaign),
      })}
    </section>`;
  }

  #renderCampaign(campaign: StaffCampaign) {
    const { title, state, dates, counts } = campaign;
    const { withdrawn: _gone, ...here } = counts;
    const works = Object.values(here).reduce((sum, count) => sum + count, 0);
    const labels = {
      open: msg("Открыть приём"),
      judging: msg("Закрыть приём и судить"),
      archived: msg("В архив"),
    };
    const to = NEXT[state];
    return html`<tr>
      <td>${inLanguage(title)}</td>
      <td><span class="tag ${TONES[state]}">${campaignStateName(state)}</span></td>
      <td data-heading=${msg("Приём работ")}>${shortDay(dates.opensAt)} – ${shortDay(dates.closesAt)}</td>
      <td class="number" data-heading=${msg("Работ")}>${works}</td>
      <td class="acts">
        ${
          to
            ? html`<vaadin-button theme="small" @click=${() => this.moves.ask(campaign, to)}
                >${labels[to]}</vaadin-button
              >`
            : nothing
        }
        <vaadin-button theme="small tertiary" @click=${() => this.#edit(campaign.slug)}
          >${msg("Условия")}</vaadin-button
        >
        <vaadin-button
          theme="small tertiary"
          ?disabled=${this.#attempt.busy}
          @click=${() => this.#copy(campaign)}
          >${msg("Провести снова")}</vaadin-button
        >
      </td>
    </tr>`;
  }
}

/** By the year in which entries close, the latest first. */
function byYear(campaigns: readonly StaffCampaign[]): [number, StaffCampaign[]][] {
  const years = Map.groupBy(campaigns, ({ dates }) => new Date(dates.closesAt).getFullYear());
  return [...years].toSorted(([a], [b]) => b - a);
}
