import type { EntryState } from "@veche/protocol";
import type { Connection, ConsentTable, EntryFileTable, EntryTable } from "../../../storage/index.ts";
import { forgetGuest } from "../ceremony/store.ts";
import { forgetSheet } from "../exhibition/store.ts";
import { ADMITTED } from "../rules.ts";
import { forgetReports } from "../moderation/reports-store.ts";
import { forgetMarks } from "../same-work/store.ts";

export const entryById = (db: Connection, id: string) =>
  db.selectFrom("entry").selectAll().where("id", "=", id).executeTakeFirst();

/** Of every campaign. */
export const entriesOfNumber = (db: Connection, number: number) =>
  db.selectFrom("entry").selectAll().where("number", "=", number).execute();

export const entryByIdempotencyKey = (db: Connection, campaign: string, key: string) =>
  db
    .selectFrom("entry")
    .selectAll()
    .where("campaign", "=", campaign)
    .where("idempotency_key", "=", key)
    .executeTakeFirst();

/** Those who take part and left an address to write to. */
export async function entryIdsWithContact(db: Connection, campaign: string): Promise<string[]> {
  const rows = await db
    .selectFrom("entry")
    .select("id")
    .where("campaign", "=", campaign)
    .where("state", "not in", ["rejected", "withdrawn"])
    .where((it) => it.or([it("guardian_contact", "like", "%@%"), it("teacher_contact", "like", "%@%")]))
    .execute();
  return rows.map(({ id }) => id);
}

/** What an author has in a campaign that is neither rejected nor withdrawn. */
export const entriesOfAuthor = (db: Connection, campaign: string, authorKey: string) =>
  db
    .selectFrom("entry")
    .select(["id", "nomination", "state", "reason", "fix_by"])
    .where("campaign", "=", campaign)
    .where("author_key", "=", authorKey)
    .where("state", "not in", ["rejected", "withdrawn"])
    .execute();

/** The schools of all works that are neither rejected nor withdrawn, as they were typed. */
export async function institutionsOf(db: Connection, campaign: string): Promise<string[]> {
  const rows = await db
    .selectFrom("entry")
    .select("institution")
    .where("campaign", "=", campaign)
    .where("institution", "!=", "")
    .where("state", "not in", ["rejected", "withdrawn"])
    .execute();
  return rows.map(({ institution }) => institution);
}

export const setEntryState = (db: Connection, ids: readonly string[], state: EntryState) =>
  db.updateTable("entry").set({ state }).where("id", "in", ids).execute();

/** As if nobody had looked at it yet. */
export const setMended = (db: Connection, id: string) =>
  db
    .updateTable("entry")
    .set({ reason: null, fix_by: null, decided_at: null, decided_by: null })
    .where("id", "=", id)
    .execute();

export async function addEntry(
  db: Connection,
  entry: EntryTable,
  consents: readonly ConsentTable[],
  files: readonly EntryFileTable[],
): Promise<void> {
  await db.insertInto("entry").values(entry).execute();
  await addConsents(db, consents);
  if (files.length > 0)
    await db
      .insertInto("entry_file")
      .values([...files])
      .execute();
}

export async function addConsents(db: Connection, consents: readonly ConsentTable[]): Promise<void> {
  if (consents.length === 0) return;
  await db
    .insertInto("consent")
    .values([...consents])
    .execute();
}

/** Of a work that a teacher brought: whose it is, and that it waits no longer. */
export const setParent = (
  db: Connection,
  id: string,
  parent: Pick<
    EntryTable,
    | "author_last_name"
    | "guardian_name"
    | "guardian_contact"
    | "author_key"
    | "publishing"
    | "teacher_contact"
    | "consent_due"
  >,
) => db.updateTable("entry").set(parent).where("id", "=", id).execute();

/**
 * Erases everything that tells of a person and leaves the bare fact: number, nomination, age group.
 * The consents stay as proof that there were some, marked as withdrawn.
 *
 * @returns keys of the files that are to be erased
 */
export async function eraseEntry(db: Connection, id: string, now: Date): Promise<string[]> {
  const at = now.toISOString();
  const files = await db.deleteFrom("entry_file").where("entry_id", "=", id).returning("key").execute();
  await db
    .updateTable("entry")
    .set({
      state: "withdrawn",
      withdrawn_at: at,
      reason: null,
      fix_by: null,
      alt: "",
      title: "",
      text: "",
      author_first_name: "",
      author_last_name: "",
      author_age: null,
      settlement: "",
      institution: "",
      teacher: "",
      helped_by: "",
      class_name: "",
      teacher_contact: "",
      consent_due: 0,
      guardian_name: "",
      guardian_contact: "",
      idempotency_key: null,
      content_digest: "",
      author_key: "",
      publishing: 0,
      image: null,
      perceptual_hash: null,
    })
    .where("id", "=", id)
    .execute();
  await db
    .updateTable("consent")
    .set({ withdrawn_at: at })
    .where("entry_id", "=", id)
    .where("withdrawn_at", "is", null)
    .execute();
  await forgetMarks(db, id);
  await forgetReports(db, id);
  await db.deleteFrom("certificate").where("entry_id", "=", id).execute();
  await forgetGuest(db, id);
  await db.deleteFrom("vote").where("entry_id", "=", id).execute();
  await forgetSheet(db, id);
  await db.deleteFrom("score").where("entry_id", "=", id).execute();
  await db.deleteFrom("score_comment").where("entry_id", "=", id).execute();
  return files.map(({ key }) => key);
}

/** The entry of that number, if everyone may see it. */
export const publicEntryOf = (db: Connection, campaign: string, number: number) =>
  db
    .selectFrom("entry")
    .selectAll()
    .where("campaign", "=", campaign)
    .where("number", "=", number)
    .where("state", "in", ADMITTED)
    .where("publishing", "=", 1)
    .executeTakeFirst();

interface GalleryPage {
  readonly campaign: string;
  readonly nomination?: string | undefined;
  readonly ageGroup?: string | undefined;
  readonly states: readonly EntryState[];
  /** Only entries with a smaller number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Entries that everyone may see, newest first. */
export function galleryPage(db: Connection, page: GalleryPage): Promise<EntryTable[]> {
  let query = db
    .selectFrom("entry")
    .selectAll()
    .where("campaign", "=", page.campaign)
    .where("state", "in", page.states)
    .where("publishing", "=", 1);
  if (page.nomination !== undefined) query = query.where("nomination", "=", page.nomination);
  if (page.ageGroup !== undefined) query = query.where("age_group", "=", page.ageGroup);
  if (page.before !== undefined) query = query.where("number", "<", page.before);
  return query.orderBy("number", "desc").limit(page.limit).execute();
}

/** Whether the entry stands in the sealed results. */
export async function isInResults(db: Connection, campaign: string, entryId: string): Promise<boolean> {
  const row = await db
    .selectFrom("result")
    .select("position")
    .where("campaign", "=", campaign)
    .where("entry_id", "=", entryId)
    .executeTakeFirst();
  return row !== undefined;
}
