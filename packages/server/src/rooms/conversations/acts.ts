import { type QueueItem, Refusal } from "@veche/protocol";
import type { Connection } from "../../storage/index.ts";
import type { ConversationPorts } from "./ports.ts";
import { type Queue, queueItemOf } from "./queue.ts";
import { type ConversationRow, type ConversationStore, messageOf, type MessageRow } from "./store.ts";

/** What was deleted and what never was look different to staff only. */
export const gone = (row: ConversationRow | undefined) =>
  new Refusal("not_found", row ? { reason: "conversations.deleted" } : {});

/** One move in one unit: reads, checks, changes; then tells everyone. */
export function createActs({ database, pushes }: ConversationPorts, store: ConversationStore, queue: Queue) {
  const tell = (rows: readonly MessageRow[]) => {
    for (const row of rows) pushes.message(row.conversation_id, messageOf(row));
  };

  return {
    tell,

    /** @throws Refusal `not_found`, and what the act refuses */
    async operate(
      conversationId: string,
      act: (db: Connection, row: ConversationRow) => Promise<readonly MessageRow[]>,
    ): Promise<{ conversation: QueueItem }> {
      const { rows, row } = await database.write(async (db) => {
        const before = await store.conversation(conversationId, db);
        if (!before || before.deleted_at) throw gone(before);
        const said = await act(db, before);
        const after = await store.conversation(conversationId, db);
        return { rows: said, row: after ?? before };
      });
      tell(rows);
      await queue.changed(row);
      return { conversation: queueItemOf(row) };
    },

    /** The same clientId yields the same message; with another text or other pictures it is a conflict. */
    async saidBefore(
      db: Connection,
      conversationId: string,
      clientId: string,
      text: string,
      pictures: readonly string[] = [],
    ): Promise<MessageRow | undefined> {
      const before = await store.said(db, conversationId, clientId);
      const had = before ? (messageOf(before).attachments ?? []).map(({ id }) => id) : [];
      if (before && (before.text !== text || had.join() !== pictures.join())) {
        throw new Refusal("conflict", { reason: "conversations.other_text", field: "clientId" });
      }
      return before;
    },
  };
}

export type Acts = ReturnType<typeof createActs>;
