import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, "entry_marks", { entry_id: "text", added_at: "text", glances: "text", marks: "text" }, [
    "entry_id",
  ]);
  await index(db, "entry_marks", ["added_at"]);
  await table(db, "same_work", { entry_id: "text", other_id: "text", places: "integer" }, [
    "entry_id",
    "other_id",
  ]);
}
