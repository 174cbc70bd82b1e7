import { sql } from "kysely";
import { type Database, jsonField } from "../../storage/index.ts";
import type { Period } from "./rules.ts";

/**
 * Days are the city's, and the two databases reckon zones differently: so they count by ten
 * minutes of UTC, which every zone's midnight falls on, and the room gathers those into days.
 */
const TEN_MINUTES = "2026-11-22T10:0".length;

export interface ConversationCount {
  /** A moment in UTC, cut to ten minutes: `2026-11-22T10:0`. */
  readonly tenMinutes: string;
  readonly conversations: number;
  readonly handovers: number;
  readonly scores: number;
  readonly scoreSum: number;
}

export function createInsightsStore({ read }: Database) {
  return {
    async conversations({ since, until }: Period): Promise<ConversationCount[]> {
      const tenMinutes = sql<string>`substr(created_at, 1, ${sql.lit(TEN_MINUTES)})`;
      const handed = sql<number>`sum(case when exists (
        select 1 from conversation_move as m where m.conversation_id = conversation.id and m.move in ('request', 'claim')
      ) then 1 else 0 end)`;
      const rows = await read
        .selectFrom("conversation")
        .select(({ fn }) => [
          tenMinutes.as("tenMinutes"),
          fn.countAll().as("conversations"),
          handed.as("handovers"),
          fn.count("score").as("scores"),
          fn.sum("score").as("scoreSum"),
        ])
        .where("created_at", ">=", since)
        .where("created_at", "<", until)
        .groupBy(tenMinutes)
        .execute();
      // Postgres gives counts as text.
      return rows.map((row) => ({
        tenMinutes: row.tenMinutes,
        conversations: Number(row.conversations),
        handovers: Number(row.handovers),
        scores: Number(row.scores),
        scoreSum: Number(row.scoreSum ?? 0),
      }));
    },

    /** What residents and those who answered them said. */
    async messages({ since, until }: Period): Promise<{ messages: number; yes: number; no: number }> {
      const row = await read
        .selectFrom("message")
        .select(({ fn }) => [
          fn.countAll().as("messages"),
          sql<number>`sum(case when helpful = 1 then 1 else 0 end)`.as("yes"),
          sql<number>`sum(case when helpful = 0 then 1 else 0 end)`.as("no"),
        ])
        .where("created_at", ">=", since)
        .where("created_at", "<", until)
        .where("author_kind", "!=", "system")
        .executeTakeFirst();
      return { messages: Number(row?.messages ?? 0), yes: Number(row?.yes ?? 0), no: Number(row?.no ?? 0) };
    },

    /** The assistant's answers by subject (the article's topic, or what answered) and outcome. */
    async answers({
      since,
      until,
    }: Period): Promise<{ topic: string; outcome: string; questions: number }[]> {
      const topic = jsonField(read, "origin", "topic");
      const step = jsonField(read, "origin", "step");
      const outcome = jsonField(read, "origin", "outcome");
      const rows = await read
        .selectFrom("message")
        .select(({ fn }) => [
          sql<string>`coalesce(${topic}, ${step}, '')`.as("topic"),
          sql<string>`coalesce(${outcome}, '')`.as("outcome"),
          fn.countAll().as("questions"),
        ])
        .where("created_at", ">=", since)
        .where("created_at", "<", until)
        .where("author_kind", "=", "assistant")
        .where("origin", "is not", null)
        .groupBy([sql`1`, sql`2`])
        .execute();
      return rows.map((row) => ({ ...row, questions: Number(row.questions) }));
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
