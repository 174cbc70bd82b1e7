import type { Kysely } from "kysely";
import { textColumn } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("article_version")
    .addColumn("review_on", textColumn(db), (column) => column.notNull().defaultTo(""))
    .execute();
}
