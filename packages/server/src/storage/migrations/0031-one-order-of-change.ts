import type { Kysely } from "kysely";

/** The order by change and id serves whoever seeks by change alone; a second one was kept up at every message. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex("conversation_by_updated_at").execute();
}
