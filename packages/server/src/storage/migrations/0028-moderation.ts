import type { Kysely } from "kysely";
import { index, table, textColumn } from "./table.ts";

/** A day to mend a work by, the work that it is the same as, its description; reports; who is looking. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ["fix_by", "same_as"])
    await db.schema.alterTable("entry").addColumn(column, textColumn(db)).execute();
  await db.schema
    .alterTable("entry")
    .addColumn("alt", textColumn(db), (it) => it.notNull().defaultTo(""))
    .execute();
  await table(
    db,
    "entry_report",
    {
      id: "text",
      entry_id: "text",
      reason: "text",
      words: "text",
      network: "text",
      at: "text",
      resolved_at: "text?",
      resolved_by: "text?",
      resolution: "text",
    },
    ["id"],
  );
  await index(db, "entry_report", ["entry_id"]);
  await index(db, "entry_report", ["network"]);
  await table(db, "entry_look", { entry_id: "text", staff_id: "text", at: "text" }, ["entry_id", "staff_id"]);
}
