import { Refusal } from "@veche/protocol";
import type { Connection } from "../../../storage/index.ts";
import type { CampaignRecord } from "../store.ts";
import { entriesOfAuthor, institutionsOf } from "./store.ts";

/**
 * Holds the author's limits. A work that the author was asked to mend doesn't count: the new one
 * takes its place.
 *
 * @param authorKey keyed hash of the author's name and guardian
 * @returns the entries that the new one replaces
 * @throws Refusal `conflict` when the author has as many as the campaign allows
 */
export async function placeFor(
  db: Connection,
  { slug, data }: CampaignRecord,
  authorKey: string,
  nomination: string,
): Promise<{ readonly replaces: { readonly id: string; readonly fix_by: string | null }[] }> {
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
  return { replaces: toMend.filter(isHere) };
}

/**
 * Holds how many works one school may send.
 *
 * @throws Refusal `conflict` when there are as many as the campaign allows
 */
export async function refuseFullInstitution(
  db: Connection,
  { slug, data }: CampaignRecord,
  institution: string,
): Promise<void> {
  const most = data.limits.entriesPerInstitution;
  if (most === undefined || fold(institution) === "") return;
  const all = await institutionsOf(db, slug);
  if (all.filter((it) => fold(it) === fold(institution)).length >= most)
    throw new Refusal("conflict", {
      reason: "campaigns.limit_of_institution",
      field: "institution",
      values: { count: most },
    });
}

/** «Школа № 7» and «школа 7» are one. */
const fold = (name: string) =>
  name
    .toLocaleLowerCase("ru")
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}]+/gu, "");

function parted<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
