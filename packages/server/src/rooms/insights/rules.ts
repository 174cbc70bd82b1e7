import { Refusal } from "@veche/protocol";
import { dayAfter, dayIn, startOfDay } from "../../city-time.ts";

const USUAL_DAYS = 30;
const MOST_DAYS = 732;

/** Whole days of the city, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly days: readonly string[];
  /** ISO 8601 UTC: `since` belongs to it, `until` is the first moment after. */
  readonly since: string;
  readonly until: string;
}

/**
 * The days asked for; the last thirty when none are.
 *
 * @throws Refusal `invalid` for a period that ends before it begins or is longer than two years
 */
export function periodOf(
  asked: { from?: string | undefined; to?: string | undefined },
  now: Date,
  timeZone: string,
): Period {
  const to = asked.to ?? dayIn(timeZone, now);
  const from = asked.from ?? dayAfter(to, 1 - USUAL_DAYS);
  if (from > to) throw new Refusal("invalid", { reason: "insights.backwards", field: "from" });
  const days = [from];
  while ((days.at(-1) ?? to) < to && days.length <= MOST_DAYS) days.push(dayAfter(days.at(-1) ?? to, 1));
  if (days.length > MOST_DAYS) {
    throw new Refusal("invalid", { reason: "insights.too_long", field: "from", values: { days: MOST_DAYS } });
  }
  const since = startOfDay(timeZone, from).toISOString();
  const until = startOfDay(timeZone, dayAfter(to, 1)).toISOString();
  return { from, to, days, since, until };
}

/** The period of the same length that ended when this one began. */
export function periodBefore({ from, days }: Period, timeZone: string): Period {
  const asked = { from: dayAfter(from, -days.length), to: dayAfter(from, -1) };
  return periodOf(asked, new Date(), timeZone);
}

export type Step = "day" | "week";

/** Longer periods are told by weeks: a quarter's days are too many to look at. */
const MOST_SINGLE_DAYS = 62;

export const stepOf = (asked: Step | undefined, { days }: Period): Step =>
  asked ?? (days.length > MOST_SINGLE_DAYS ? "week" : "day");

/** Monday is 0. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;

/** The first day of a day's step: itself, or its Monday, though never before the period. */
export function firstOf(day: string, step: Step, { from }: Period): string {
  if (step === "day") return day;
  const monday = dayAfter(day, -weekdayOf(day));
  return monday < from ? from : monday;
}

interface Answer {
  readonly step: string;
  readonly outcome: string;
}

/** Which of the four ways an answer of the assistant went. */
export function outcomeKind({ step, outcome }: Answer): "answered" | "chosen" | "toOperator" | "unknown" {
  if (step === "unknown") return "unknown";
  if (outcome === "choose") return "chosen";
  return outcome === "operator" ? "toOperator" : "answered";
}

/** Half waited no longer than `median`, nine of ten than `most`; seconds. */
export function waitOf(seconds: readonly number[]) {
  const ascending = seconds.toSorted((a, b) => a - b);
  const share = (part: number) => ascending[Math.max(0, Math.ceil(ascending.length * part) - 1)] ?? null;
  return { count: ascending.length, median: share(0.5), most: share(0.9) };
}
