import type { Kysely } from "kysely";
import { textColumn } from "./table.ts";

/** A contest of ideas: the work is words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("entry")
    .addColumn("text", textColumn(db), (it) => it.notNull().defaultTo(""))
    .execute();
}
