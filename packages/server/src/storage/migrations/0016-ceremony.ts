import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "ceremony_guest",
    {
      entry_id: "text",
      campaign: "text",
      position: "integer?",
      invited_at: "text?",
      coming: "integer?",
      people: "integer?",
      photo: "integer?",
      photo_words: "text",
      replied_at: "text?",
      handed_to: "text",
      handed_at: "text?",
      handed_by: "text",
    },
    ["entry_id"],
  );
  await index(db, "ceremony_guest", ["campaign"]);
}
