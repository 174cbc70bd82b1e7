import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, "setting_change", { id: "text", name: "text", value: "text", at: "text", by: "text" }, [
    "id",
  ]);
  await index(db, "setting_change", ["name", "at"]);
}
