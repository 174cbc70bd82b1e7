import type { Handler, HandlersOf, Operations, ReplyOf } from "@veche/protocol";
import { cityHour, dayIn } from "../../city-time.ts";
import { SHEET_FILES, writeSheet, writeWorkbook } from "../../sheets/index.ts";
import type { Database } from "../../storage/index.ts";
import { sum, topicsOf, totals } from "./counting.ts";
import { figureSheets } from "./figure-sheets.ts";
import {
  firstOf,
  outcomeKind,
  type Period,
  periodBefore,
  periodOf,
  type Step,
  stepOf,
  waitOf,
  weekdayOf,
} from "./rules.ts";
import { type AnswerCount, type Asked, type ConversationCount, createInsightsStore } from "./store.ts";

export interface InsightsParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly timeZone: string;
}

type Figures = ReplyOf<Operations["insights"]["figures"]>;
type Wait = { readonly at: string; readonly seconds: number };

/** What was asked and how it was answered, counted; no resident and no resident's words. */
export function createInsights({ database, clock, timeZone }: InsightsParts): {
  readonly operations: HandlersOf<Operations["insights"]>;
} {
  const store = createInsightsStore(database);
  const momentOf = (tenMinutes: string) => new Date(`${tenMinutes}0:00Z`);
  const dayOf = (tenMinutes: string) => dayIn(timeZone, momentOf(tenMinutes));

  async function totalsOf(asked: Asked, counts: readonly ConversationCount[]) {
    const conversations = sum(counts, (it) => it.conversations);
    const stars = await store.stars(asked);
    const scores = sum(stars, (it) => it);
    const waits = await store.waits(asked);
    return {
      stars,
      waits,
      told: {
        conversations,
        servedByAssistant: conversations === 0 ? 0 : 1 - sum(counts, (it) => it.handovers) / conversations,
        wait: waitOf(waits.map(({ seconds }) => seconds)),
        score: {
          mean:
            scores === 0
              ? null
              : sum(
                  stars.map((many, at) => many * (at + 1)),
                  (it) => it,
                ) / scores,
          count: scores,
        },
      },
    };
  }

  function daysOf(
    period: Period,
    step: Step,
    counts: readonly ConversationCount[],
    answers: readonly AnswerCount[],
    waits: readonly Wait[],
  ): Figures["days"] {
    const none = { conversations: 0, handovers: 0, answered: 0, chosen: 0, toOperator: 0, unknown: 0 };
    const found = new Map(
      period.days.map((day) => [firstOf(day, step, period), { ...none, seconds: [] as number[] }]),
    );
    const at = (day: string) => found.get(firstOf(day, step, period));
    for (const { tenMinutes, conversations, handovers } of counts) {
      const day = at(dayOf(tenMinutes));
      if (!day) continue;
      day.conversations += conversations;
      day.handovers += handovers;
    }
    for (const answer of answers) {
      const day = at(dayOf(answer.tenMinutes));
      if (day) day[outcomeKind(answer)] += answer.questions;
    }
    for (const wait of waits) at(dayIn(timeZone, new Date(wait.at)))?.seconds.push(wait.seconds);
    return [...found].map(([day, { seconds, ...counted }]) => {
      const { median, most } = waitOf(seconds);
      return { day, ...counted, waitMedian: median, waitMost: most };
    });
  }

  async function read(query: {
    from?: string | undefined;
    to?: string | undefined;
    department?: string | undefined;
    step?: Step | undefined;
  }): Promise<Figures> {
    const period = periodOf(query, clock(), timeZone);
    const asked: Asked = { ...period, department: query.department };
    const earlier: Asked = { ...periodBefore(period, timeZone), department: query.department };
    const step = stepOf(query.step, period);
    const counts = await store.conversations(asked);
    const answers = await store.answers(asked);
    const { messages, yes, no } = await store.messages(asked);
    const { told, stars, waits } = await totalsOf(asked, counts);
    const before = await totalsOf(earlier, await store.conversations(earlier));
    const days = daysOf(period, step, counts, answers, waits);
    const began = (at: (moment: Date) => number, length: number) =>
      Array.from({ length }, (_, place) =>
        sum(
          counts.filter(({ tenMinutes }) => at(momentOf(tenMinutes)) === place),
          (it) => it.conversations,
        ),
      );
    return {
      ...told,
      from: period.from,
      to: period.to,
      step,
      messages,
      before: before.told,
      days,
      hours: began((moment) => cityHour(timeZone, moment), 24),
      weekdays: began((moment) => weekdayOf(dayIn(timeZone, moment)), 7),
      topics: topicsOf(
        answers,
        days.map(({ day }) => day),
        (tenMinutes) => firstOf(dayOf(tenMinutes), step, period),
      ),
      outcomes: totals(
        answers,
        ({ outcome }) => outcome,
        ({ questions }) => questions,
      ).map(([outcome, questions]) => ({ outcome, questions })),
      channels: totals(
        counts,
        ({ channel }) => channel,
        ({ conversations }) => conversations,
      ).map(([channel, conversations]) => ({ channel, conversations })),
      operators: await store.operators(asked),
      stars,
      helpful: { yes, no },
      entries: await store.entries(),
    };
  }

  const figures: Handler<Operations["insights"]["figures"]> = (query) => read(query);

  const figuresFile: Handler<Operations["insights"]["figuresFile"]> = async ({ table, format, ...query }) => {
    const { sheet, rows } = figureSheets[table](await read(query));
    return {
      contentType: SHEET_FILES[format],
      // Spreadsheets take a file without a mark for one in Windows-1251.
      body: format === "csv" ? `\uFEFF${writeSheet(rows, sheet)}` : await writeWorkbook(rows, sheet),
      headers: { "Content-Disposition": `attachment; filename="${table}.${format}"` },
    };
  };

  return { operations: { figures, figuresFile } };
}
