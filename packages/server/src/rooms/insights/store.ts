import { type RawBuilder, sql } from "kysely";
import { type Database, jsonField } from "../../storage/index.ts";
import type { Period } from "./rules.ts";

/**
 * Days are the city's, and the two databases reckon zones differently: so they count by ten
 * minutes of UTC, which every zone's midnight falls on, and the room gathers those into days.
 */
const TEN_MINUTES = "2026-11-22T10:0".length;

/** Moves after which a resident waits for an operator. */
const QUEUES = ["request", "release", "return", "transfer", "come_back"] as const;

export interface ConversationCount {
  /** A moment in UTC, cut to ten minutes: `2026-11-22T10:0`. */
  readonly tenMinutes: string;
  readonly channel: string;
  readonly conversations: number;
  readonly handovers: number;
}

export interface AnswerCount {
  readonly tenMinutes: string;
  readonly step: string;
  /** The article's topic, or empty. */
  readonly topic: string;
  readonly outcome: string;
  readonly questions: number;
  readonly yes: number;
  readonly no: number;
}

export interface Asked extends Period {
  readonly department?: string | undefined;
}

const tenMinutes = sql<string>`substr(created_at, 1, ${sql.lit(TEN_MINUTES)})`;
const times = (helpful: 0 | 1) =>
  sql<number>`coalesce(sum(case when helpful = ${sql.lit(helpful)} then 1 else 0 end), 0)`;

/** Of the department asked for, or of all. */
const within = (conversation: string, { department }: Asked): RawBuilder<boolean> =>
  department === undefined
    ? sql<boolean>`1 = 1`
    : sql<boolean>`exists (select 1 from conversation as within where within.id = ${sql.ref(conversation)} and within.department = ${department})`;

// Postgres gives counts as text.
export function createInsightsStore({ read }: Database) {
  return {
    async conversations(asked: Asked): Promise<ConversationCount[]> {
      const handed = sql<number>`sum(case when exists (
        select 1 from conversation_move as m where m.conversation_id = conversation.id and m.move in ('request', 'claim')
      ) then 1 else 0 end)`;
      const rows = await read
        .selectFrom("conversation")
        .select(({ fn }) => [
          tenMinutes.as("tenMinutes"),
          "channel",
          fn.countAll().as("conversations"),
          handed.as("handovers"),
        ])
        .where("created_at", ">=", asked.since)
        .where("created_at", "<", asked.until)
        .where(within("conversation.id", asked))
        .groupBy([tenMinutes, "channel"])
        .execute();
      return rows.map((row) => ({
        ...row,
        conversations: Number(row.conversations),
        handovers: Number(row.handovers),
      }));
    },

    /** What residents and those who answered them said. */
    async messages(asked: Asked): Promise<{ messages: number; yes: number; no: number }> {
      const row = await read
        .selectFrom("message")
        .select(({ fn }) => [fn.countAll().as("messages"), times(1).as("yes"), times(0).as("no")])
        .where("created_at", ">=", asked.since)
        .where("created_at", "<", asked.until)
        .where("author_kind", "!=", "system")
        .where(within("message.conversation_id", asked))
        .executeTakeFirst();
      return { messages: Number(row?.messages ?? 0), yes: Number(row?.yes ?? 0), no: Number(row?.no ?? 0) };
    },

    /** The assistant's answers by moment, what answered, subject and outcome. */
    async answers(asked: Asked): Promise<AnswerCount[]> {
      const field = (name: string) => sql<string>`coalesce(${jsonField(read, "origin", name)}, '')`;
      const rows = await read
        .selectFrom("message")
        .select(({ fn }) => [
          tenMinutes.as("tenMinutes"),
          field("step").as("step"),
          field("topic").as("topic"),
          field("outcome").as("outcome"),
          fn.countAll().as("questions"),
          times(1).as("yes"),
          times(0).as("no"),
        ])
        .where("created_at", ">=", asked.since)
        .where("created_at", "<", asked.until)
        .where("author_kind", "=", "assistant")
        .where("origin", "is not", null)
        .where(within("message.conversation_id", asked))
        .groupBy([sql`1`, sql`2`, sql`3`, sql`4`])
        .execute();
      return rows.map((row) => ({
        ...row,
        questions: Number(row.questions),
        yes: Number(row.yes),
        no: Number(row.no),
      }));
    },

    /** Each time that an operator took somebody from the queue: when, and the seconds since they came into it. */
    async waits(asked: Asked): Promise<{ at: string; seconds: number }[]> {
      const rows = await read
        .selectFrom("conversation_move as taken")
        .innerJoin("conversation_move as queued", (join) =>
          join
            .onRef("queued.conversation_id", "=", "taken.conversation_id")
            .on("queued.move", "in", QUEUES)
            .onRef("queued.at", "<=", "taken.at"),
        )
        .select(({ fn }) => ["taken.at as at", fn.max("queued.at").as("since")])
        .where("taken.move", "=", "claim")
        .where("taken.at", ">=", asked.since)
        .where("taken.at", "<", asked.until)
        .where(within("taken.conversation_id", asked))
        .groupBy(["taken.id", "taken.at"])
        .execute();
      return rows.map(({ at, since }) => ({ at, seconds: (Date.parse(at) - Date.parse(since)) / 1000 }));
    },

    /** Whoever wrote to residents: how much, and in how many conversations. */
    async operators(asked: Asked): Promise<{ name: string; conversations: number; messages: number }[]> {
      const rows = await read
        .selectFrom("message")
        .leftJoin("user", "user.id", "message.author_id")
        .select(({ fn }) => [
          sql<string>`coalesce(max("user"."name"), max(message.author_name), '')`.as("name"),
          sql<number>`count(distinct message.conversation_id)`.as("conversations"),
          fn.countAll().as("messages"),
        ])
        .where("message.author_kind", "=", "operator")
        .where("message.created_at", ">=", asked.since)
        .where("message.created_at", "<", asked.until)
        .where(within("message.conversation_id", asked))
        .groupBy("message.author_id")
        .execute();
      return rows
        .map((row) => ({
          name: row.name,
          conversations: Number(row.conversations),
          messages: Number(row.messages),
        }))
        .toSorted((a, b) => b.conversations - a.conversations || a.name.localeCompare(b.name));
    },

    /** How many of the period's conversations got one star, two, … five. */
    async stars(asked: Asked): Promise<number[]> {
      const rows = await read
        .selectFrom("conversation")
        .select(({ fn }) => ["score", fn.countAll().as("count")])
        .where("created_at", ">=", asked.since)
        .where("created_at", "<", asked.until)
        .where("score", "is not", null)
        .where(within("conversation.id", asked))
        .groupBy("score")
        .execute();
      return [1, 2, 3, 4, 5].map((score) =>
        Number(rows.find((row) => Number(row.score) === score)?.count ?? 0),
      );
    },

    /** Entries of every campaign as they stand now. */
    async entries(): Promise<{ campaign: string; state: string; entries: number }[]> {
      const rows = await read
        .selectFrom("entry")
        .select(({ fn }) => ["campaign", "state", fn.countAll().as("entries")])
        .groupBy(["campaign", "state"])
        .orderBy("campaign")
        .orderBy("state")
        .execute();
      return rows.map((row) => ({ ...row, entries: Number(row.entries) }));
    },
  };
}
