import type { Attachment, Locale, Message } from "@veche/protocol";
import { sql } from "kysely";
import type {
  Connection,
  ConversationMoveTable,
  ConversationTable,
  ConversationWaitTable,
  Database,
  MessageTable,
} from "../../storage/index.ts";
import {
  addMessage,
  conversationById,
  conversationByToken,
  lastOf,
  lastOrigin,
  messageByClientId,
  messageById,
  nextSeq,
  settleQuestion,
} from "./message-store.ts";

export type ConversationRow = ConversationTable;
export type MessageRow = MessageTable;

/** What says something, before it has its place. */
export interface Utterance {
  readonly id: string;
  readonly author: Message["author"] & { readonly id?: string };
  readonly text: string;
  readonly sources?: Message["sources"];
  readonly replies?: Message["replies"];
  readonly attachments?: readonly Attachment[];
  readonly clientId?: string;
  readonly awaitsAnswer?: boolean;
  readonly origin?: unknown;
  /** What operators see of the conversation from now on. */
  readonly preview?: string;
}

export interface NewConversation {
  readonly id: string;
  readonly tokenHash: string;
  readonly channel: string;
  readonly locale: Locale;
  readonly page?: string;
  /** Who it is in a channel that knows its people. */
  readonly account?: string;
  /** From where it is written today: the day and the hash under its key. */
  readonly network?: string | undefined;
}

export function messageOf(row: MessageRow): Message {
  return {
    id: row.id,
    seq: row.seq,
    author: {
      kind: row.author_kind as Message["author"]["kind"],
      ...(row.author_name ? { name: row.author_name } : {}),
    },
    text: row.text,
    sources: JSON.parse(row.sources) as Message["sources"],
    replies: JSON.parse(row.replies) as Message["replies"],
    ...(row.attachments ? { attachments: JSON.parse(row.attachments) as Attachment[] } : {}),
    ...(row.client_id ? { clientId: row.client_id } : {}),
    createdAt: row.created_at,
  };
}

const HISTORY_PAGE = 500;

