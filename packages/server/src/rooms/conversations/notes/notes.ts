import { type HandlersOf, type Mention, type Note, type Operations, Refusal } from "@veche/protocol";
import type { NoteTable } from "../../../storage/index.ts";
import type { ConversationPorts } from "../ports.ts";
import type { ConversationStore } from "../store.ts";

const noteOf = (row: NoteTable): Note => ({
  id: row.id,
  conversationId: row.conversation_id,
  afterSeq: row.after_seq,
  author: { id: row.author_id, name: row.author_name },
  text: row.text,
  mentions: JSON.parse(row.mentions) as string[],
  clientId: row.client_id,
  createdAt: row.created_at,
});

type NoteOperations = Pick<HandlersOf<Operations["conversations"]>, "addNote" | "seeMention">;

/** What staff write to each other beside a conversation. Residents never get a byte of it. */
export function createNotes({ database, pushes, clock, newId }: ConversationPorts, store: ConversationStore) {
  const { read } = database;

  async function of(conversationId: string): Promise<Note[]> {
    const rows = await read
      .selectFrom("note")
      .selectAll()
      .where("conversation_id", "=", conversationId)
      .orderBy("created_at")
      .orderBy("id")
      .execute();
    return rows.map(noteOf);
  }

  const operations: NoteOperations = {
    async addNote({ conversationId, clientId, text, mentions }, { staff }) {
      const added = await database.write(async (db) => {
        const conversation = await store.conversation(conversationId, db);
        if (!conversation) throw new Refusal("not_found");
        const before = await db
          .selectFrom("note")
          .selectAll()
          .where("conversation_id", "=", conversationId)
          .where("client_id", "=", clientId)
          .executeTakeFirst();
        if (before) {
          if (before.text === text) return { row: before };
          throw new Refusal("conflict", { reason: "conversations.other_text", field: "clientId" });
        }
        const at = clock().toISOString();
        const known = mentions.length
          ? await db.selectFrom("user").select("id").where("id", "in", mentions).execute()
          : [];
        const named = known.map(({ id }) => id).filter((id) => id !== staff.id);
        const row: NoteTable = {
          id: newId(),
          conversation_id: conversationId,
          after_seq: conversation.last_seq,
          author_id: staff.id,
          author_name: staff.name,
          text,
          mentions: JSON.stringify(named),
          client_id: clientId,
          created_at: at,
        };
        await db.insertInto("note").values(row).execute();
        for (const id of named) {
          await db
            .insertInto("mention")
            .values({ note_id: row.id, staff_id: id, at, seen_at: null })
            .execute();
        }
        return { row, preview: conversation.preview };
      });
      const note = noteOf(added.row);
      if (added.preview !== undefined) {
        pushes.desk({ watching: conversationId }, "note", note);
        for (const staffId of note.mentions) {
          pushes.desk({ staffId }, "mention", { note, preview: added.preview });
        }
      }
      return { note };
    },

    async seeMention({ noteId }, { staff }) {
      await database.write((db) =>
        db
          .updateTable("mention")
          .set({ seen_at: clock().toISOString() })
          .where("note_id", "=", noteId)
          .where("staff_id", "=", staff.id)
          .where("seen_at", "is", null)
          .execute(),
      );
      return {};
    },
  };

  return {
    operations,
    of,

    /** Where somebody was named and has not looked yet, oldest first. */
    async unread(staffId: string): Promise<Mention[]> {
      const rows = await read
        .selectFrom("mention")
        .innerJoin("note", "note.id", "mention.note_id")
        .innerJoin("conversation", "conversation.id", "note.conversation_id")
        .selectAll("note")
        .select("conversation.preview")
        .where("mention.staff_id", "=", staffId)
        .where("mention.seen_at", "is", null)
        .orderBy("note.created_at")
        .limit(50)
        .execute();
      return rows.map(({ preview, ...row }) => ({ note: noteOf(row), preview }));
    },
  };
}

export type Notes = ReturnType<typeof createNotes>;
