import type { Connection, Database, ErasureTable } from "../../../storage/index.ts";

const MESSAGES_A_STEP = 500;

export function createErasingStore({ read }: Pick<Database, "read">) {
  return {
    async count(db: Connection, conversationId: string): Promise<{ messages: number; notes: number }> {
      const [messages, notes] = await Promise.all(
        (["message", "note"] as const).map((table) =>
          db
            .selectFrom(table)
            .select(({ fn }) => fn.countAll().as("count"))
            .where("conversation_id", "=", conversationId)
            .executeTakeFirstOrThrow(),
        ),
      );
      return { messages: Number(messages?.count ?? 0), notes: Number(notes?.count ?? 0) };
    },

    async asked(db: Connection, conversationId: string): Promise<string[]> {
      const rows = await db
        .selectFrom("message")
        .select("text")
        .where("conversation_id", "=", conversationId)
        .where("author_kind", "=", "resident")
        .execute();
      return rows.map(({ text }) => text);
    },

    /** Notes, who was named in them, and the words that can be searched, or were just about to be. */
    async dropBeside(db: Connection, conversationId: string): Promise<void> {
      await db
        .deleteFrom("mention")
        .where("note_id", "in", (it) =>
          it.selectFrom("note").select("id").where("conversation_id", "=", conversationId),
        )
        .execute();
      for (const table of ["note", "conversation_stem", "alert_device"] as const) {
        await db.deleteFrom(table).where("conversation_id", "=", conversationId).execute();
      }
      await db
        .updateTable("conversation")
        .set((it) => ({ indexed_seq: it.ref("last_seq") }))
        .where("id", "=", conversationId)
        .execute();
    },

    /** Every word goes; who spoke when, and what answered, stays for the figures. */
    async blankMessages(db: Connection, conversationId: string, instead: string): Promise<void> {
      for (let last = 0; ;) {
        const rows = await db
          .selectFrom("message")
          .select(["id", "seq", "origin"])
          .where("conversation_id", "=", conversationId)
          .where("seq", ">", last)
          .orderBy("seq")
          .limit(MESSAGES_A_STEP)
          .execute();
        for (const { id, origin } of rows) {
          await db
            .updateTable("message")
            .set({
              text: instead,
              sources: "[]",
              replies: "[]",
              why_not: null,
              attachments: null,
              client_id: null,
              awaits_answer: 0,
              origin: withoutWords(origin),
            })
            .where("id", "=", id)
            .execute();
        }
        if (rows.length < MESSAGES_A_STEP) return;
        last = rows.at(-1)?.seq ?? last;
      }
    },

    blankConversation: (db: Connection, conversationId: string, at: string) =>
      db
        .updateTable("conversation")
        .set({
          preview: "",
          page: null,
          score_comment: null,
          call_back_contact: null,
          account: null,
          network: null,
          erased_at: at,
        })
        .where("id", "=", conversationId)
        .execute(),

    async dropConversation(db: Connection, conversationId: string): Promise<void> {
      for (const table of ["message", "conversation_move"] as const) {
        await db.deleteFrom(table).where("conversation_id", "=", conversationId).execute();
      }
      // Who deletes what was said does not lift the block of a network by that.
      await db
        .deleteFrom("restriction")
        .where("conversation_id", "=", conversationId)
        .where("network", "is", null)
        .execute();
      await db.deleteFrom("conversation").where("id", "=", conversationId).execute();
    },

    add: (db: Connection, row: ErasureTable) => db.insertInto("erasure").values(row).execute(),

    last: (db: Connection) =>
      db
        .selectFrom("erasure")
        .selectAll()
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst(),

    all: () =>
      read
        .selectFrom("erasure")
        .selectAll()
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(1000)
        .execute(),

    /** Ended or silent since then, and not erased yet. */
    overdue: (before: string, limit: number) =>
      read
        .selectFrom("conversation")
        .select("id")
        .where("updated_at", "<", before)
        .where("erased_at", "is", null)
        .where("deleted_at", "is", null)
        .where("state", "in", ["closed", "assistant"])
        .orderBy("updated_at")
        .limit(limit)
        .execute(),
  };
}

/** What answered may quote what was asked: only its facts stay. */
function withoutWords(origin: string | null): string | null {
  if (origin === null) return null;
  const { step, outcome, topic, article, version, confidence } = JSON.parse(origin) as Record<
    string,
    unknown
  >;
  return JSON.stringify({ step, outcome, topic, article, version, confidence });
}
