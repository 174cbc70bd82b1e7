import type { Kysely } from "kysely";
import { copyDatabase } from "../copy-database.ts";
import { openSqlite } from "../sqlite/index.ts";
import type { Tables } from "../tables.ts";

/** Copies a Postgres database, as it is at one moment, into a new SQLite file. */
export async function copyToSqlite(from: Kysely<Tables>, file: string): Promise<void> {
  const copy = await openSqlite(file);
  try {
    await from
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute((moment) => copyDatabase(moment, copy.direct));
  } finally {
    await copy.close();
  }
}
