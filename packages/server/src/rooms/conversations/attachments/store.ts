import type { AttachmentTable, Connection } from "../../../storage/index.ts";

export type AttachmentRow = AttachmentTable;

export const attachmentById = (db: Connection, id: string) =>
  db.selectFrom("attachment").selectAll().where("id", "=", id).executeTakeFirst();

export const attachmentByRepeat = (db: Connection, conversationId: string, repeatKey: string) =>
  db
    .selectFrom("attachment")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .where("repeat_key", "=", repeatKey)
    .executeTakeFirst();

export async function countAttachments(db: Connection, conversationId: string): Promise<number> {
  const { count } = await db
    .selectFrom("attachment")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("conversation_id", "=", conversationId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export const addAttachment = (db: Connection, row: AttachmentRow) =>
  db.insertInto("attachment").values(row).execute();

/** Those of the conversation that no message has yet. */
export const unsentAttachments = (db: Connection, conversationId: string, ids: readonly string[]) =>
  db
    .selectFrom("attachment")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .where("message_id", "is", null)
    .where("id", "in", ids)
    .execute();

export const giveToMessage = (db: Connection, ids: readonly string[], messageId: string) =>
  db.updateTable("attachment").set({ message_id: messageId }).where("id", "in", ids).execute();

export const attachmentsOf = (db: Connection, conversationId: string) =>
  db.selectFrom("attachment").selectAll().where("conversation_id", "=", conversationId).execute();

export const unsentBefore = (db: Connection, moment: string) =>
  db
    .selectFrom("attachment")
    .selectAll()
    .where("message_id", "is", null)
    .where("created_at", "<", moment)
    .execute();

export const forgetAttachments = (db: Connection, ids: readonly string[]) =>
  db.deleteFrom("attachment").where("id", "in", ids).execute();

/** Those of the blobs' keys that a picture has. */
export async function keysInUse(db: Connection, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom("attachment")
    .select(["small_key", "large_key"])
    .where(({ eb, or }) => or([eb("small_key", "in", keys), eb("large_key", "in", keys)]))
    .execute();
  return new Set(rows.flatMap(({ small_key, large_key }) => [small_key, large_key]));
}
