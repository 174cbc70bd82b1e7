import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/confirm-dialog";
import type { StaffEntry } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { renderMoment } from "../../parts/date-fields.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { shownAfresh } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { allEntries, inLanguage, likeliest, type StaffCampaign } from "../campaigns/index.ts";
import { announcementStyles } from "./announcement-styles.ts";
import "./certificates.ts";
import "./exhibition.ts";
import "./post.ts";
import "./press-release.ts";
import "./public-list.ts";
import { type Awarded, inOrder, momentOf, voteLostBy } from "./sealed.ts";

/** An administrator's room: exactly what will be public, and the one act that makes it so. */
@customElement("console-announcements")
export class Announcements extends RoomElement {
  static override styles = [pageStyles, documentStyles, announcementStyles];

  @state() private when: "now" | "later" = "now";
  @state() private moment = "";
  @state() private asked = false;
  @state() private busy = false;

  readonly #address = new QueryController(this);
  readonly #campaigns = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await this.desk.client.campaigns.staffCampaigns({}, signal)).items,
  });
  readonly #sealed = new Task(this, {
    args: () => [this.#campaign()] as const,
    task: async ([campaign], { signal }) => (campaign ? this.#read(campaign, signal) : []),
  });

  #campaign(): StaffCampaign | undefined {
    const known = this.#campaigns.value ?? [];
    const wanted = this.#address.get("campaign");
    return known.find(({ slug }) => slug === wanted) ?? likeliest(known, "judging", "open", "announced");
  }

  async #read(campaign: StaffCampaign, signal: AbortSignal): Promise<readonly Awarded[]> {
    const { client } = this.desk;
    const [{ results }, entries] = await Promise.all([
      client.campaigns.results({ slug: campaign.slug }, signal),
      allEntries(client, campaign.slug, undefined, signal),
    ]);
    const byId = new Map<string, StaffEntry>(entries.map((entry) => [entry.id, entry]));
    return inOrder(
      campaign,
      results.flatMap(({ entryId, place, title }) => {
        const entry = byId.get(entryId);
        return entry && entry.state !== "withdrawn" ? [{ entry, place, title }] : [];
      }),
    );
  }

  async #announce(campaign: StaffCampaign): Promise<void> {
    this.asked = false;
    this.busy = true;
    try {
      const at = this.when === "later" ? momentOf(this.moment)?.toISOString() : undefined;
      const { announcement } = await this.desk.client.announcements.announce({ slug: campaign.slug, at });
      this.desk.notices.done(
        announcement.publishedAt
          ? msg(str`Итоги объявлены. Победителей: ${announcement.winners}.`)
          : msg(str`Итоги станут видны ${dayAndMinute(announcement.at)}.`),
      );
      void this.#campaigns.run();
    } catch (error) {
      this.desk.notices.refusal(error);
    } finally {
      this.busy = false;
    }
  }

  protected override render() {
    const campaign = this.#campaign();
    return html`<div class="page">
      <h1>${msg("Объявление итогов")}</h1>
      ${shownAfresh(this.#campaigns, () =>
        campaign ? this.#renderCampaign(campaign) : html`<p class="empty">${msg("Конкурсов пока нет.")}</p>`,
      )}
    </div>`;
  }

  #renderCampaign(campaign: StaffCampaign) {
    return html`
      <console-campaign-choice
        .campaigns=${this.#campaigns.value ?? []}
        .value=${campaign.slug}
        @campaign-chosen=${({ detail }: CustomEvent<string>) => this.#address.set({ campaign: detail })}
      ></console-campaign-choice>
      ${shownAfresh(this.#sealed, (sealed) => [
        this.#renderState(campaign, sealed),
        this.#renderPapers(campaign, sealed),
        this.#renderSealed(campaign, sealed),
      ])}
    `;
  }

  #renderState(campaign: StaffCampaign, sealed: readonly Awarded[]) {
    const { announcement } = campaign;
    if (campaign.state === "announced" || campaign.state === "archived") {
      return html`<p class="panel note">
        ${announcement ? msg(str`Итоги объявлены ${dayAndMinute(announcement.at)}.`) : msg("Итоги объявлены.")}
      </p>`;
    }
    if (campaign.state !== "judging") {
      return html`<p class="panel note">
        ${msg("Объявить итоги можно после судейства. Сейчас конкурс ещё не судят.")}
      </p>`;
    }
    if (sealed.length === 0) {
      return html`<p class="panel note">
        ${msg("Результаты ещё не запечатаны.")}
        <a href="${import.meta.env.BASE_URL}results?campaign=${campaign.slug}">${msg("Расставить места")}</a>
      </p>`;
    }
    return html`
      ${announcement ? html`<p class="panel note">${msg(str`Назначено на ${dayAndMinute(announcement.at)}. Можно назначить заново.`)}</p>` : nothing}
      ${this.#renderAct(campaign, sealed)}
    `;
  }

  #renderAct(campaign: StaffCampaign, sealed: readonly Awarded[]) {
    const at = momentOf(this.moment);
    const lost = this.#renderLostVote(campaign, this.when === "later" && at ? at : new Date());
    const ready = this.when === "now" || (at !== undefined && at > new Date());
    return html`
      <form class="panel act" @submit=${(event: Event) => event.preventDefault()}>
        <label
          ><input
            type="radio"
            name="when"
            .checked=${this.when === "now"}
            @change=${() => (this.when = "now")}
          />
          ${msg("Сейчас")}</label
        >
        <label
          ><input
            type="radio"
            name="when"
            .checked=${this.when === "later"}
            @change=${() => (this.when = "later")}
          />
          ${msg("В назначенную минуту")}</label
        >
        ${
          this.when === "later"
            ? renderMoment({
                label: msg("Дата и время"),
                value: this.moment,
                write: (moment) => (this.moment = moment),
              })
            : nothing
        }
        ${lost}
        <vaadin-button theme="primary" ?disabled=${!ready || this.busy} @click=${() => (this.asked = true)}>
          ${this.when === "now" ? msg("Объявить сейчас…") : msg("Назначить…")}
        </vaadin-button>
      </form>
      <vaadin-confirm-dialog
        header=${this.when === "now" ? msg("Объявить итоги сейчас?") : msg("Назначить объявление?")}
        cancel-button-visible
        cancel-text=${msg("Отмена")}
        confirm-text=${this.when === "now" ? msg("Объявить") : msg("Назначить")}
        .opened=${this.asked}
        @confirm=${() => this.#announce(campaign)}
        @cancel=${() => (this.asked = false)}
      >
        <div class="confirm">
          <p>
            ${
              this.when === "now" || !at
                ? msg("Сразу и всем станет видно ровно то, что ниже. Отменить это нельзя.")
                : msg(
                    str`${dayAndMinute(at.toISOString())} всем станет видно ровно то, что ниже. До этой минуты не видно ничего.`,
                  )
            }
          </p>
          ${lost}
          <console-public-list short .campaign=${campaign} .awarded=${sealed}></console-public-list>
        </div>
      </vaadin-confirm-dialog>
    `;
  }

  #renderLostVote(campaign: StaffCampaign, at: Date) {
    const lost = voteLostBy(campaign, at);
    if (!lost || !campaign.vote) return nothing;
    const { opensAt, closesAt } = campaign.vote;
    return html`<p>
      <span class="tag warning">${msg("Голосование не закончено")}</span>
      ${
        lost === "rest"
          ? msg(
              str`Жители голосуют до ${dayAndMinute(closesAt)}. Объявление закончит голосование раньше: больше голосов не примут.`,
            )
          : msg(str`Голосование начинается ${dayAndMinute(opensAt)}. После объявления его уже не будет.`)
      }
    </p>`;
  }

  #renderPapers({ slug, state }: StaffCampaign, sealed: readonly Awarded[]) {
    if (sealed.length === 0) return nothing;
    return html`
      <p>
        <a href="/api/v1/staff/campaigns/${slug}/protocol.pdf" download
          >${msg("Протокол жюри на подпись (PDF)")}</a
        >
      </p>
      <console-press-release .campaign=${slug}></console-press-release>
      <console-post
        .campaign=${slug}
        ?announced=${state === "announced" || state === "archived"}
      ></console-post>
      ${
        state === "announced" || state === "archived"
          ? html`<console-certificates .campaign=${slug}></console-certificates>
              <console-exhibition .campaign=${slug}></console-exhibition>`
          : nothing
      }
    `;
  }

  #renderSealed(campaign: StaffCampaign, sealed: readonly Awarded[]) {
    if (sealed.length === 0) return nothing;
    const open = campaign.state === "judging";
    return html`<section class="panel list" aria-labelledby="public">
      <h2 id="public">${open ? msg("Что станет видно всем") : msg("Что видно всем")}</h2>
      <p class="quiet">
        ${inLanguage(campaign.title)}.
        ${msg("Имя, первая буква фамилии и возраст. Работы без согласия на публикацию названы только местом.")}
      </p>
      <console-public-list .campaign=${campaign} .awarded=${sealed}></console-public-list>
    </section>`;
  }
}
