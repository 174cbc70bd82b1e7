import type { Kysely } from "kysely";
import { table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "jury_seat",
    {
      campaign: "text",
      email: "text",
      judges: "integer",
      nominations: "text",
      age_groups: "text",
      at: "text",
    },
    ["campaign", "email"],
  );
}
