import { msg, str } from "@lit/localize";
import type { Operations, RequestOf, StaffEntry } from "@veche/protocol";
import { isRefusal } from "../../client/server-refusal.ts";
import type { Desk } from "../../shell/desk.ts";
import { allEntries } from "./all-entries.ts";
import type { EntriesController } from "./entries-controller.ts";
import type { Refusing } from "./reasons.ts";

/** The server takes this many at once. */
const AT_ONCE = 200;

type Wanted = RequestOf<Operations["campaigns"]["decide"]>["decision"];
export type Decision = Extract<Wanted, "approve" | "same" | "shortlist" | "unshortlist"> | Refusing;
/** What goes with a decision. */
export type Details = Partial<
  Pick<RequestOf<Operations["campaigns"]["decide"]>, "reason" | "fixBy" | "sameAs">
>;

const said = (decision: Decision, entries: number) =>
  ({
    approve: msg(str`Принято работ: ${entries}.`),
    reject: msg(str`Отклонено работ: ${entries}.`),
    shortlist: msg(str`Вошло в голосование работ: ${entries}.`),
    unshortlist: msg(str`Снято с голосования работ: ${entries}.`),
    same: msg(str`Отмечено повторов: ${entries}.`),
    ask_fix: msg(str`Попросили исправить работ: ${entries}.`),
  })[decision];

/** Decides on entries, one or many, and takes the last decision back. */
export class Decisions {
  readonly #desk: () => Desk;
  readonly #list: EntriesController;
  readonly #onChanged: () => void;
  #undo: (() => Promise<void>) | undefined;

  /** @param onChanged told after every decision, undone ones too */
  constructor(desk: () => Desk, list: EntriesController, onChanged: () => void) {
    this.#desk = desk;
    this.#list = list;
    this.#onChanged = onChanged;
  }

  /** @returns whether the server took it */
  async decide(entries: readonly StaffEntry[], decision: Decision, details: Details = {}): Promise<boolean> {
    const before = this.#list.entries;
    const changed = await this.#send(entries, decision, details);
    if (!changed) return false;
    this.#list.replace(changed);
    this.#onChanged();
    this.#undo = () => this.#takeBack(before, entries, changed, decision);
    this.#desk().notices.done(said(decision, changed.length), {
      label: msg("Отменить"),
      run: () => void this.undo(),
    });
    return true;
  }

  /** What was reported of an entry is looked into; that is taken back like a decision. */
  async resolveReports(entry: StaffEntry, words: string): Promise<void> {
    const before = this.#list.entries;
    const { client, notices } = this.#desk();
    const ids = [entry.id];
    await this.#orSay(async () => {
      this.#list.replace((await client.campaigns.resolveReports({ ids, words })).entries);
      this.#undo = () =>
        this.#orSay(async () =>
          this.#list.restore(before, (await client.campaigns.reopenReports({ ids })).entries),
        );
      notices.done(msg("Сообщения разобраны."), { label: msg("Отменить"), run: () => void this.undo() });
    });
  }

  async #orSay(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#desk().notices.problem(error.message);
    }
  }

  async undo(): Promise<void> {
    const undo = this.#undo;
    this.#undo = undefined;
    await undo?.();
  }

  async #takeBack(
    before: readonly StaffEntry[],
    entries: readonly StaffEntry[],
    decided: readonly StaffEntry[],
    undone: Decision,
  ): Promise<void> {
    const restored: StaffEntry[] = [];
    const standing = (entry: StaffEntry) => JSON.stringify([entry.reason, entry.fixBy, entry.sameAs]);
    const alike = Map.groupBy(entries, (it) => `${OPPOSITE[undone] ?? returning(it)} ${standing(it)}`);
    for (const group of alike.values()) {
      const [first] = group;
      if (!first) continue;
      const { reason, fixBy, sameAs } = first;
      const decision = OPPOSITE[undone] ?? returning(first);
      const now = decided.filter(({ id }) => group.some((it) => it.id === id));
      const changed = await this.#send(now, decision, { reason, fixBy: stillAhead(fixBy), sameAs });
      if (!changed) return;
      restored.push(...changed);
    }
    this.#list.restore(before, restored);
    this.#onChanged();
    this.#desk().notices.done(msg("Решение отменено."));
  }

  async #send(
    entries: readonly StaffEntry[],
    decision: Wanted,
    details: Details,
  ): Promise<readonly StaffEntry[] | undefined> {
    const { client, notices } = this.#desk();
    const changed: StaffEntry[] = [];
    try {
      for (let from = 0; from < entries.length; from += AT_ONCE) {
        const some = entries.slice(from, from + AT_ONCE);
        const ids = some.map(({ id }) => id);
        const seen = some.map(({ decidedAt }) => decidedAt ?? null);
        changed.push(...(await client.campaigns.decide({ ids, decision, seen, ...details })).entries);
      }
      return changed;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      notices.problem(error.message);
      this.#list.replace(changed);
      if (isRefusal(error, "conflict")) await this.#showAfresh(entries);
      return undefined;
    }
  }

  /** Colleagues decided meanwhile: what they made of these entries is shown. */
  async #showAfresh(entries: readonly StaffEntry[]): Promise<void> {
    const campaign = entries[0]?.campaign;
    if (campaign === undefined) return;
    const all = await allEntries(this.#desk().client, campaign, undefined);
    this.#list.replace(all.filter(({ id }) => entries.some((entry) => entry.id === id)));
    this.#onChanged();
  }
}

const OPPOSITE: Partial<Record<Decision, Wanted>> = { shortlist: "unshortlist", unshortlist: "shortlist" };

/** The decision that brings an entry back to how it stood. */
const returning = (entry: StaffEntry): Wanted => {
  if (entry.state === "rejected") return entry.sameAs ? "same" : "reject";
  if (entry.state === "submitted") return entry.reason ? "ask_fix" : "reopen";
  return "approve";
};

/** A day that has passed meanwhile can't be asked for again. */
const stillAhead = (moment: string | undefined) =>
  moment !== undefined && new Date(moment) > new Date() ? moment : undefined;
