import type { Kysely } from "kysely";
import { index, table, textColumn } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "campaign_change",
    { id: "text", campaign: "text", at: "text", by: "text", parts: "text" },
    ["id"],
  );
  await index(db, "campaign_change", ["campaign", "at"]);
  await db.schema.alterTable("entry").addColumn("names_erased_at", textColumn(db)).execute();
}
