import type { Kysely } from "kysely";
import { index } from "./table.ts";

/** What was said a moment ago, by way of whichever process. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await index(db, "conversation", ["updated_at"]);
}
