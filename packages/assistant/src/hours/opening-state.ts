import { calendarOf, type OpeningOptions, someWeek } from "./calendar.ts";
import { clockOf, DAY_MINUTES, daysAfter, type Stretch } from "./stretch.ts";
import { momentOf, wallClock } from "./wall-clock.ts";
import { writtenHours } from "./written-hours.ts";

export type { DayException, OpeningOptions } from "./calendar.ts";

export interface OpeningState {
  open: boolean;
  /** When it closes; absent when closed or always open. */
  until?: Date;
  /** When it next opens; absent when open, or when it doesn't open within the year. */
  nextOpen?: Date;
  alwaysOpen: boolean;
}

/** From and to as clocks show them, `09:00` to `13:00`; `24:00` is midnight, `02:00` after `20:00` the next morning. */
export type OpenStretch = readonly [from: string, to: string];

const FAR_DAYS = 366;

/**
 * Whether a place is open at a moment, and when that changes.
 *
 * @param hours OpenStreetMap `opening_hours` syntax; lunch breaks are gaps; a rule for some dates alone
 *   («2026 Dec 31 09:00-12:00») wins over holidays
 * @param timeZone IANA name of the city's zone, in which `hours` is read
 * @throws when `hours` can't be understood; see {@link hoursProblem}
 */
export function openingState(
  hours: string,
  at: Date,
  timeZone: string,
  options: OpeningOptions = {},
): OpeningState {
  const on = calendarOf(hours, options);
  const { date, minute } = wallClock(at, timeZone);
  const running = [
    ...on(daysAfter(date, -1)).map(([from, to]): Stretch => [from - DAY_MINUTES, to - DAY_MINUTES]),
    ...on(date),
  ].filter(([from, to]) => from <= minute && minute < to);
  if (running.length === 0) {
    const next = nextOpening(on, date, minute);
    return {
      open: false,
      alwaysOpen: false,
      ...(next && { nextOpen: momentOf(next.date, next.minute, timeZone) }),
    };
  }
  const end = closing(on, date, Math.max(...running.map(([, to]) => to)));
  return end === undefined
    ? { open: true, alwaysOpen: true }
    : { open: true, until: momentOf(date, end, timeZone), alwaysOpen: false };
}

/** The minute, counted from the date's midnight, at which an open place closes; stretches that meet are one. */
function closing(on: ReturnType<typeof calendarOf>, date: string, openTo: number): number | undefined {
  let end = openTo;
  for (let day = 0; day * DAY_MINUTES <= end; day++) {
    if (day > FAR_DAYS) return undefined;
    for (const [from, to] of on(daysAfter(date, day)))
      if (from + day * DAY_MINUTES <= end) end = Math.max(end, to + day * DAY_MINUTES);
  }
  return end;
}

function nextOpening(on: ReturnType<typeof calendarOf>, date: string, minute: number) {
  for (let day = 0; day <= FAR_DAYS; day++) {
    const later = daysAfter(date, day);
    const first = on(later).find(([from]) => day > 0 || from > minute);
    if (first) return { date: later, minute: first[0] };
  }
  return undefined;
}

/**
 * The hours of one calendar day, holidays and exceptions included; none when closed.
 *
 * @param day ISO date, `2026-11-28`
 */
export const hoursOn = (hours: string, day: string, options: OpeningOptions = {}): OpenStretch[] =>
  calendarOf(hours, options)(day).map(asClocks);

/** The hours of a usual week, Monday first. */
export const usualWeek = (hours: string): OpenStretch[][] =>
  someWeek.map((date) => writtenHours(hours).usual(date).map(asClocks));

/** Why `hours` can't be understood, in the library's words; undefined when it can. */
export function hoursProblem(hours: string): string | undefined {
  try {
    writtenHours(hours);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

const asClocks = ([from, to]: Stretch): OpenStretch => [clockOf(from), clockOf(to)];
