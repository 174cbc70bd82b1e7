import { msg, str } from "@lit/localize";
import type { Operations, RequestOf, StaffEntry } from "@veche/protocol";
import { isRefusal } from "../../client/server-refusal.ts";
import type { Desk } from "../../shell/desk.ts";
import type { EntriesController } from "./entries-controller.ts";
import type { Refusing } from "./reasons.ts";

/** The server takes this many at once. */
const AT_ONCE = 200;

type Wanted = RequestOf<Operations["campaigns"]["decide"]>["decision"];
export type Decision = Extract<Wanted, "approve" | "shortlist" | "unshortlist"> | Refusing;

const said = (decision: Decision, entries: number) =>
  ({
    approve: msg(str`Принято работ: ${entries}.`),
    reject: msg(str`Отклонено работ: ${entries}.`),
    shortlist: msg(str`Вошло в голосование работ: ${entries}.`),
    unshortlist: msg(str`Снято с голосования работ: ${entries}.`),
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
  async decide(entries: readonly StaffEntry[], decision: Decision, reason?: string): Promise<boolean> {
    const before = this.#list.entries;
    const changed = await this.#send(entries, decision, reason);
    if (!changed) return false;
    this.#list.replace(changed);
    this.#onChanged();
    this.#undo = () => this.#takeBack(before, entries, decision);
    this.#desk().notices.done(said(decision, changed.length), {
      label: msg("Отменить"),
      run: () => void this.undo(),
    });
    return true;
  }

  async undo(): Promise<void> {
    const undo = this.#undo;
    this.#undo = undefined;
    await undo?.();
  }

  async #takeBack(
    before: readonly StaffEntry[],
    entries: readonly StaffEntry[],
    undone: Decision,
  ): Promise<void> {
    const restored: StaffEntry[] = [];
    for (const [decision, group] of Map.groupBy(entries, (entry) => OPPOSITE[undone] ?? returning(entry))) {
      const changed = await this.#send(group, decision, group[0]?.reason);
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
    reason: string | undefined,
  ): Promise<readonly StaffEntry[] | undefined> {
    const { client, notices } = this.#desk();
    const changed: StaffEntry[] = [];
    try {
      for (let from = 0; from < entries.length; from += AT_ONCE) {
        const ids = entries.slice(from, from + AT_ONCE).map(({ id }) => id);
        changed.push(...(await client.campaigns.decide({ ids, decision, reason })).entries);
      }
      return changed;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      notices.problem(error.message);
      this.#list.replace(changed);
      return undefined;
    }
  }
}

const OPPOSITE: Partial<Record<Decision, Wanted>> = { shortlist: "unshortlist", unshortlist: "shortlist" };

/** The decision that brings an entry back to how it stood. */
const returning = (entry: StaffEntry): Wanted => {
  if (entry.state === "rejected") return "reject";
  if (entry.state === "submitted") return entry.reason ? "ask_fix" : "reopen";
  return "approve";
};
