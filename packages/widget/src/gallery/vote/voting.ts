import type { Ballot, PublicEntry, PublicVote } from "@veche/protocol";
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import { msg, str } from "@lit/localize";
import type { Address } from "../../requests/ask.ts";
import { Problem } from "../../requests/problem.ts";
import { type Calendar, momentInWords } from "../../campaigns/dates-in-words.ts";
import { ballotOf, talkToken, voteFor, voterToken } from "./ballot-client.ts";

/** The public vote within a gallery: its bar above the works, and under each what a reader can do. */
export class Voting implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #address: Address;
  readonly #campaign: string;
  readonly #count: (entryId: string, by: 1 | -1) => void;
  #vote: PublicVote;
  #own: readonly string[] = [];
  #sending: string | undefined;
  #failed: { readonly entryId: string; readonly problem: Problem } | undefined;

  /** @param count told of each vote that moved, for the figures on show */
  constructor(
    host: ReactiveControllerHost,
    address: Address,
    campaign: string,
    vote: PublicVote,
    count: (entryId: string, by: 1 | -1) => void,
  ) {
    this.#host = host;
    this.#address = address;
    this.#campaign = campaign;
    this.#vote = vote;
    this.#count = count;
    host.addController(this);
    if (vote.state === "open") void this.#read();
  }

  hostConnected(): void {}

  /** @param chosen whether only works of the vote are shown */
  bar(calendar: Calendar, chosen: boolean, choose: (chosen: boolean) => void) {
    return html`<section class="vote-bar" part="vote" aria-label=${msg("Народное голосование")}>
      <p>
        ${this.#said(calendar)}
        ${
          this.#vote.by === "chat" && this.#vote.state === "open"
            ? msg("Голосуют те, кто писал в чат города.")
            : nothing
        }
      </p>
      <label class="vote-only">
        <input
          type="checkbox"
          .checked=${chosen}
          @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)}
        />
        ${msg("Только работы голосования")}
      </label>
    </section>`;
  }

  under({ id, shortlisted, votes, title }: PublicEntry) {
    const isOwn = this.#own.includes(id);
    const isSending = this.#sending === id;
    const failed = this.#failed?.entryId === id ? this.#failed.problem : undefined;
    const mayVote = shortlisted && this.#vote.state === "open";
    return html`${votes === undefined ? nothing : html`<p class="author">${msg(str`Голосов: ${votes}`)}</p>`}
    ${
      mayVote
        ? html`<button
            type="button"
            class="button vote ${isOwn ? "primary" : ""}"
            aria-pressed=${isOwn ? "true" : "false"}
            aria-disabled=${this.#sending === undefined ? "false" : "true"}
            aria-label=${isOwn ? msg(str`Ваш голос: «${title}»`) : msg(str`Проголосовать за «${title}»`)}
            @click=${() => void this.#give(id)}
          >
            ${isSending ? msg("Отправляем голос…") : isOwn ? msg("✓ Ваш голос") : msg("Проголосовать")}
          </button>`
        : isOwn
          ? html`<p class="author">${msg("✓ Ваш голос")}</p>`
          : nothing
    }
    ${failed ? html`<p class="vote-failed" role="alert">${problemText(failed)}</p>` : nothing}`;
  }

  #said(calendar: Calendar): string {
    const { state, opensAt, closesAt, per, counts } = this.#vote;
    const now = new Date();
    if (state === "ahead")
      return msg(str`Народное голосование начнётся ${momentInWords(opensAt, now, calendar)}.`);
    if (state === "closed")
      return counts === "announced"
        ? msg(
            "Народное голосование закончилось. Сколько голосов у работ, станет известно с итогами конкурса.",
          )
        : msg("Народное голосование закончилось.");
    const until = momentInWords(closesAt, now, calendar);
    return per === "nomination"
      ? msg(
          str`Идёт народное голосование, до ${until}. У вас один голос в каждой номинации, и пока голосование идёт, его можно отдать другой работе.`,
        )
      : msg(
          str`Идёт народное голосование, до ${until}. У вас один голос, и пока голосование идёт, его можно отдать другой работе.`,
        );
  }

  /** Asked each time: a conversation may begin while the works are looked at. */
  #token(): string | undefined {
    const { server } = this.#address;
    return this.#vote.by === "chat" ? talkToken(server) : voterToken(server);
  }

  async #read(): Promise<void> {
    try {
      this.#take(await ballotOf(this.#address, this.#campaign, this.#token()));
    } catch (problem) {
      // Without it the works are still to be seen, and a vote says by itself what is wrong.
      if (!(problem instanceof Problem)) throw problem;
    }
  }

  async #give(entryId: string): Promise<void> {
    if (this.#sending !== undefined || this.#own.includes(entryId)) return;
    this.#sending = entryId;
    this.#failed = undefined;
    this.#host.requestUpdate();
    try {
      const before = this.#own;
      this.#take(await voteFor(this.#address, this.#campaign, this.#token(), entryId));
      for (const id of this.#own) if (!before.includes(id)) this.#count(id, 1);
      for (const id of before) if (!this.#own.includes(id)) this.#count(id, -1);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.#failed = { entryId, problem };
    } finally {
      this.#sending = undefined;
      this.#host.requestUpdate();
    }
  }

  #take({ vote, own }: Ballot): void {
    this.#vote = vote;
    this.#own = own;
    this.#host.requestUpdate();
  }
}

function problemText({ code, detail }: Problem): string {
  if (code === "unreachable")
    return msg("Нет связи с сервером города. Голос не отправлен, попробуйте ещё раз.");
  return detail ?? msg("На этой странице проголосовать не получится. Откройте её по адресу с https.");
}
