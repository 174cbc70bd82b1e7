import type { Operations, ReplyOf, StaffEntry } from "@veche/protocol";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { isRefusal } from "../../client/server-refusal.ts";
import type { Desk } from "../../shell/desk.ts";
import type { Points } from "./score-sheet.ts";
import type { StaffCampaign } from "./words.ts";

const READ_AT_ONCE = 4;

type OwnScores = ReplyOf<Operations["campaigns"]["ownScores"]>;

/** A juror's own scores, read in the background and saved one after another. */
export class Judgement implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #desk: () => Desk;
  readonly #own = new Map<string, OwnScores>();
  readonly #waiting = new Map<string, OwnScores>();
  #leaving = new AbortController();

  saving: "saved" | "saving" | { readonly refused: string } = "saved";

  constructor(host: ReactiveControllerHost, desk: () => Desk) {
    this.#host = host;
    this.#desk = desk;
    host.addController(this);
  }

  hostConnected(): void {
    this.#leaving = new AbortController();
  }

  hostDisconnected(): void {
    this.#leaving.abort();
  }

  /** Undefined until it has been read. */
  of(work: string): OwnScores | undefined {
    return this.#own.get(work);
  }

  async read(works: readonly StaffEntry[]): Promise<void> {
    const unread = works.map(({ id }) => id).filter((id) => !this.#own.has(id));
    await Promise.all(Array.from({ length: READ_AT_ONCE }, () => this.#readFrom(unread)));
  }

  async #readFrom(unread: string[]): Promise<void> {
    for (let id = unread.shift(); id !== undefined && !this.#leaving.signal.aborted; id = unread.shift()) {
      try {
        const own = await this.#desk().client.campaigns.ownScores({ id });
        if (!this.#own.has(id)) this.#own.set(id, own);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        this.saving = { refused: error.message };
      }
      this.#host.requestUpdate();
    }
  }

  /** Shows the scores at once and saves the newest; earlier unsaved ones of the same work are passed over. */
  async save(work: string, scores: Points, comment: string): Promise<void> {
    const given = { scores, comment };
    this.#own.set(work, given);
    this.#waiting.set(work, given);
    this.#host.requestUpdate();
    if (this.saving === "saving") return;
    this.saving = "saving";
    await this.#saveWaiting();
    this.#host.requestUpdate();
  }

  async #saveWaiting(): Promise<void> {
    for (const [id, { scores, comment }] of this.#waiting) {
      this.#waiting.delete(id);
      try {
        await this.#desk().client.campaigns.score({ id, scores, comment: comment || undefined });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        this.#waiting.set(id, { scores, comment });
        this.saving = { refused: error.message };
        return;
      }
    }
    this.saving = "saved";
  }
}

/** Every criterion has its points. */
export const isJudged = ({ criteria }: StaffCampaign, own: OwnScores | undefined) =>
  own !== undefined && criteria.every(({ slug }) => own.scores[slug] !== undefined);

export const judgedOf = (campaign: StaffCampaign, works: readonly StaffEntry[], judgement: Judgement) =>
  works.filter(({ id }) => isJudged(campaign, judgement.of(id))).length;
