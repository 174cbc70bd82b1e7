import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "jury_recusal",
    { id: "text", campaign: "text", juror_id: "text", by: "text", value: "text", at: "text" },
    ["id"],
    [["campaign", "juror_id", "by", "value"]],
  );
  await index(db, "jury_recusal", ["campaign", "at"]);
}
