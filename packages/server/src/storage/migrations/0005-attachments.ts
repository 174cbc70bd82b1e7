import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("conversation").addColumn("deleted_at", "text").execute();
  await db.schema.alterTable("message").addColumn("attachments", "text").execute();
  await table(
    db,
    "attachment",
    {
      id: "text",
      conversation_id: "text",
      message_id: "text?",
      repeat_key: "text?",
      width: "integer",
      height: "integer",
      small_key: "text",
      large_key: "text",
      created_at: "text",
    },
    ["id"],
    [["conversation_id", "repeat_key"]],
  );
  await index(db, "attachment", ["message_id", "created_at"]);
}
