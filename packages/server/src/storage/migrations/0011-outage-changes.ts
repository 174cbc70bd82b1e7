import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "outage_change",
    {
      id: "text",
      outage_id: "text",
      at: "text",
      by: "text",
      act: "text",
      source: "text",
      ends_at_before: "text",
      ends_at: "text",
    },
    ["id"],
  );
  await index(db, "outage_change", ["outage_id", "at"]);
}
