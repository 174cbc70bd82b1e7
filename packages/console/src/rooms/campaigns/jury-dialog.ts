import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import type { Operations, ReplyOf } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { checkStyles, renderCheck } from "../../parts/check.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { ageGroupName, inLanguage, type StaffCampaign } from "./words.ts";

type Panel = ReplyOf<Operations["campaigns"]["jury"]>;
type Juror = Panel["jurors"][number];

/** Who of the jury judges what in a campaign: each juror may be limited to nominations and age groups. */
@customElement("console-jury-dialog")
export class JuryDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    checkStyles,
    css`
      .juror {
        display: grid;
        gap: 8px;
        padding: 10px 0;
        border-top: 1px solid var(--console-line);
      }
      .juror:first-of-type {
        border-top: 0;
      }
      .who {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
      .who p {
        flex: 1 1 220px;
        min-width: 0;
        margin: 0;
      }
      ul {
        margin: 4px 0 0;
        padding-left: 20px;
      }
      .limits {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  @state() private campaign: StaffCampaign | undefined;
  @state() private panel: Panel = { jurors: [], thin: [] };
  /** The juror whose limits are being changed, as on screen. */
  @state() private changed: Juror | undefined;
  readonly #attempt = new Attempt(this);

  async show(campaign: StaffCampaign): Promise<void> {
    this.#attempt.forget();
    this.changed = undefined;
    try {
      this.panel = await this.desk.client.campaigns.jury({ slug: campaign.slug });
      this.campaign = campaign;
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  #leave = () => (this.campaign = undefined);

  #save = ({ email, judges, nominations, ageGroups }: Juror) =>
    this.#attempt.run(async () => {
      if (!this.campaign) return;
      const { slug } = this.campaign;
      this.panel = await this.desk.client.campaigns.seatJuror({
        slug,
        email,
        judges,
        nominations,
        ageGroups,
      });
      this.changed = undefined;
    });

  protected override render() {
    const { campaign } = this;
    return html`<vaadin-dialog
      header-title=${msg("Кто что судит")}
      width="min(640px, 96vw)"
      .opened=${campaign !== undefined}
      @opened-changed=${openedOrLeft(this.#leave)}
    >
      ${campaign ? this.#renderPanel(campaign) : nothing}
      <div slot="footer">
        <vaadin-button theme="tertiary" data-first @click=${this.#leave}>${msg("Закрыть")}</vaadin-button>
      </div>
    </vaadin-dialog>`;
  }

  #renderPanel(campaign: StaffCampaign) {
    const { jurors, thin } = this.panel;
    return html`<div class="content">
      ${refusalNote(this.#attempt.refusal)}
      <p class="quiet">
        ${msg("Пока вы не ограничили, каждый член жюри судит все работы. Уже выставленные баллы остаются и считаются.")}
      </p>
      ${
        thin.length > 0
          ? html`<div role="status">
              <span class="tag warning">${msg("Судей не хватает")}</span>
              ${msg("Меньше, чем нужно каждой работе:")}
              <ul>
                ${[...Map.groupBy(thin, ({ nomination }) => nomination)].map(
                  ([nomination, groups]) =>
                    html`<li>
                      ${titleOf(nominationsOf(campaign), nomination)}:
                      ${groups.map((one) => this.#thinWords(campaign, one)).join("; ")}
                    </li>`,
                )}
              </ul>
            </div>`
          : nothing
      }
      ${
        jurors.length === 0
          ? html`<p class="empty">
              ${msg("В жюри пока никого нет. Пригласите членов жюри в разделе «Сотрудники».")}
            </p>`
          : html`<div>${jurors.map((juror) => this.#renderJuror(campaign, juror))}</div>`
      }
    </div>`;
  }

  #thinWords(campaign: StaffCampaign, { ageGroup, jurors, needed, works }: Panel["thin"][number]): string {
    const told = `${titleOf(ageGroupsOf(campaign), ageGroup)}, ${msg(str`${jurors} из ${needed}`)}`;
    return works === undefined ? told : `${told} (${msg(str`самоотводы, работ: ${works}`)})`;
  }

  #renderJuror(campaign: StaffCampaign, juror: Juror) {
    const changed = this.changed?.email === juror.email ? this.changed : undefined;
    return html`<div class="juror">
      <div class="who">
        <p>
          <strong>${juror.name}</strong>
          ${juror.invited ? html`<span class="tag">${msg("Приглашение ждёт")}</span>` : nothing}<br />
          <span class="quiet">${this.#told(campaign, juror)}</span>
        </p>
        ${
          changed
            ? nothing
            : html`<vaadin-button
                theme="tertiary"
                aria-label=${msg(str`Изменить: ${juror.name}`)}
                @click=${() => (this.changed = juror)}
                >${msg("Изменить")}</vaadin-button
              >`
        }
      </div>
      ${changed ? this.#renderLimits(campaign, changed) : nothing}
    </div>`;
  }

  #renderLimits(campaign: StaffCampaign, changed: Juror) {
    return html`<div class="limits">
      ${renderCheck(msg("Судит этот конкурс"), changed.judges, (judges) => (this.changed = { ...changed, judges }))}
      ${
        changed.judges
          ? html`
              ${this.#renderChoice(msg("Номинации; ни одной не отмечено: все"), changed, "nominations", nominationsOf(campaign))}
              ${this.#renderChoice(msg("Возраст; ничего не отмечено: любой"), changed, "ageGroups", ageGroupsOf(campaign))}
            `
          : nothing
      }
      <div class="row">
        <vaadin-button theme="primary" ?disabled=${this.#attempt.busy} @click=${() => this.#save(changed)}
          >${msg("Сохранить")}</vaadin-button
        >
        <vaadin-button theme="tertiary" @click=${() => (this.changed = undefined)}
          >${msg("Отмена")}</vaadin-button
        >
      </div>
    </div>`;
  }

  #renderChoice(
    legend: string,
    changed: Juror,
    of: "nominations" | "ageGroups",
    all: readonly { readonly slug: string; readonly title: string }[],
  ) {
    const choose = (slug: string, on: boolean) =>
      (this.changed = {
        ...changed,
        [of]: all.map((one) => one.slug).filter((one) => (one === slug ? on : changed[of].includes(one))),
      });
    return html`<fieldset>
      <legend>${legend}</legend>
      ${all.map(({ slug, title }) => renderCheck(title, changed[of].includes(slug), (on) => choose(slug, on)))}
    </fieldset>`;
  }

  #told(campaign: StaffCampaign, { judges, nominations, ageGroups }: Juror): string {
    if (!judges) return msg("Не судит этот конкурс");
    const told = [
      ...nominations.map((slug) => titleOf(nominationsOf(campaign), slug)),
      ...ageGroups.map((slug) => titleOf(ageGroupsOf(campaign), slug)),
    ];
    return told.length > 0 ? told.join(", ") : msg("Судит всё");
  }
}

interface Titled {
  readonly slug: string;
  readonly title: string;
}

const nominationsOf = ({ nominations }: StaffCampaign): Titled[] =>
  nominations.map(({ slug, title }) => ({ slug, title: inLanguage(title) }));

const ageGroupsOf = ({ ageGroups }: StaffCampaign): Titled[] =>
  ageGroups.map((group) => ({ slug: group.slug, title: ageGroupName(group) }));

const titleOf = (all: readonly Titled[], slug: string) => all.find((one) => one.slug === slug)?.title ?? slug;
