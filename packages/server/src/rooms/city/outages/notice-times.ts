import { dayAfter, startOfDay } from "../../../city-time.ts";

const MONTHS = "янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек";
const DAY = `(\\d{1,2})(?:\\.(\\d{2})(?:\\.(\\d{4}|\\d{2}))?(?!\\d|[.:]\\d)|\\s+(${MONTHS})\\p{L}*(?:\\s+(\\d{4}))?)`;
const TIME =
  /(?<![\d.])([01]?\d|2[0-4])[:.]([0-5]\d)(?![\d.]|\s*(?:г\.|года))|(?<=\sс\s|до\s|по\s)(\d{1,2})\s*(?:час\p{L}*|ч\.?)/giu;
/** Suppliers who name no hours work in these. */
const USUAL_HOURS = ["08:00", "17:00"] as const;
const MOST_DAYS = 31;

export interface Period {
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface ReadTimes {
  /** One for each day with hours of its own; one over all days where a notice counts through. */
  readonly periods: readonly Period[];
  /** No hours were named: these are the usual ones. */
  readonly assumedHours: boolean;
}

interface FoundDay {
  readonly day: string;
  readonly at: number;
  readonly end: number;
}

const pad = (number: number) => String(number).padStart(2, "0");
const monthOf = (word: string) =>
  MONTHS.split("|").findIndex((start) => new RegExp(`^${start}`, "iu").test(word)) + 1;

function dayFrom(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? `${year}-${pad(month)}-${pad(day)}`
    : undefined;
}

/** «1,2 и 4 декабря» and «1-3 марта» as whole dates, so that every day names its month. */
function spelledOut(text: string): string {
  return text.replace(
    new RegExp(
      `((?:\\d{1,2}\\s*(?:,|и|-|–|—|по)\\s*)+)(\\d{1,2}\\s+((?:${MONTHS})\\p{L}*(?:\\s+\\d{4})?))`,
      "giu",
    ),
    (whole, before: string, last: string, month: string) =>
      /[:.]$/.test(before) ? whole : before.replace(/\d{1,2}/g, (day) => `${day} ${month} `) + last,
  );
}

/**
 * When a notice says that something is off.
 *
 * @param today the city's day: a date without a year is the next one of that name, or a recent one
 */
export function readTimes(notice: string, today: string, timeZone: string): ReadTimes {
  const text = spelledOut(notice.replace(/\([^)]*обновлен[^)]*\)/giu, " "));
  const days = daysIn(text, today);
  const withoutDays = days.reduceRight(
    (rest, { at, end }) => rest.slice(0, at) + " ".repeat(end - at) + rest.slice(end),
    text,
  );
  const times = [...withoutDays.matchAll(TIME)].map(({ index, 1: hour, 2: minute, 3: alone }) => ({
    at: index,
    time: `${pad(Number(hour ?? alone))}:${minute ?? "00"}`,
  }));
  if (days.length === 0 && times.length < 2) return { periods: [], assumedHours: false };
  const all = days.length > 0 ? span(days, text) : [today];
  const [from = USUAL_HOURS[0], until = USUAL_HOURS[1]] =
    times.length > 1 ? [times[0]?.time, times.at(-1)?.time] : times.length === 1 ? [times[0]?.time] : [];
  const at = (day: string, time: string) => {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    const moment = new Date(startOfDay(timeZone, day).getTime() + (hours * 60 + minutes) * 60_000);
    return moment.toISOString();
  };
  const periods = all.slice(0, MOST_DAYS).map((day) => ({
    startsAt: at(day, from),
    endsAt: at(until <= from ? dayAfter(day, 1) : day, until),
  }));
  return { periods, assumedHours: times.length === 0 };
}

function daysIn(text: string, today: string): FoundDay[] {
  const year = Number(today.slice(0, 4));
  return [...text.matchAll(new RegExp(DAY, "giu"))].flatMap((match) => {
    const [whole, day, month, inYear, word, wordYear] = match;
    const number = month ? Number(month) : monthOf(word ?? "");
    if (number < 1 || number > 12) return [];
    const said = inYear ?? wordYear;
    const written = said === undefined ? year : Number(said.length === 2 ? `20${said}` : said);
    const found = dayFrom(written, number, Number(day));
    if (!found) return [];
    // A notice of January for December is of the year before the next one.
    const meant =
      said === undefined && found < dayAfter(today, -180) ? dayFrom(year + 1, number, Number(day)) : found;
    return [{ day: meant ?? found, at: match.index, end: match.index + whole.length }];
  });
}

/** Days that stand apart by «-» or «по» mean all between them. */
function span(days: readonly FoundDay[], text: string): string[] {
  const all = new Set<string>();
  days.forEach(({ day, at }, index) => {
    const before = days[index - 1];
    const between = before ? text.slice(before.end, at) : "";
    const counts =
      before &&
      /^[^\p{L}]*[-–—]\s*$|(?:^|\s)(?:по|до)\s*$/iu.test(between.replace(/\s*г(?:ода|\.)?\s*/iu, " "));
    if (before && counts && before.day < day) {
      for (let next = before.day; next < day && all.size <= MOST_DAYS; next = dayAfter(next, 1))
        all.add(next);
    }
    all.add(day);
  });
  return [...all].toSorted();
}
