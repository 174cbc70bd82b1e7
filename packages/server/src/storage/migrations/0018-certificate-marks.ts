import type { Kysely } from "kysely";
import { table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, "campaign_mark", { campaign: "text", mark: "text", file: "text" }, ["campaign", "mark"]);
}
