import type { Kysely } from "kysely";
import { table, textColumn } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "city_day",
    { date: "text", department: "text", hours: "text", reason: "text", by: "text", at: "text" },
    ["date", "department"],
  );
  await db.schema.alterTable("outage").addColumn("cancelled_at", textColumn(db)).execute();
}