/** The room's queries, one set for both databases. */
export function createConversationStore({ read }: Database) {
  return {
    conversation: async (id: string, db: Connection = read) => (await conversationById(db, { id }))[0],

    byToken: async (tokenHash: string) => (await conversationByToken(read, { tokenHash }))[0],

    /** Stores the conversation unless it is there already. */
    open: (db: Connection, it: NewConversation, at: string) =>
      db
        .insertInto("conversation")
        .values({
          id: it.id,
          token_hash: it.tokenHash,
          channel: it.channel,
          locale: it.locale,
          page: it.page ?? null,
          state: "assistant",
          department: null,
          operator_id: null,
          operator_name: null,
          queued_at: null,
          claimed_at: null,
          last_seq: 0,
          preview: "",
          score: null,
          score_comment: null,
          created_at: at,
          updated_at: at,
          closed_at: null,
          close_reason: null,
          deleted_at: null,
          standing: null,
          hold_until: null,
          priority: 0,
          skill: null,
          entered_at: null,
          entered_place: null,
          call_back_contact: null,
          call_back_why: null,
          call_back_from: null,
          last_operator_id: null,
          account: it.account ?? null,
          network: it.network ?? null,
          indexed_seq: 0,
          erased_at: null,
        })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute(),

    said: async (db: Connection, conversationId: string, clientId: string) =>
      (await messageByClientId(db, { conversationId, clientId }))[0],

    /** Gives the utterance the next place. */
    async append(db: Connection, conversationId: string, it: Utterance, at: string): Promise<MessageRow> {
      const seq = await nextSeq(db, { conversationId, at }, it.preview);
      const row: MessageRow = {
        id: it.id,
        conversation_id: conversationId,
        seq,
        author_kind: it.author.kind,
        author_id: it.author.id ?? null,
        author_name: it.author.name ?? null,
        text: it.text,
        sources: JSON.stringify(it.sources ?? []),
        replies: JSON.stringify(it.replies ?? []),
        client_id: it.clientId ?? null,
        created_at: at,
        awaits_answer: it.awaitsAnswer ? 1 : 0,
        origin: it.origin === undefined ? null : JSON.stringify(it.origin),
        helpful: null,
        why_not: null,
        attachments: it.attachments?.length ? JSON.stringify(it.attachments) : null,
      };
      await addMessage(db, row);
      return row;
    },

    change: (db: Connection, id: string, change: Partial<Omit<ConversationRow, "id">>) =>
      db.updateTable("conversation").set(change).where("id", "=", id).execute(),

    recordMove: (db: Connection, move: ConversationMoveTable) =>
      db.insertInto("conversation_move").values(move).execute(),

    moves: (conversationId: string) =>
      read
        .selectFrom("conversation_move")
        .selectAll()
        .where("conversation_id", "=", conversationId)
        .orderBy("at")
        .orderBy("id")
        .execute(),

    /** Everything after a place, in order, read page by page. */
    async *after(conversationId: string, seq: number): AsyncGenerator<MessageRow> {
      for (let last = seq; ;) {
        const page = await read
          .selectFrom("message")
          .selectAll()
          .where("conversation_id", "=", conversationId)
          .where("seq", ">", last)
          .orderBy("seq")
          .limit(HISTORY_PAGE)
          .execute();
        yield* page;
        if (page.length < HISTORY_PAGE) return;
        last = page.at(-1)?.seq ?? last;
      }
    },

    /** Its words, once and for all; the row stays for the figures, without anything that was said. */
    async wipe(db: Connection, id: string, at: string): Promise<void> {
      await db.deleteFrom("message").where("conversation_id", "=", id).execute();
      await db
        .updateTable("conversation")
        .set({
          state: "closed",
          preview: "",
          page: null,
          score_comment: null,
          standing: null,
          hold_until: null,
          call_back_contact: null,
          account: null,
          network: null,
          updated_at: at,
          deleted_at: at,
          closed_at: sql`coalesce(closed_at, ${at})`,
          close_reason: sql`coalesce(close_reason, 'deleted')`,
        })
        .where("id", "=", id)
        .execute();
    },

    message: async (db: Connection, id: string) => (await messageById(db, { id }))[0],

    /** The last that this kind of author said, or the last before a place. */
    lastOf: (db: Connection, conversationId: string, author: Message["author"]["kind"], beforeSeq?: number) =>
      lastOf(db, { conversationId, author }, beforeSeq),

    /** Where the assistant's last answer came from, as it was stored. */
    lastOrigin: async (db: Connection, conversationId: string) =>
      (await lastOrigin(db, { conversationId }))[0]?.origin ?? undefined,

    /** What a resident said last, newest first. */
    async lastWords(conversationId: string, limit: number): Promise<string[]> {
      const rows = await read
        .selectFrom("message")
        .select("text")
        .where("conversation_id", "=", conversationId)
        .where("author_kind", "=", "resident")
        .orderBy("seq", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ text }) => text);
    },

    awaitAnswer: (db: Connection, messageId: string) =>
      db.updateTable("message").set({ awaits_answer: 1 }).where("id", "=", messageId).execute(),

    /** How far the conversations have come in which something happened since. */
    changedSince: (at: string) =>
      read
        .selectFrom("conversation")
        .select(["id", "last_seq as seq"])
        .where("updated_at", ">=", at)
        .execute(),

    /**
     * Questions from before a moment that nobody has answered, the oldest first. Only those have a place in their index:
     * by the moment they would be sought among all that was ever said.
     */
    async unanswered(before: string): Promise<MessageRow[]> {
      const rows = await read
        .selectFrom("message")
        .selectAll()
        .where("awaits_answer", "=", sql.lit(1))
        .limit(10_000)
        .execute();
      return rows
        .filter(({ created_at }) => created_at <= before)
        .toSorted((one, other) => (one.created_at < other.created_at ? -1 : 1));
    },

    /** Takes a question's mark that it waits for an answer. @returns whether it still had it */
    settle: async (db: Connection, questionId: string) =>
      (await settleQuestion(db, { id: questionId })).length > 0,

    rateMessage: (db: Connection, id: string, helpful: boolean, whyNot?: string) =>
      db
        .updateTable("message")
        .set({ helpful: helpful ? 1 : 0, why_not: whyNot ?? null })
        .where("id", "=", id)
        .execute(),

    /** Waiting and served conversations in the order of the rule: priority, then the longest wait. */
    queue: (most?: number, db: Connection = read) =>
      db
        .selectFrom("conversation")
        .selectAll()
        .where("state", "in", ["queued", "operator"])
        .orderBy("priority", "desc")
        .orderBy("queued_at")
        .orderBy("id")
        .$if(most !== undefined, (query) => query.limit(most ?? 0))
        .execute(),

    /** Who waits, in the order of the rule: priority, then the longest wait. Call-backs count once they are due. */
    waiting: (at: string, db: Connection = read) =>
      db
        .selectFrom("conversation")
        .select(["id", "department", "skill", "priority", "call_back_contact", "entered_at"])
        .where("state", "=", "queued")
        .where((it) => it.or([it("call_back_from", "is", null), it("call_back_from", "<=", at)]))
        .orderBy("priority", "desc")
        .orderBy("queued_at")
        .orderBy("id")
        .execute(),

    /** How many wait in each queue with at least this priority. */
    waitingByDepartment: (db: Connection, priority: number) =>
      db
        .selectFrom("conversation")
        .select(({ fn }) => ["department", fn.countAll().as("count")])
        .where("state", "=", "queued")
        .where("priority", ">=", priority)
        .groupBy("department")
        .execute(),

    /** What each operator has on the table; what is on hold is not. */
    async openByOperator(db: Connection = read): Promise<ReadonlyMap<string, number>> {
      const rows = await db
        .selectFrom("conversation")
        .select(({ fn }) => ["operator_id", fn.countAll().as("count")])
        .where("state", "=", "operator")
        .where("hold_until", "is", null)
        .groupBy("operator_id")
        .execute();
      return new Map(rows.map(({ operator_id, count }) => [operator_id ?? "", Number(count)]));
    },

    async openOf(db: Connection, operatorId: string): Promise<number> {
      const { count } = await db
        .selectFrom("conversation")
        .select(({ fn }) => fn.countAll().as("count"))
        .where("operator_id", "=", operatorId)
        .where("state", "=", "operator")
        .where("hold_until", "is", null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    /** All that an operator has, on hold too. */
    heldBy: (db: Connection, operatorId: string) =>
      db
        .selectFrom("conversation")
        .selectAll()
        .where("operator_id", "=", operatorId)
        .where("state", "=", "operator")
        .orderBy("id")
        .execute(),

    owners: (db: Connection = read) =>
      db
        .selectFrom("conversation")
        .select("operator_id")
        .distinct()
        .where("state", "=", "operator")
        .where("operator_id", "is not", null)
        .execute(),

    heldUntil: (at: string) =>
      read
        .selectFrom("conversation")
        .select("id")
        .where("state", "=", "operator")
        .where("hold_until", "<=", at)
        .limit(500)
        .execute(),

    addWait: (db: Connection, wait: ConversationWaitTable) =>
      db.insertInto("conversation_wait").values(wait).execute(),

    /** The last waits of a queue. */
    recentWaits: (department: string, since: string) =>
      read
        .selectFrom("conversation_wait")
        .select(["place", "seconds"])
        .where("department", "=", department)
        .where("at", ">=", since)
        .orderBy("at", "desc")
        .limit(20)
        .execute(),

    forgetWaits: (db: Connection, before: string) =>
      db.deleteFrom("conversation_wait").where("at", "<", before).execute(),
  };
}

export type ConversationStore = ReturnType<typeof createConversationStore>;
