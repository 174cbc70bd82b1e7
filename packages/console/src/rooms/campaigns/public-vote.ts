import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { VotesSoFar } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { icon } from "../../parts/icons.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { refusalNote, shown } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { cardStyles, renderTable, tableStyles } from "../../parts/table.ts";
import { publicVoteStyles } from "./public-vote-styles.ts";
import "./set-aside-dialog.ts";
import type { MeantVotes, SetAsideDialog } from "./set-aside-dialog.ts";

type Flood = VotesSoFar["floods"][number];
type Act = VotesSoFar["acts"][number];

/** How the public voted in one campaign: totals, what looks like a flood, what was set aside and why. */
@customElement("console-public-vote")
export class PublicVote extends RoomElement {
  static override styles = [pageStyles, documentStyles, tableStyles, publicVoteStyles, cardStyles];

  /** The campaign's slug. */
  @property() campaign = "";
  @query("console-set-aside-dialog") private dialog!: SetAsideDialog;

  readonly #attempt = new Attempt(this);
  readonly #votes = new Task(this, {
    args: () => [this.campaign] as const,
    task: ([slug], { signal }) => this.desk.client.campaigns.votes({ slug }, signal),
  });

  #setAside = ({ meant, reason }: { readonly meant: MeantVotes; readonly reason: string }) =>
    this.#attempt.run(async () => {
      const { network, entryId, from, to } = meant;
      const whose = { ...(network && { network }), ...(entryId && { entryId }) };
      const act = { slug: this.campaign, ...whose, from, to, reason };
      await this.desk.client.campaigns.setVotesAside(act);
      this.desk.notices.done(msg("Голоса отложены. Их можно снова учесть."));
      await this.#votes.run();
    });

  #countAgain = (act: string) =>
    this.#attempt.run(async () => {
      await this.desk.client.campaigns.countVotesAgain({ slug: this.campaign, act });
      this.desk.notices.done(msg("Голоса снова учтены."));
      await this.#votes.run();
    });

  protected override render() {
    return html`${refusalNote(this.#attempt.refusal)}
      ${shown(this.#votes, (votes) => [
        this.#renderTotals(votes),
        this.#renderFloods(votes),
        this.#renderActs(votes),
      ])}
      <console-set-aside-dialog
        @set-aside=${({ detail }: CustomEvent<{ meant: MeantVotes; reason: string }>) => this.#setAside(detail)}
      ></console-set-aside-dialog>`;
  }

  #renderTotals({ vote, entries }: VotesSoFar) {
    const states = {
      ahead: msg(str`Начнётся: ${dayAndMinute(vote.opensAt)}`),
      open: msg(str`Идёт до: ${dayAndMinute(vote.closesAt)}`),
      closed: msg(str`Закончилось: ${dayAndMinute(vote.closesAt)}`),
    };
    return html`<section class="panel scroll" tabindex="0" aria-label=${msg("Народное голосование")}>
      <div class="row">
        <h2 class="grow">${msg("Народное голосование")}</h2>
        <span class="tag">${states[vote.state]}</span>
        <a href="/api/v1/staff/campaigns/${this.campaign}/votes.csv" download
          >${icon("download")} ${msg("Все голоса для пересчёта (CSV)")}</a
        >
      </div>
      ${
        entries.length === 0
          ? html`<p class="quiet">
              ${msg("Работ в голосовании пока нет. Их выбирают в модерации среди принятых.")}
            </p>`
          : renderTable({
              headings: [msg("Работа"), msg("Голосов"), msg("Отложено")],
              rows: entries,
              key: ({ entryId }) => entryId,
              draw: ({ number, title, votes, setAside }) =>
                html`<tr>
                  <td>№ ${number} «${title}»</td>
                  <td class="number">${votes}</td>
                  <td class="number quiet">${setAside || "—"}</td>
                </tr>`,
            })
      }
    </section>`;
  }

  #renderFloods({ floods, entries }: VotesSoFar) {
    if (floods.length === 0) return nothing;
    const nameOf = (id: string | undefined) => {
      const entry = entries.find(({ entryId }) => entryId === id);
      return entry ? `№ ${entry.number} «${entry.title}»` : "—";
    };
    return html`<section class="panel scroll cards" tabindex="0" aria-label=${msg("Похоже на накрутку")}>
      <h2>${msg("Похоже на накрутку")}</h2>
      <p class="quiet">
        ${msg("Это подсказка: так голосует и школа с одним выходом в сеть. Голоса откладывает человек, с причиной.")}
      </p>
      ${renderTable({
        headings: [msg("Что"), msg("Когда"), msg("Голосов"), msg("Отложено")],
        acts: true,
        rows: floods,
        key: ({ network, entryId, from }) => `${network} ${entryId} ${from}`,
        draw: (flood) => this.#renderFlood(flood, nameOf(flood.entryId)),
      })}
    </section>`;
  }

  #renderFlood(flood: Flood, work: string) {
    const { kind, network, from, to, votes, setAside } = flood;
    const mark = (network ?? "").slice(0, 6);
    const what =
      kind === "network" ? msg(str`Из одной сети, метка ${mark}`) : msg(str`За одну работу: ${work}`);
    return html`<tr>
      <td>${what}</td>
      <td>${dayAndMinute(from)} – ${dayAndMinute(to)}</td>
      <td class="number" data-heading=${msg("Голосов")}>${votes}</td>
      <td class="number quiet" data-heading=${msg("Отложено")}>${setAside || "—"}</td>
      <td class="acts">
        ${
          setAside < votes
            ? html`<vaadin-button
                theme="small"
                ?disabled=${this.#attempt.busy}
                @click=${() => this.dialog.ask({ ...flood, what, votes: votes - setAside })}
                >${msg("Отложить")}</vaadin-button
              >`
            : nothing
        }
      </td>
    </tr>`;
  }

  #renderActs({ acts }: VotesSoFar) {
    if (acts.length === 0) return nothing;
    return html`<section class="panel scroll cards" tabindex="0" aria-label=${msg("Отложенные голоса")}>
      <h2>${msg("Отложенные голоса")}</h2>
      ${renderTable({
        headings: [msg("Причина"), msg("Кто и когда"), msg("Голосов")],
        acts: true,
        rows: acts,
        key: ({ id }) => id,
        draw: (act) => this.#renderAct(act),
      })}
    </section>`;
  }

  #renderAct({ id, reason, by, at, votes, undone }: Act) {
    return html`<tr>
      <td>${reason}</td>
      <td>${by}, ${dayAndMinute(at)}</td>
      <td class="number" data-heading=${msg("Голосов")}>${votes}</td>
      <td class="acts">
        ${
          undone
            ? html`<span class="quiet"
                >${msg(str`Снова учтены: ${undone.by}, ${dayAndMinute(undone.at)}`)}</span
              >`
            : html`<vaadin-button
                theme="small tertiary"
                ?disabled=${this.#attempt.busy}
                @click=${() => this.#countAgain(id)}
                >${msg("Учесть снова")}</vaadin-button
              >`
        }
      </td>
    </tr>`;
  }
}
