import type { Kysely } from "kysely";
import { index } from "./table.ts";

/** A page of the moderators' grid is read in its order, however many works there are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await index(db, "entry", ["campaign", "state", "created_at", "id"]);
}
