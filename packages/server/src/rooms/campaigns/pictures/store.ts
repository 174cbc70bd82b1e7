import type { Connection } from "../../../storage/index.ts";

/** A derivative, and of its entry what decides who may see it. */
export const shownFile = (db: Connection, key: string) =>
  db
    .selectFrom("entry_file")
    .innerJoin("entry", "entry.id", "entry_file.entry_id")
    .select(["entry_file.role", "entry.campaign", "entry.state", "entry.publishing", "entry.token_hash"])
    .where("entry_file.key", "=", key)
    .where("entry_file.role", "in", ["shown", "other"])
    .executeTakeFirst();

/** Where an entry's untouched upload is kept. */
export const originalKeyOf = async (db: Connection, entryId: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom("entry_file")
      .select("key")
      .where("entry_id", "=", entryId)
      .where("role", "=", "original")
      .executeTakeFirst()
  )?.key;

/**
 * Puts a picture that was made anew in the place of the one that is shown, and of its original where that is new.
 *
 * @returns keys of the files that are to be erased
 */
export async function replacePicture(
  db: Connection,
  entryId: string,
  image: string,
  files: readonly { readonly key: string; readonly role: string; readonly type: string }[],
): Promise<string[]> {
  const anew = files.some(({ role }) => role === "original") ? ["original"] : [];
  const old = await db
    .deleteFrom("entry_file")
    .where("entry_id", "=", entryId)
    .where("role", "in", ["shown", "other", ...anew])
    .returning("key")
    .execute();
  await db
    .insertInto("entry_file")
    .values(files.map((file) => ({ ...file, entry_id: entryId })))
    .execute();
  await db.updateTable("entry").set({ image }).where("id", "=", entryId).execute();
  return old.map(({ key }) => key);
}

/** Those of the keys that belong to an entry, or to a campaign's papers. */
export async function ownedKeys(db: Connection, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom("entry_file").select("key").where("key", "in", keys).execute();
  const marks = await db.selectFrom("campaign_mark").select("file").where("file", "in", keys).execute();
  return new Set([...rows.map(({ key }) => key), ...marks.map(({ file }) => file)]);
}
