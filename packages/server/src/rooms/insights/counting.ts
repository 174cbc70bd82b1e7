import type { AnswerCount } from "./store.ts";

export const sum = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((all, item) => all + of(item), 0);

/** Counts under each name, the greatest first; what has no name is left out. */
export function totals<T>(
  rows: readonly T[],
  nameOf: (row: T) => string,
  countOf: (row: T) => number,
): [string, number][] {
  const found = new Map<string, number>();
  for (const row of rows) found.set(nameOf(row), (found.get(nameOf(row)) ?? 0) + countOf(row));
  found.delete("");
  return [...found].toSorted(([a, some], [b, others]) => others - some || a.localeCompare(b));
}

/** What answers were about, with their questions in each step. */
export function topicsOf(
  answers: readonly AnswerCount[],
  steps: readonly string[],
  stepAt: (tenMinutes: string) => string,
) {
  const topicOf = ({ topic, step }: AnswerCount) => topic || step;
  const place = new Map(steps.map((day, index) => [day, index]));
  const byTopic = Map.groupBy(answers, topicOf);
  return totals(answers, topicOf, ({ questions }) => questions).map(([topic, questions]) => {
    const rows = byTopic.get(topic) ?? [];
    const days = steps.map(() => 0);
    for (const row of rows) {
      const at = place.get(stepAt(row.tenMinutes));
      if (at !== undefined) days[at] = (days[at] ?? 0) + row.questions;
    }
    return { topic, questions, yes: sum(rows, ({ yes }) => yes), no: sum(rows, ({ no }) => no), days };
  });
}
