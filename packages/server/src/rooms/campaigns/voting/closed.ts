import type { Connection, EntryTable } from "../../../storage/index.ts";
import { campaignBySlug } from "../store.ts";
import { publicVoteAt } from "./rules.ts";
import { votesThatCount } from "./store.ts";

/** Entry → public votes that count, in campaigns whose vote has closed: until then the jury's board says nothing of them. */
export async function closedVotesOf(
  db: Connection,
  entries: readonly Pick<EntryTable, "id" | "campaign" | "state">[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const closed = new Map<string, number>();
  for (const [slug, own] of Map.groupBy(entries, (it) => it.campaign)) {
    const campaign = await campaignBySlug(db, slug);
    if (!campaign || publicVoteAt(campaign, now)?.state !== "closed") continue;
    const ids = own.map(({ id }) => id);
    const votes = await votesThatCount(db, slug, ids);
    for (const { id, state } of own)
      if (state === "shortlisted" || votes.has(id)) closed.set(id, votes.get(id) ?? 0);
  }
  return closed;
}
