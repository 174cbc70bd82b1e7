import type { Message } from "@veche/protocol";
import { sql } from "kysely";
import { type Connection, type MessageTable, prepared } from "../../storage/index.ts";

/** What every turn of a talk asks the database for, in queries that are put together once. */

export const conversationById = prepared((db, { id }: { id: string }) =>
  db.selectFrom("conversation").selectAll().where("id", "=", id),
);

export const conversationByToken = prepared((db, { tokenHash }: { tokenHash: string }) =>
  db.selectFrom("conversation").selectAll().where("token_hash", "=", tokenHash),
);

export const messageById = prepared((db, { id }: { id: string }) =>
  db.selectFrom("message").selectAll().where("id", "=", id),
);

/** What a resident's own id stands for. */
export const messageByClientId = prepared(
  (db, { conversationId, clientId }: { conversationId: string; clientId: string }) =>
    db
      .selectFrom("message")
      .selectAll()
      .where("conversation_id", "=", conversationId)
      .where("client_id", "=", clientId),
);

interface LastOf {
  readonly conversationId: string;
  readonly author: Message["author"]["kind"];
}

const lastMessageOf = prepared((db, { conversationId, author }: LastOf) =>
  db
    .selectFrom("message")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .where("author_kind", "=", author)
    .orderBy("seq", "desc")
    .limit(1),
);

/** Its words are read by nobody then, and they are most of a row. */
export const lastOrigin = prepared((db, { conversationId }: { conversationId: string }) =>
  db
    .selectFrom("message")
    .select("origin")
    .where("conversation_id", "=", conversationId)
    .where("author_kind", "=", "assistant")
    .orderBy("seq", "desc")
    .limit(sql.lit(1)),
);

const lastMessageBefore = prepared(
  (db, { conversationId, author, beforeSeq }: LastOf & { readonly beforeSeq: number }) =>
    db
      .selectFrom("message")
      .selectAll()
      .where("conversation_id", "=", conversationId)
      .where("seq", "<", beforeSeq)
      .where("author_kind", "=", author)
      .orderBy("seq", "desc")
      .limit(1),
);

/** The last that this kind of author said, or the last before a place. */
export const lastOf = async (db: Connection, of: LastOf, beforeSeq?: number) =>
  beforeSeq === undefined
    ? (await lastMessageOf(db, of))[0]
    : (await lastMessageBefore(db, { ...of, beforeSeq }))[0];

interface Place {
  readonly conversationId: string;
  readonly at: string;
}

/** The database counts, so that there is never a gap. */
const takePlace = prepared((db, { conversationId, at }: Place) =>
  db
    .updateTable("conversation")
    .set({ last_seq: sql`last_seq + 1`, updated_at: at })
    .where("id", "=", conversationId)
    .returning("last_seq"),
);

const takePlaceWithPreview = prepared((db, { conversationId, at, preview }: Place & { preview: string }) =>
  db
    .updateTable("conversation")
    .set({ last_seq: sql`last_seq + 1`, updated_at: at, preview })
    .where("id", "=", conversationId)
    .returning("last_seq"),
);

/** The next place of a conversation, from 1. */
export async function nextSeq(db: Connection, place: Place, preview?: string): Promise<number> {
  const [row] = await (preview === undefined
    ? takePlace(db, place)
    : takePlaceWithPreview(db, { ...place, preview }));
  if (!row) throw new Error("a message to a conversation that is not there");
  return row.last_seq;
}

export const addMessage = prepared((db, row: MessageTable) =>
  db.insertInto("message").values({
    id: row.id,
    conversation_id: row.conversation_id,
    seq: row.seq,
    author_kind: row.author_kind,
    author_id: row.author_id,
    author_name: row.author_name,
    text: row.text,
    sources: row.sources,
    replies: row.replies,
    client_id: row.client_id,
    created_at: row.created_at,
    awaits_answer: row.awaits_answer,
    origin: row.origin,
    helpful: row.helpful,
    why_not: row.why_not,
    attachments: row.attachments,
  }),
);

export const settleQuestion = prepared((db, { id }: { id: string }) =>
  db
    .updateTable("message")
    .set({ awaits_answer: 0 })
    .where("id", "=", id)
    .where("awaits_answer", "=", 1)
    .returning("id"),
);
