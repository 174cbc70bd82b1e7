import { type CampaignTerms, TERMS, type TermsChange } from "@veche/protocol";
import { forgetGuest } from "../ceremony/store.ts";
import { forgetSheet } from "../exhibition/store.ts";
import type { CampaignChangeTable, Connection, EntryTable } from "../../../storage/index.ts";
import { forgetMarks } from "../same-work/store.ts";

export type ChangedPart = (typeof TERMS)[number];
export const ALL_PARTS: readonly (keyof CampaignTerms & ChangedPart)[] = TERMS;

export const addChange = (db: Connection, change: CampaignChangeTable) =>
  db.insertInto("campaign_change").values(change).execute();

/** The latest first. */
export async function changesOf(db: Connection, campaign: string): Promise<(TermsChange & { by: string })[]> {
  const rows = await db
    .selectFrom("campaign_change")
    .leftJoin("user", "user.id", "campaign_change.by")
    .select(["campaign_change.at", "campaign_change.parts", "user.name"])
    .where("campaign", "=", campaign)
    .orderBy("campaign_change.at", "desc")
    .execute();
  return rows.map(({ at, parts, name }) => ({
    at,
    parts: JSON.parse(parts) as ChangedPart[],
    by: name ?? "",
  }));
}

/** Works that still wait for a parent's consent, with what decides for how long. */
export const awaitingConsent = (db: Connection, campaign: string) =>
  db
    .selectFrom("entry")
    .select(["id", "created_at"])
    .where("campaign", "=", campaign)
    .where("consent_due", "=", 1)
    .execute();

/** Entries whose names are still there, `limit` at most. */
export const stillNamed = (db: Connection, campaign: string, limit: number) =>
  db
    .selectFrom("entry")
    .select(["id", "publishing"])
    .where("campaign", "=", campaign)
    .where("state", "!=", "withdrawn")
    .where("names_erased_at", "is", null)
    .limit(limit)
    .execute();

/** Those of the entries whose consent to this purpose lasts. */
export async function consentedTo(db: Connection, ids: readonly string[], purpose: string) {
  if (ids.length === 0) return new Set<string>();
  const rows = await db
    .selectFrom("consent")
    .select("entry_id")
    .where("entry_id", "in", ids)
    .where("purpose", "=", purpose)
    .where("withdrawn_at", "is", null)
    .execute();
  return new Set(rows.map(({ entry_id }) => entry_id));
}

const NOBODY = {
  author_first_name: "",
  author_last_name: "",
  settlement: "",
  institution: "",
  teacher: "",
  helped_by: "",
  class_name: "",
  teacher_contact: "",
  guardian_name: "",
  guardian_contact: "",
  idempotency_key: null,
  content_digest: "",
  author_key: "",
} satisfies Partial<EntryTable>;

/**
 * Erases who it was: names, contacts, and every paper that has a name on it. The work stays where a consent keeps it.
 *
 * @returns keys of the files that are to be erased
 */
export async function eraseNames(
  db: Connection,
  id: string,
  { keepsWork, now }: { readonly keepsWork: boolean; readonly now: Date },
): Promise<string[]> {
  const files = db.deleteFrom("entry_file").where("entry_id", "=", id);
  const gone = await (keepsWork ? files.where("role", "in", ["certificate", "exhibition"]) : files)
    .returning("key")
    .execute();
  const work = keepsWork ? {} : { title: "", text: "", alt: "", image: null, perceptual_hash: null };
  await db
    .updateTable("entry")
    .set({ ...NOBODY, ...work, names_erased_at: now.toISOString() })
    .where("id", "=", id)
    .execute();
  if (!keepsWork) await forgetMarks(db, id);
  await db.updateTable("certificate").set({ name: null, file: null }).where("entry_id", "=", id).execute();
  await db.deleteFrom("score_comment").where("entry_id", "=", id).execute();
  await forgetGuest(db, id);
  await forgetSheet(db, id);
  return gone.map(({ key }) => key);
}
