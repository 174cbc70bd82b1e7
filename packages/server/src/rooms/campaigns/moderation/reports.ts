import {
  type HandlersOf,
  type Operations,
  Refusal,
  type StaffEntry,
  type StaffMember,
} from "@veche/protocol";
import type { EntryTable } from "../../../storage/index.ts";
import { publicEntryOf } from "../entries/store.ts";
import type { CampaignParts } from "../parts.ts";
import { campaignBySlug } from "../store.ts";
import { addReport, countReports, reopenReports, reportOf, resolveReports } from "./reports-store.ts";
import { entriesByIds } from "./store.ts";

type Reports = Pick<HandlersOf<Operations["campaigns"]>, "report" | "resolveReports" | "reopenReports">;

/** One network's in a day: a school's whole class may look at a gallery, a prank may not bury it. */
const MOST_IN_A_DAY = 20;
const DAY_SECONDS = 24 * 60 * 60;

/** What the public says is wrong with a published work, and what moderators found. */
export function createReports(
  { database, clock, newId, secrets }: CampaignParts,
  views: (entries: readonly EntryTable[], staff: StaffMember) => Promise<StaffEntry[]>,
): Reports {
  /** The same network on another day is another: nobody is followed by it. */
  const networkOf = (network: string, now: Date) =>
    secrets.hash(JSON.stringify(["report", network, now.toISOString().slice(0, 10)]));

  async function changed(ids: readonly string[], staff: StaffMember) {
    const entries = await entriesByIds(database.read, ids);
    return { entries: await views(entries, staff) };
  }

  async function refuseUnknown(ids: readonly string[]): Promise<string[]> {
    const distinct = [...new Set(ids)];
    const known = await entriesByIds(database.read, distinct);
    if (known.length < distinct.length) throw new Refusal("not_found", { reason: "campaigns.no_entry" });
    return distinct;
  }

  return {
    async report({ slug, number, reason, words = "" }, caller) {
      if (reason === "else" && words === "")
        throw new Refusal("invalid", { reason: "campaigns.report_words", field: "words" });
      const campaign = await campaignBySlug(database.read, slug);
      const entry =
        campaign?.state === "draft" ? undefined : await publicEntryOf(database.read, slug, number);
      if (!entry) throw new Refusal("not_found", { reason: "campaigns.no_work" });
      const now = clock();
      const network = networkOf(caller.network, now);
      await database.write(async (db) => {
        if (await reportOf(db, entry.id, network)) return;
        if ((await countReports(db, network)) >= MOST_IN_A_DAY)
          throw new Refusal("rate_limited", { retryAfterSeconds: DAY_SECONDS - secondsOfDay(now) });
        await addReport(db, {
          id: newId(),
          entry_id: entry.id,
          reason,
          words,
          network,
          at: now.toISOString(),
          resolved_at: null,
          resolved_by: null,
          resolution: "",
        });
      });
      return { received: true };
    },

    async resolveReports({ ids, words }, { staff }) {
      const distinct = await refuseUnknown(ids);
      await database.write((db) => resolveReports(db, distinct, { at: clock(), by: staff.id, words }));
      return changed(distinct, staff);
    },

    async reopenReports({ ids }, { staff }) {
      const distinct = await refuseUnknown(ids);
      await database.write((db) => reopenReports(db, distinct));
      return changed(distinct, staff);
    },
  };
}

const secondsOfDay = (now: Date) => now.getUTCHours() * 3600 + now.getUTCMinutes() * 60 + now.getUTCSeconds();
