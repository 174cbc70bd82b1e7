import type { Handler, HandlersOf, Operations } from "@veche/protocol";
import { dayIn } from "../../city-time.ts";
import type { Database } from "../../storage/index.ts";
import { periodOf } from "./rules.ts";
import { type ConversationCount, createInsightsStore } from "./store.ts";

export interface InsightsParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly timeZone: string;
}

/** What was asked and how it was answered, counted; no person's words and no person. */
export function createInsights({ database, clock, timeZone }: InsightsParts): {
  readonly operations: HandlersOf<Operations["insights"]>;
} {
  const store = createInsightsStore(database);

  function byDay(days: readonly string[], counts: readonly ConversationCount[]) {
    const found = new Map(days.map((day) => [day, { day, conversations: 0, handovers: 0 }]));
    for (const { tenMinutes, conversations, handovers } of counts) {
      const day = found.get(dayIn(timeZone, new Date(`${tenMinutes}0:00Z`)));
      if (!day) continue;
      day.conversations += conversations;
      day.handovers += handovers;
    }
    return [...found.values()];
  }

  const figures: Handler<Operations["insights"]["figures"]> = async (asked) => {
    const period = periodOf(asked, clock(), timeZone);
    const counts = await store.conversations(period);
    const answers = await store.answers(period);
    const { messages, yes, no } = await store.messages(period);
    const conversations = sum(counts, (it) => it.conversations);
    const scores = sum(counts, (it) => it.scores);
    return {
      from: period.from,
      to: period.to,
      conversations,
      messages,
      servedByAssistant: conversations === 0 ? 0 : 1 - sum(counts, (it) => it.handovers) / conversations,
      days: byDay(period.days, counts),
      topics: total(answers, ({ topic }) => topic).map(([topic, questions]) => ({ topic, questions })),
      outcomes: total(answers, ({ outcome }) => outcome).map(([outcome, questions]) => ({
        outcome,
        questions,
      })),
      helpful: { yes, no },
      score: { mean: scores === 0 ? null : sum(counts, (it) => it.scoreSum) / scores, count: scores },
      entries: await store.entries(),
    };
  };

  return { operations: { figures } };
}

const sum = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((all, item) => all + of(item), 0);

/** Questions under each name, the most asked first; what has no name is left out. */
function total<T extends { readonly questions: number }>(
  rows: readonly T[],
  nameOf: (row: T) => string,
): [string, number][] {
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(nameOf(row), (totals.get(nameOf(row)) ?? 0) + row.questions);
  totals.delete("");
  return [...totals].toSorted(([a, some], [b, others]) => others - some || a.localeCompare(b));
}
