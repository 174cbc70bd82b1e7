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
