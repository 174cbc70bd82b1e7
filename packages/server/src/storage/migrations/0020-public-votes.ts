import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "vote",
    {
      id: "text",
      campaign: "text",
      scope: "text",
      entry_id: "text",
      voter: "text",
      network: "text",
      at: "text",
      set_aside: "text?",
    },
    ["id"],
    [["campaign", "scope", "voter"]],
  );
  await index(db, "vote", ["entry_id"]);
  await index(db, "vote", ["network", "at"]);
  await table(
    db,
    "vote_set_aside",
    {
      id: "text",
      campaign: "text",
      network: "text?",
      entry_id: "text?",
      from_at: "text",
      to_at: "text",
      reason: "text",
      votes: "integer",
      at: "text",
      by: "text",
      undone_at: "text?",
      undone_by: "text?",
    },
    ["id"],
  );
  await index(db, "vote_set_aside", ["campaign", "at"]);
}
