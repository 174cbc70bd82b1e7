import {
  type Conversation,
  type handshake,
  type HandlersOf,
  type Locale,
  type Message,
  type OpenedConversation,
  type Operations,
  type QueueItem,
  Refusal,
  type WatchedMessage,
} from "@veche/protocol";
import { languageOf } from "@veche/assistant";
import type { z } from "zod";
import type { Connection } from "../../storage/index.ts";
import { createAnswering } from "./answering.ts";
import { createAttachments } from "./attachments/index.ts";
import { assertHeldBy, createMoves } from "./moves.ts";
import type { ConversationPorts } from "./ports.ts";
import { createQueue, queueItemOf } from "./queue.ts";
import { previewOf } from "./rules.ts";
import { type ConversationRow, createConversationStore, messageOf, type MessageRow } from "./store.ts";

const SITE = "site";

/** Who stands for the conversation's own topic among an operator's subscriptions. */
export const watchTopic = (conversationId: string) => `watch:${conversationId}`;

const watched = (row: MessageRow): WatchedMessage => ({
  ...messageOf(row),
  conversationId: row.conversation_id,
});

/**
 * Residents' talks with the city: what is said is on disk before it is acknowledged, answered by
 * the assistant's steps or by an operator, and numbered 1, 2, 3 … without a gap.
 */
