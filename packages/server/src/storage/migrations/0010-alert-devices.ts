import type { Kysely } from "kysely";
import { table } from "./table.ts";

/** Devices that want to hear of an answer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "alert_device",
    {
      id: "text",
      conversation_id: "text",
      endpoint: "text",
      p256dh: "text",
      auth: "text",
      created_at: "text",
    },
    ["id"],
    [["conversation_id", "endpoint"]],
  );
}
