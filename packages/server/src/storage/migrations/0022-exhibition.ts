import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  const columns = { entry_id: "text", campaign: "text", file: "text?", picture: "text" } as const;
  await table(db, "exhibition_sheet", columns, ["entry_id"]);
  await index(db, "exhibition_sheet", ["campaign"]);
}