export function createConversations(ports: ConversationPorts) {
  const { database, secrets, pushes, reply, clock, newId, departmentName } = ports;
  const store = createConversationStore(database);
  const queue = createQueue(store, pushes);
  const moves = createMoves(ports, store);
  const attachments = createAttachments(ports);
  const answering = createAnswering({ ports, store, queue, enqueue: moves.enqueue });

  const tell = (rows: readonly MessageRow[]) => {
    for (const row of rows) pushes.message(row.conversation_id, messageOf(row));
  };

  async function viewOf(opened: OpenedConversation, row?: ConversationRow): Promise<Conversation> {
    const state = row ? await queue.stateOf(row) : ({ state: "assistant" } as const);
    return { id: opened.id, token: opened.token, ...state };
  }

  /** The stored conversation of a resident's socket; refused where nothing has been said yet. */
  async function stored(opened: OpenedConversation): Promise<ConversationRow> {
    const row = await store.conversation(opened.id);
    if (!row || row.deleted_at) throw new Refusal("not_found", { reason: "conversations.nothing_said" });
    return row;
  }

  const ensure = (db: Connection, opened: OpenedConversation) =>
    store.open(
      db,
      {
        id: opened.id,
        tokenHash: secrets.hash(opened.token),
        channel: SITE,
        locale: opened.locale,
        page: opened.page,
      },
      clock().toISOString(),
    );

  /** One move by an operator: reads, checks, changes and tells. */
  async function operate(
    conversationId: string,
    act: (db: Connection, row: ConversationRow) => Promise<readonly MessageRow[]>,
  ): Promise<{ conversation: QueueItem }> {
    const { rows, row } = await database.write(async (db) => {
      const before = await store.conversation(conversationId, db);
      if (!before) throw new Refusal("not_found");
      const said = await act(db, before);
      const after = await store.conversation(conversationId, db);
      return { rows: said, row: after ?? before };
    });
    tell(rows);
    await queue.changed(row);
    return { conversation: queueItemOf(row) };
  }

  /** The same clientId yields the same message; with another text or other pictures it is a conflict. */
  async function saidBefore(
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
  }

  /** An operator answered with an article: the resident's words may become a phrasing of it. */
  async function noticeSentArticle(answer: MessageRow, article: string): Promise<void> {
    const asked = await store.lastSaid(answer.conversation_id, "resident", answer.seq);
    if (!asked) return;
    const locale = languageOf(asked.text);
    await ports.notice({ kind: "sent_by_operator", question: asked.text, locale, offered: [], article });
  }

  const operations: HandlersOf<Operations["conversations"]> = {
    ...attachments.operations,

    async say({ clientId, text, attachments: pictures = [] }, { conversation: opened }) {
      const said = await database.write(async (db) => {
        await ensure(db, opened);
        const before = await saidBefore(db, opened.id, clientId, text, pictures);
        if (before) return { row: before, fresh: false as const };
        const conversation = await store.conversation(opened.id, db);
        if (!conversation) throw new Error("the conversation vanished in its own unit");
        assertThere(conversation);
        const id = newId();
        const reopened = conversation.state === "closed";
        if (reopened) await moves.reopen(db, conversation);
        const assistantHasIt = reopened || conversation.state === "assistant";
        const row = await store.append(
          db,
          opened.id,
          {
            id,
            author: { kind: "resident" },
            text,
            attachments: await attachments.take(db, opened.id, pictures, id),
            clientId,
            awaitsAnswer: assistantHasIt || reply.emergency(text),
          },
          clock().toISOString(),
        );
        const preview = previewOf(text) || ports.say(opened.locale, "conversations.picture");
        await store.change(db, opened.id, { preview });
        return { row, fresh: true as const, reopened, conversation: await store.conversation(opened.id, db) };
      });
      if (said.fresh) {
        tell([said.row]);
        if (said.conversation) {
          if (said.reopened) await queue.changed(said.conversation);
          else queue.spoken(said.conversation);
        }
        if (said.row.awaits_answer) void answering.start({ id: said.row.id, conversationId: opened.id });
      }
      return { message: messageOf(said.row) };
    },

    async rateMessage({ messageId, helpful, reason }, { conversation: opened }) {
      await database.write(async (db) => {
        const message = await store.message(db, messageId);
        if (message?.conversation_id !== opened.id || message.author_kind === "resident") {
          throw new Refusal("not_found");
        }
        await store.rateMessage(db, messageId, helpful, helpful ? undefined : reason);
      });
      return {};
    },

    async requestOperator(_input, { conversation: opened }) {
      const { rows, row } = await database.write(async (db) => {
        await ensure(db, opened);
        const before = await store.conversation(opened.id, db);
        if (!before) throw new Error("the conversation vanished in its own unit");
        assertThere(before);
        if (before.state === "queued" || before.state === "operator") return { rows: [], row: before };
        if (before.state === "closed") await moves.reopen(db, before);
        const current = await store.conversation(opened.id, db);
        const said = await moves.enqueue(db, current ?? before, "resident");
        return { rows: said, row: (await store.conversation(opened.id, db)) ?? before };
      });
      tell(rows);
      await queue.changed(row);
      return { conversation: await viewOf(opened, row) };
    },

    async end(_input, { conversation: opened }) {
      await stored(opened);
      const { rows, row } = await database.write(async (db) => {
        const before = await store.conversation(opened.id, db);
        if (!before) throw new Refusal("not_found", { reason: "conversations.nothing_said" });
        if (before.state === "closed") return { rows: [], row: before };
        const said = await moves.close(db, before, "resident", "left", "ended");
        return { rows: said, row: (await store.conversation(opened.id, db)) ?? before };
      });
      tell(rows);
      await queue.changed(row);
      return { conversation: await viewOf(opened, row) };
    },

    async remove(_input, { conversation: opened }) {
      await stored(opened);
      const row = await database.write(async (db) => {
        const before = await store.conversation(opened.id, db);
        if (!before || before.deleted_at) return undefined;
        const at = clock().toISOString();
        await attachments.eraseAll(db, opened.id);
        await store.wipe(db, opened.id, at);
        await store.recordMove(db, {
          id: newId(),
          conversationId: opened.id,
          at,
          by: "resident",
          move: "delete",
        });
        return store.conversation(opened.id, db);
      });
      if (row) {
        await queue.changed(row);
        pushes.deleted(opened.id);
      }
      return {};
    },

    async rate({ score, comment }, { conversation: opened }) {
      await stored(opened);
      await database.write((db) => store.change(db, opened.id, { score, score_comment: comment ?? null }));
      return {};
    },

    async typing(_input, { conversation: opened }) {
      pushes.typing(opened.id, { kind: "resident" });
      return {};
    },

    async watch({ conversationId, after }, { topics }) {
      topics?.join(watchTopic(conversationId));
      const row = await store.conversation(conversationId);
      if (!row || row.deleted_at) {
        topics?.leave(watchTopic(conversationId));
        throw new Refusal("not_found", row ? { reason: "conversations.deleted" } : {});
      }
      const messages = await Array.fromAsync(store.after(conversationId, after), watched);
      return { conversation: queueItemOf(row), messages };
    },

    async unwatch({ conversationId }, { topics }) {
      topics?.leave(watchTopic(conversationId));
      return {};
    },

    claim: ({ conversationId }, { staff }) =>
      operate(conversationId, (db, row) => moves.claim(db, row, staff)),

    release: ({ conversationId }, { staff }) =>
      operate(conversationId, (db, row) => moves.release(db, row, staff)),

    async transfer({ conversationId, department }, { staff }) {
      const name = departmentName(department);
      if (!name) throw new Refusal("invalid", { reason: "conversations.no_department", field: "department" });
      return operate(conversationId, (db, row) => moves.transfer(db, row, staff, { slug: department, name }));
    },

    close: ({ conversationId, reason }, { staff }) =>
      operate(conversationId, async (db, row) => {
        if (row.state === "operator") assertHeldBy(row, staff);
        return moves.close(db, row, staff.id, reason, "closed");
      }),

    async answer({ conversationId, clientId, text, article }, { staff }) {
      const said = await database.write(async (db) => {
        const conversation = await store.conversation(conversationId, db);
        if (!conversation) throw new Refusal("not_found");
        const before = await saidBefore(db, conversationId, clientId, text);
        if (before) return { row: before, fresh: false as const };
        assertHeldBy(conversation, staff);
        const row = await store.append(
          db,
          conversationId,
          { id: newId(), author: { kind: "operator", id: staff.id, name: staff.name }, text, clientId },
          clock().toISOString(),
        );
        return { row, fresh: true as const, conversation: await store.conversation(conversationId, db) };
      });
      if (said.fresh) {
        tell([said.row]);
        if (said.conversation) queue.spoken(said.conversation);
        if (article) void noticeSentArticle(said.row, article);
      }
      return { message: watched(said.row) };
    },

    async operatorTyping({ conversationId }, { staff }) {
      pushes.typing(conversationId, { kind: "operator", name: staff.name });
      return {};
    },
  };

  return {
    operations,

    /**
     * What a `/chat` connection opens. A token that we made opens its conversation, stored or not
     * yet; any other, and none, gives a new one. Nothing is stored here.
     */
    async open(
      { token, locale, page }: z.output<typeof handshake>,
      fallback: Locale,
    ): Promise<{ opened: OpenedConversation; view: Conversation }> {
      const given = token !== undefined && secrets.isOurs(token) ? token : secrets.newToken();
      const found = await store.byToken(secrets.hash(given));
      // What was deleted is not opened again: its token is as good as none.
      const row = found?.deleted_at ? undefined : found;
      const known = found?.deleted_at ? secrets.newToken() : given;
      const opened: OpenedConversation = {
        id: secrets.idFrom("conversation", known),
        token: known,
        locale: locale ?? fallback,
        ...(page ? { page } : {}),
      };
      return { opened, view: await viewOf(opened, row) };
    },

    /** What was said after a place, in order. */
    async *messagesAfter(conversationId: string, seq: number): AsyncGenerator<Message> {
      for await (const row of store.after(conversationId, seq)) yield messageOf(row);
    },

    jobs: attachments.jobs,
    sweepAttachments: attachments.sweep,

    /** The operators' whole queue. */
    async wholeQueue(): Promise<QueueItem[]> {
      return (await store.queue()).map(queueItemOf);
    },

    /** Answers what a crash left unanswered; resolves with how many there were. */
    resume: () => answering.resume(),

    /** Resolves when no answer is under way. */
    idle: () => answering.idle(),
  };
}

/** A tab may still have open what another one deleted. */
function assertThere({ deleted_at }: ConversationRow): void {
  if (deleted_at) throw new Refusal("not_found", { reason: "conversations.deleted" });
}

export type Conversations = ReturnType<typeof createConversations>;
