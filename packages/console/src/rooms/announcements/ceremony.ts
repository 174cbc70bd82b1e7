import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { Ceremony as CeremonyTold, CeremonyGuest } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { icon } from "../../parts/icons.ts";
import { count, dayAndMinute } from "../../parts/moments.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { refusalNote, shownAfresh } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { cardStyles, renderTable, tableStyles } from "../../parts/table.ts";
import {
  ageGroupName,
  inLanguage,
  likeliest,
  renderContact,
  type StaffCampaign,
} from "../campaigns/index.ts";
import "./ceremony-dialog.ts";
import type { CeremonyDialog } from "./ceremony-dialog.ts";
import "./guest-dialog.ts";
import type { GuestDialog } from "./guest-dialog.ts";

/** An administrator's room: who is invited, who comes, in which order they are called, who was given what. */
@customElement("console-ceremony")
export class Ceremony extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    tableStyles,
    cardStyles,
    css`
      console-campaign-choice vaadin-select {
        width: min(520px, 100%);
      }
      .acts {
        white-space: normal;
      }
      .when {
        display: grid;
        gap: 8px;
        padding: 14px 18px;
      }
      .sums {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 18px;
      }
      .move {
        white-space: nowrap;
      }
      .move vaadin-button {
        min-width: 36px;
        margin: 0;
        padding: 0;
      }
      .move .icon {
        transform: rotate(90deg);
      }
    `,
  ];

  @state() private ceremony: CeremonyTold | undefined;
  @query("console-ceremony-dialog") private dialog!: CeremonyDialog;
  @query("console-guest-dialog") private guest!: GuestDialog;
  readonly #attempt = new Attempt(this);
  readonly #address = new QueryController(this);
  readonly #campaigns = new Task(this, {
    args: () => [],
    task: async (_, { signal }) =>
      (await this.desk.client.campaigns.staffCampaigns({}, signal)).items.filter(
        ({ state: now }) => now !== "draft" && now !== "open",
      ),
  });
  readonly #reading = new Task(this, {
    args: () => [this.#campaign()?.slug] as const,
    task: async ([slug], { signal }) => {
      this.ceremony = slug
        ? (await this.desk.client.campaigns.ceremony({ slug }, signal)).ceremony
        : undefined;
    },
  });

  #campaign(): StaffCampaign | undefined {
    const known = this.#campaigns.value ?? [];
    const wanted = this.#address.get("campaign");
    return known.find(({ slug }) => slug === wanted) ?? likeliest(known, "announced", "judging");
  }

  #do = (act: () => Promise<{ ceremony: CeremonyTold }>) =>
    this.#attempt.run(async () => {
      this.ceremony = (await act()).ceremony;
    });

  #invite = (slug: string, guests: number) =>
    this.#do(async () => {
      const told = await this.desk.client.campaigns.inviteToCeremony({ slug });
      this.desk.notices.done(msg(str`Приглашено: ${guests}.`));
      return told;
    });

  #moved(slug: string, guests: readonly CeremonyGuest[], from: number, by: 1 | -1): void {
    const entryIds = guests.map(({ entryId }) => entryId);
    const [taken] = entryIds.splice(from, 1);
    if (taken) entryIds.splice(from + by, 0, taken);
    void this.#do(() => this.desk.client.campaigns.orderCeremony({ slug, entryIds }));
  }

  protected override render() {
    const campaign = this.#campaign();
    return html`<div class="page">
      <h1>${msg("Награждение")}</h1>
      ${shownAfresh(this.#campaigns, () =>
        campaign
          ? this.#renderCampaign(campaign)
          : html`<p class="empty">${msg("Награждать пока некого: ни один конкурс ещё не судят.")}</p>`,
      )}
    </div>`;
  }

  #renderCampaign(campaign: StaffCampaign) {
    const { ceremony } = this;
    return html`
      <console-campaign-choice
        .campaigns=${this.#campaigns.value ?? []}
        .value=${campaign.slug}
        @campaign-chosen=${({ detail }: CustomEvent<string>) => this.#address.set({ campaign: detail })}
      ></console-campaign-choice>
      ${refusalNote(this.#attempt.refusal)}
      ${shownAfresh(this.#reading, () =>
        ceremony
          ? [
              this.#renderWhen(campaign.slug, ceremony),
              ceremony.guests.length === 0
                ? html`<p class="empty">
                    ${msg("Результаты ещё не запечатаны.")}
                    <a href="${import.meta.env.BASE_URL}results?campaign=${campaign.slug}"
                      >${msg("Расставить места")}</a
                    >
                  </p>`
                : this.#renderGuests(campaign, ceremony),
            ]
          : nothing,
      )}
      <console-ceremony-dialog
        @ceremony-told=${({ detail }: CustomEvent<CeremonyTold>) => (this.ceremony = detail)}
      ></console-ceremony-dialog>
      <console-guest-dialog
        @ceremony-told=${({ detail }: CustomEvent<CeremonyTold>) => (this.ceremony = detail)}
      ></console-guest-dialog>
    `;
  }

  #renderWhen(slug: string, ceremony: CeremonyTold) {
    const { at, place, note, announced, mail, guests } = ceremony;
    const waiting = guests.filter(({ invitedAt }) => !invitedAt).length;
    const coming = at !== undefined && new Date(at) > new Date();
    return html`<section class="panel when">
      <p>
        ${at ? html`<strong>${dayAndMinute(at)}</strong>, ${place}` : msg("Когда и где награждение, ещё не сказано.")}
      </p>
      ${note ? html`<p class="quiet">${note}</p>` : nothing}
      <div class="row">
        <vaadin-button @click=${() => this.dialog.show(slug, ceremony)}
          >${at ? msg("Изменить время и место") : msg("Назначить время и место")}</vaadin-button
        >
        ${
          waiting > 0
            ? html`<vaadin-button
                theme="primary"
                ?disabled=${!announced || !coming || this.#attempt.busy}
                @click=${() => this.#invite(slug, waiting)}
                >${msg(str`Пригласить: ${waiting}`)}</vaadin-button
              >`
            : nothing
        }
      </div>
      <p class="quiet">
        ${
          announced
            ? mail
              ? msg(
                  "Приглашение приходит письмом с файлом для календаря и стоит в личной ссылке заявки. Кто оставил только телефон, тем позвоните.",
                )
              : msg(
                  "Почта города не подключена: приглашение видно только по личной ссылке заявки. Позвоните родителям.",
                )
            : msg("Пригласить можно после объявления итогов: приглашение выдало бы их.")
        }
      </p>
    </section>`;
  }

  #renderGuests(campaign: StaffCampaign, { guests, reordered }: CeremonyTold) {
    const { slug } = campaign;
    const base = `/api/v1/staff/campaigns/${slug}/ceremony/list.pdf?list=`;
    const coming = guests.filter(({ reply }) => reply?.coming);
    const people = coming.reduce((sum, { reply }) => sum + (reply?.people ?? 1), 0);
    const silent = guests.filter(({ reply }) => !reply).length;
    return html`
      <p class="sums" role="status">
        <span>${msg(str`Придут: ${coming.length}, всего человек: ${count(people)}`)}</span>
        <span>${msg(str`Не придут: ${guests.length - coming.length - silent}`)}</span>
        <span>${msg(str`Не ответили: ${silent}`)}</span>
        <span
          >${msg(str`Вручено: ${guests.filter(({ handedOut }) => handedOut).length} из ${guests.length}`)}</span
        >
      </p>
      <p class="sums">
        <a href="${base}calling" download>${icon("download")} ${msg("Порядок вызова (PDF)")}</a>
        <a href="${base}prizes" download>${icon("download")} ${msg("Ведомость призов (PDF)")}</a>
        <a href="${base}photo" download>${icon("download")} ${msg("Кого можно снимать (PDF)")}</a>
      </p>
      <section class="panel scroll cards" tabindex="0" aria-label=${msg("Гости")}>
        ${renderTable({
          headings: [msg("Порядок"), msg("Кого вызывают"), msg("Награда"), msg("Что ответили"), msg("Приз")],
          acts: true,
          rows: guests.map((guest, index) => ({ guest, index })),
          key: ({ guest }) => guest.entryId,
          draw: ({ guest, index }) => this.#renderGuest(campaign, guests, guest, index),
        })}
      </section>
      ${
        reordered
          ? html`<p>
              <vaadin-button
                theme="small tertiary"
                @click=${() =>
                  this.#do(() => this.desk.client.campaigns.orderCeremony({ slug, entryIds: [] }))}
                >${msg("Вернуть порядок по номинациям и местам")}</vaadin-button
              >
            </p>`
          : nothing
      }
    `;
  }

  #renderGuest(
    campaign: StaffCampaign,
    guests: readonly CeremonyGuest[],
    guest: CeremonyGuest,
    index: number,
  ) {
    const nomination = campaign.nominations.find(({ slug }) => slug === guest.nomination);
    const ageGroup = campaign.ageGroups.find(({ slug }) => slug === guest.ageGroup);
    const mover = (by: 1 | -1, label: string) =>
      html`<vaadin-button
        theme="small tertiary icon"
        aria-label=${label}
        ?disabled=${this.#attempt.busy || index + by < 0 || index + by >= guests.length}
        @click=${() => this.#moved(campaign.slug, guests, index, by)}
        >${icon(by < 0 ? "back" : "next")}</vaadin-button
      >`;
    return html`<tr>
      <td class="move">
        ${index + 1}
        ${mover(-1, msg(str`Вызвать раньше: ${guest.name}`))}${mover(1, msg(str`Вызвать позже: ${guest.name}`))}
      </td>
      <td>
        ${guest.name || "—"}${guest.age === undefined ? nothing : `, ${guest.age}`}<br />
        <span class="quiet">№ ${guest.entryNumber} · ${renderContact(guest.guardian.contact)}</span>
      </td>
      <td>
        ${guest.awards.join(", ")}<br />
        <span class="quiet"
          >${nomination ? inLanguage(nomination.title) : guest.nomination},
          ${ageGroup && ageGroupName(ageGroup)}</span
        >
      </td>
      <td>${this.#renderReply(guest)}</td>
      <td data-heading=${msg("Приз")}>
        ${
          guest.handedOut
            ? html`${guest.handedOut.to}<br /><span class="quiet"
                  >${dayAndMinute(guest.handedOut.at)}, ${guest.handedOut.by}</span
                >`
            : html`<span class="quiet">${msg("не вручён")}</span>`
        }
      </td>
      <td class="acts">
        <vaadin-button theme="small" @click=${() => this.guest.show(guest, "reply")}
          >${msg("Записать ответ")}</vaadin-button
        >
        ${
          guest.handedOut
            ? html`<vaadin-button
                theme="small tertiary"
                ?disabled=${this.#attempt.busy}
                @click=${() =>
                  this.#do(() => this.desk.client.campaigns.takePrizeBack({ id: guest.entryId }))}
                >${msg("Отменить вручение")}</vaadin-button
              >`
            : html`<vaadin-button theme="small" @click=${() => this.guest.show(guest, "prize")}
                >${msg("Вручить")}</vaadin-button
              >`
        }
      </td>
    </tr>`;
  }

  #renderReply({ reply, invitedAt }: CeremonyGuest) {
    if (!reply)
      return html`<span class="tag ${invitedAt ? "warning" : ""}"
        >${invitedAt ? msg("молчит") : msg("не приглашён")}</span
      >`;
    if (!reply.coming) return html`<span class="tag">${msg("не придёт")}</span>`;
    return html`<span class="tag success">${msg(str`придут: ${reply.people ?? 1}`)}</span>
      <span class="quiet">${reply.photo ? msg("снимать можно") : msg("не снимать")}</span>`;
  }
}
