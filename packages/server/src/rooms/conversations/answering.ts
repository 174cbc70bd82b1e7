import { languageOf } from "@veche/assistant";
import type { Connection } from "../../storage/index.ts";
import type { ConversationPorts } from "./ports.ts";
import type { Queue } from "./queue.ts";
import type { Origin, Outcome } from "./steps/step.ts";
import { messageOf, type ConversationRow, type ConversationStore, type MessageRow } from "./store.ts";

export interface AnsweringParts {
  readonly ports: ConversationPorts;
  readonly store: ConversationStore;
  readonly queue: Queue;
  /** Moves the conversation into the queue, inside a unit. */
  readonly enqueue: (db: Connection, row: ConversationRow) => Promise<readonly MessageRow[]>;
}

/**
 * From a stored question to its stored answer. The answer's id follows from its question's, and the
 * question's mark falls in the same commit, so a crash between the two never answers twice.
 */
export function createAnswering({ ports, store, queue, enqueue }: AnsweringParts) {
  const { database, secrets, pushes, reply, clock, log } = ports;
  /** One answer at a time for a conversation, so that answers keep the order of questions. */
  const running = new Map<string, Promise<void>>();

  /** A picture alone says nothing to a program. */
  async function wordless({ conversation_id }: MessageRow): Promise<Outcome> {
    const locale = (await store.conversation(conversation_id))?.locale === "en" ? "en" : "ru";
    const operator = ports.say(locale, "conversations.steps.unknown.call-operator");
    return {
      kind: "choose",
      text: ports.say(locale, "conversations.wordless"),
      replies: [{ title: operator, value: operator }],
      origin: { step: "picture" },
    };
  }

  async function outcomeFor(question: MessageRow): Promise<Outcome> {
    if (!question.text.trim()) return wordless(question);
    // Not the last before the question: who writes quickly asks the next before this one is answered.
    const last = await store.lastOf(database.read, question.conversation_id, "assistant");
    const conversation = await store.conversation(question.conversation_id);
    const fallback = conversation?.locale === "en" ? "en" : "ru";
    // Codes, house numbers and phones are of no language.
    const words = question.text
      .split(/\s+/)
      .filter((word) => !/\d/.test(word))
      .join(" ");
    return reply({
      text: question.text,
      locale: /\p{L}/u.test(words) ? languageOf(words) : fallback,
      previous: last?.origin ? (JSON.parse(last.origin) as Origin) : undefined,
      at: clock(),
    });
  }

  async function answer(questionId: string): Promise<void> {
    const question = await store.message(database.read, questionId);
    if (!question?.awaits_answer) return;
    pushes.typing(question.conversation_id, { kind: "assistant" });
    const outcome = await outcomeFor(question);
    const done = await database.write(async (db) => {
      const current = await store.message(db, questionId);
      const conversation = await store.conversation(question.conversation_id, db);
      if (!current?.awaits_answer || !conversation) return undefined;
      await store.answered(db, questionId);
      const withPerson = conversation.state === "queued" || conversation.state === "operator";
      if (withPerson && outcome.origin.step !== "emergency") return undefined;
      const at = clock().toISOString();
      const said = await store.append(
        db,
        conversation.id,
        {
          id: secrets.idFrom("answer", questionId),
          author: { kind: "assistant" },
          text: outcome.text,
          sources: [...(outcome.sources ?? [])],
          replies: [...(outcome.replies ?? [])],
          origin: { ...outcome.origin, outcome: outcome.kind },
        },
        at,
      );
      if (outcome.notice) await ports.notice(db, outcome.notice);
      const rows: MessageRow[] = [said];
      const handedOver = outcome.handover === true && conversation.state === "assistant";
      if (handedOver) rows.push(...(await enqueue(db, conversation)));
      return {
        rows,
        handedOver,
        conversation: handedOver && (await store.conversation(conversation.id, db)),
      };
    });
    if (!done) return;
    for (const row of done.rows) pushes.message(row.conversation_id, messageOf(row));
    if (done.handedOver && done.conversation) await queue.changed(done.conversation);
  }

  function start(question: { readonly id: string; readonly conversationId: string }): Promise<void> {
    const before = running.get(question.conversationId) ?? Promise.resolve();
    const mine: Promise<void> = before
      .then(() => answer(question.id))
      .catch((error: unknown) =>
        log.error({ err: error, message: question.id }, "a question was not answered"),
      )
      .finally(() => {
        if (running.get(question.conversationId) === mine) running.delete(question.conversationId);
      });
    running.set(question.conversationId, mine);
    return mine;
  }

  return {
    /** Answers a stored question; a failure is logged, and `takeUp` tries again. */
    start,

    /**
     * Answers what has no answer since before a moment: after a crash, here or at another process, or where
     * the disk had no room for it.
     *
     * @returns an answer each, under way
     */
    async takeUp(before: Date): Promise<Promise<void>[]> {
      const left = await store.unanswered(before.toISOString());
      return left
        .filter((it) => !running.has(it.conversation_id))
        .map((it) => start({ id: it.id, conversationId: it.conversation_id }));
    },

    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}

export type Answering = ReturnType<typeof createAnswering>;
