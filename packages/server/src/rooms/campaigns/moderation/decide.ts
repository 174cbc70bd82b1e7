import {
  type HandlersOf,
  type Operations,
  Refusal,
  type StaffEntry,
  type StaffMember,
} from "@veche/protocol";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import type { Letters } from "../letters/letters.ts";
import type { CampaignParts } from "../parts.ts";
import { DECISIONS } from "../rules.ts";
import { addAudit, campaignBySlug } from "../store.ts";
import { reopenReports, resolveReports } from "./reports-store.ts";
import { entriesByIds, entryOfNumber, setDecision } from "./store.ts";

type Decide = HandlersOf<Operations["campaigns"]>["decide"];
type Asked = Parameters<Decide>[0];

/** What a parent is written to of. */
const TOLD: ReadonlySet<string> = new Set(["approve", "reject", "ask_fix", "same"]);
/** What takes a rejection back. */
const BACK: ReadonlySet<string> = new Set(["approve", "reopen"]);

/** One decision for one entry or many: for all of them or for none. */
export function createDeciding(
  { database, clock, newId }: CampaignParts,
  letters: Letters,
  views: (entries: readonly EntryTable[], staff: StaffMember) => Promise<StaffEntry[]>,
): Decide {
  return async (asked, { staff }) => {
    const { ids, decision } = asked;
    const { to } = DECISIONS[decision];
    const distinct = [...new Set(ids)];
    refuseIncomplete(asked, clock());
    await database.write(async (db) => {
      const entries = await entriesByIds(db, distinct);
      if (entries.length < distinct.length) throw new Refusal("not_found", { reason: "campaigns.no_entry" });
      refuseStale(entries, asked);
      refuseStuck(entries, decision);
      const same = decision === "same" ? await otherWork(db, asked) : undefined;
      const reason = same ? asked.reason || same.reason : asked.reason;
      const at = clock();
      await setDecision(db, distinct, {
        state: to,
        reason: decision === "reject" || decision === "ask_fix" || same ? (reason ?? null) : null,
        at,
        by: staff.id,
        fixBy: decision === "ask_fix" ? (asked.fixBy ?? null) : null,
        sameAs: same?.id ?? null,
      });
      // What was reported is answered by the rejection, and waits again where that is taken back.
      if (to === "rejected") await resolveReports(db, distinct, { at, by: staff.id, words: reason ?? "" });
      const back = entries.filter((it) => it.state === "rejected").map(({ id }) => id);
      if (BACK.has(decision) && back.length > 0) await reopenReports(db, back);
      for (const subject of distinct) {
        await addAudit(db, {
          id: newId(),
          at,
          by: staff.id,
          action: `entry.${decision}`,
          subject,
          detail: [reason, decision === "ask_fix" && asked.fixBy].filter(Boolean).join(" · ") || undefined,
        });
        if (TOLD.has(decision)) await letters.toParent(db, subject, "decided");
      }
    });
    const decided = await entriesByIds(database.read, distinct);
    const inOrder = distinct.flatMap((id) => decided.find((entry) => entry.id === id) ?? []);
    return { entries: await views(inOrder, staff) };
  };
}

function refuseIncomplete({ decision, reason, fixBy, sameAs }: Asked, now: Date): void {
  if (DECISIONS[decision].needsReason && !reason)
    throw new Refusal("invalid", { reason: "campaigns.reason_needed", field: "reason" });
  if (decision === "ask_fix" && fixBy && new Date(fixBy) <= now)
    throw new Refusal("invalid", { reason: "campaigns.closes_in_past", field: "fixBy" });
  if (decision === "same" && !sameAs)
    throw new Refusal("invalid", { reason: "campaigns.same_needed", field: "sameAs.number" });
}

function refuseStale(entries: readonly EntryTable[], { ids, seen }: Asked): void {
  if (!seen) return;
  const stale = entries.find(({ id, decided_at }) => decided_at !== (seen[ids.indexOf(id)] ?? null));
  if (stale)
    throw new Refusal("conflict", {
      reason: "campaigns.decided_meanwhile",
      values: { number: stale.number },
    });
}

function refuseStuck(entries: readonly EntryTable[], decision: Asked["decision"]): void {
  const { from, to } = DECISIONS[decision];
  const stuck = entries.find((entry) => !from.some((state) => state === entry.state));
  if (stuck) {
    throw new Refusal("conflict", {
      reason: "campaigns.decided_already",
      values: { number: stuck.number },
    });
  }
  const unconsented = to === "approved" && entries.find((entry) => entry.consent_due === 1);
  if (unconsented) {
    throw new Refusal("conflict", {
      reason: "campaigns.consent_due",
      values: { number: unconsented.number },
    });
  }
}

/** The other work, and what the parent hears of it where the moderator says nothing else. */
async function otherWork(
  db: Connection,
  { ids, sameAs }: Asked,
): Promise<{ readonly id: string; readonly reason: string }> {
  const campaign = sameAs && (await campaignBySlug(db, sameAs.campaign));
  const other = sameAs && (await entryOfNumber(db, sameAs.campaign, sameAs.number));
  if (!campaign || !other || other.state === "withdrawn" || ids.includes(other.id)) {
    const values = { number: sameAs?.number ?? 0 };
    throw new Refusal("invalid", { reason: "campaigns.no_other_work", field: "sameAs.number", values });
  }
  const { locale } = campaign.data;
  return { id: other.id, reason: SAME[locale](other.number) };
}

const SAME = {
  ru: (number: number) =>
    `Эта работа уже есть среди присланных, под № ${number}: одну работу показываем один раз. Если это ошибка, ответьте организатору.`,
  en: (number: number) =>
    `This work is among the entries already, as No. ${number}, and one work is shown once. If this is a mistake, please tell the organiser.`,
} as const;
