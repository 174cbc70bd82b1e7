import { Refusal } from "@veche/protocol";
import type { Connection } from "../../../storage/index.ts";
import type { CampaignRecord } from "../store.ts";
import { entriesOfAuthor } from "./store.ts";

/**
 * Holds the author's limits. A work that the author was asked to mend doesn't count: the new one
 * takes its place.
 *
 * @param authorKey keyed hash of the author's name and guardian
 * @returns ids of the entries that the new one replaces
 * @throws Refusal `conflict` when the author has as many as the campaign allows
 */
export async function placeFor(
  db: Connection,
  { slug, data }: CampaignRecord,
  authorKey: string,
  nomination: string,
): Promise<{ readonly replaces: string[] }> {
  const all = await entriesOfAuthor(db, slug, authorKey);
  const [toMend, standing] = parted(all, ({ state, reason }) => state === "submitted" && reason !== null);
  const { entriesPerAuthorPerNomination: each, maxEntriesPerAuthor: total } = data.limits;
  const isHere = (entry: { readonly nomination: string }) => entry.nomination === nomination;
  if (each !== undefined && standing.filter(isHere).length >= each) {
    throw new Refusal("conflict", { reason: "campaigns.limit_in_nomination", values: { count: each } });
  }
  if (total !== undefined && standing.length >= total) {
    throw new Refusal("conflict", { reason: "campaigns.limit_in_campaign", values: { count: total } });
  }
  return { replaces: toMend.filter(isHere).map(({ id }) => id) };
}

function parted<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
