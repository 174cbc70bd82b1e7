import type { Connection } from "../../../storage/index.ts";

/** A derivative, and of its entry what decides who may see it. */
export const shownFile = (db: Connection, key: string) =>
  db
    .selectFrom("entry_file")
    .innerJoin("entry", "entry.id", "entry_file.entry_id")
    .select(["entry_file.type", "entry.campaign", "entry.state", "entry.publishing", "entry.token_hash"])
    .where("entry_file.key", "=", key)
    .where("entry_file.role", "=", "shown")
    .executeTakeFirst();

/** Those of the keys that belong to an entry. */
export async function ownedKeys(db: Connection, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom("entry_file").select("key").where("key", "in", keys).execute();
  return new Set(rows.map(({ key }) => key));
}
