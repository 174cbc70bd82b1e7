import { languageOf } from "@veche/assistant";
import type { Locale } from "@veche/protocol";
import type { Moves } from "./moves.ts";
import type { ConversationPorts } from "./ports.ts";
import type { Queue } from "./queue.ts";
import { inWords, type Route, type Routing } from "./routing.ts";
import { originOf, type Outcome } from "./steps/step.ts";
import { messageOf, type ConversationStore, type MessageRow } from "./store.ts";

/** Who has the answer at once need not be told that it is being written. */
const TYPING_AFTER_MS = 300;
/** An answer's unit changes nothing but the database. */
const REPEATABLE = { repeatable: true };

/** What the assistant had said last when a question was stored, read with it. */
export interface Said {
  readonly origin: string | undefined;
}

export interface AnsweringParts {
  readonly ports: ConversationPorts;
  readonly store: ConversationStore;
  readonly queue: Queue;
  readonly routing: Routing;
  readonly moves: Moves;
}

/**
 * From a stored question to its stored answer. The answer's id follows from its question's, and the
 * question's mark falls in the same commit, so a crash between the two never answers twice.
 */
export function createAnswering({ ports, store, queue, routing, moves }: AnsweringParts) {
  const { database, secrets, pushes, reply, clock, log } = ports;
  /** One answer at a time for a conversation, so that answers keep the order of questions. */
  const running = new Map<string, Promise<void>>();

  /** A picture alone says nothing to a program. */
  function wordless(locale: Locale): Outcome {
    const operator = ports.say(locale, "conversations.steps.unknown.call-operator");
    return {
      kind: "choose",
      text: ports.say(locale, "conversations.wordless"),
      replies: [{ title: operator, value: operator }],
      origin: { step: "picture" },
    };
  }

  /** Of the question; codes, house numbers and phones are of no language, then the conversation's. */
  async function localeOf({ text, conversation_id }: MessageRow): Promise<Locale> {
    const words = text
      .split(/\s+/)
      .filter((word) => !/\d/.test(word))
      .join(" ");
    if (/\p{L}/u.test(words)) return languageOf(words);
    return (await store.conversation(conversation_id))?.locale === "en" ? "en" : "ru";
  }

  async function outcomeFor(question: MessageRow, said?: Said): Promise<Outcome & { route?: Route }> {
    const locale = await localeOf(question);
    if (!question.text.trim()) return wordless(locale);
    // Not the last before the question: who writes quickly asks the next before this one is answered.
    const { origin } = said ?? { origin: await store.lastOrigin(database.read, question.conversation_id) };
    const previous = originOf(origin);
    const outcome = await reply({ text: question.text, locale, previous, at: clock() });
    if (!outcome.handover) return outcome;
    const route = await routing.of({ ...previous, ...outcome.origin });
    const before = outcome.text.trim();
    return {
      ...outcome,
      text: [...(before ? [before] : []), inWords(ports, locale, route.says)].join("\n\n"),
      route,
    };
  }

  async function answer(question: MessageRow, said?: Said): Promise<void> {
    const slow = setTimeout(
      () => pushes.typing(question.conversation_id, { kind: "assistant" }),
      TYPING_AFTER_MS,
    );
    const { route, ...outcome } = await outcomeFor(question, said).finally(() => clearTimeout(slow));
    const done = await database.write(async (db) => {
      const conversation = await store.conversation(question.conversation_id, db);
      if (!conversation || !(await store.settle(db, question.id))) return undefined;
      const withPerson = conversation.state === "queued" || conversation.state === "operator";
      if (withPerson && outcome.origin.step !== "emergency") return undefined;
      const at = clock().toISOString();
      const said = await store.append(
        db,
        conversation.id,
        {
          id: secrets.idFrom("answer", question.id),
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
      const handedOver = route !== undefined && conversation.state === "assistant";
      if (handedOver) await moves.enqueue(db, conversation, "assistant", route);
      return {
        rows,
        handedOver,
        conversation: handedOver && (await store.conversation(conversation.id, db)),
      };
    }, REPEATABLE);
    if (!done) return;
    for (const row of done.rows) pushes.message(row.conversation_id, messageOf(row));
    if (done.handedOver && done.conversation) await queue.changed(done.conversation);
  }

  function start(question: MessageRow, said?: Said): Promise<void> {
    const { conversation_id } = question;
    const before = running.get(conversation_id);
    // What is being answered still will have been said then.
    const mine: Promise<void> = (before ?? Promise.resolve())
      .then(() => answer(question, before ? undefined : said))
      .catch((error: unknown) =>
        log.error({ err: error, message: question.id }, "a question was not answered"),
      )
      .finally(() => {
        if (running.get(conversation_id) === mine) running.delete(conversation_id);
      });
    running.set(conversation_id, mine);
    return mine;
  }

  return {
    /** Answers a stored question that waits for it; a failure is logged, and `takeUp` tries again. */
    start,

    /**
     * Answers what has no answer since before a moment: after a crash, here or at another process, or where
     * the disk had no room for it.
     *
     * @returns an answer each, under way
     */
    async takeUp(before: Date): Promise<Promise<void>[]> {
      const left = await store.unanswered(before.toISOString());
      return left.filter((it) => !running.has(it.conversation_id)).map((it) => start(it));
    },

    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}

export type Answering = ReturnType<typeof createAnswering>;
