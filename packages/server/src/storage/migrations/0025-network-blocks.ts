import type { Kysely } from "kysely";
import { textColumn } from "./table.ts";

/** From which network a conversation came today, and which networks a block keeps out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("conversation").addColumn("network", textColumn(db)).execute();
  await db.schema.alterTable("restriction").addColumn("network", textColumn(db)).execute();
  await db.schema
    .createIndex("conversation_network")
    .on("conversation")
    .column("network")
    .where("network" as never, "is not", null)
    .execute();
  await db.schema
    .createIndex("restriction_network")
    .on("restriction")
    .column("network")
    .where("network" as never, "is not", null)
    .execute();
}
