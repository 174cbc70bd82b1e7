import type { Kysely } from "kysely";
import { table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  const columns = { campaign: "text", channel: "text", sent_at: "text?", failure: "text" } as const;
  await table(db, "announcement_post", columns, ["campaign", "channel"]);
}
