import OpeningHours from "opening_hours";
import { DAY_MINUTES, daysAfter, type Stretch, type Weekday, WEEKDAYS } from "./stretch.ts";

/** What a place's hours say of a day, as they are written: who rests when is decided elsewhere. */
export interface WrittenHours {
  /** The hours of a usual day of that date. */
  readonly usual: (date: string) => readonly Stretch[];
  /** Rules for some dates alone: «2026 Dec 31 09:00-12:00». */
  readonly byHand: (date: string) => readonly Stretch[] | undefined;
  /** What holds on public holidays, where the hours speak of them. */
  readonly onHolidays?: readonly Stretch[];
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const OF_SOME_DATES = new RegExp(
  String.raw`^(?:(\d{4})\s+)?(${MONTHS.join("|")})\s+(\d{1,2})(?:-(\d{1,2}))?\s+(off|closed|\d.*)$`,
);
const OF_WEEKDAYS = /^((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[-,\s]+(?:Mo|Tu|We|Th|Fr|Sa|Su))*)\s+(off|closed|\d.*)$/;
const MOST = 500;
const read = new Map<string, WrittenHours>();

/**
 * Reads OpenStreetMap `opening_hours`: weekdays, holidays and dates by rules of our own, by which a night shift runs
 * until its end whatever the next day says; whatever is richer by the library of that name.
 *
 * @throws when the hours can't be understood
 */
export function writtenHours(hours: string): WrittenHours {
  const before = read.get(hours);
  if (before) return before;
  const rules = hours
    .split(";")
    .map((rule) => rule.trim())
    .filter(Boolean);
  const holiday = rules.findLast((rule) => /^PH\s/.test(rule))?.replace(/^PH\s+/, "");
  const onHolidays = holiday === undefined ? undefined : timesOf(holiday);
  const dated = rules.flatMap((rule) => datedRule(rule) ?? []);
  const rest = rules.filter((rule) => !datedRule(rule) && !(onHolidays && /^PH\s/.test(rule)));
  const written: WrittenHours = {
    usual: byWeekday(rest) ?? byLibrary(rest.join("; ")),
    byHand: (date) => dated.findLast(({ holds }) => holds(date))?.stretches,
    ...(onHolidays && { onHolidays }),
  };
  if (read.size > MOST) read.clear();
  read.set(hours, written);
  return written;
}

function datedRule(rule: string): { holds: (date: string) => boolean; stretches: Stretch[] } | undefined {
  const [, year, month, first, last, hours] = OF_SOME_DATES.exec(rule) ?? [];
  const stretches = hours && timesOf(hours);
  if (!month || !first || !stretches) return undefined;
  return {
    stretches,
    holds(date) {
      const [y, m, d] = date.split("-").map(Number);
      const day = d ?? 0;
      const within = day >= Number(first) && day <= Number(last ?? first);
      return within && MONTHS[(m ?? 0) - 1] === month && (year === undefined || Number(year) === y);
    },
  };
}

/** Undefined where a rule says more than weekdays and times. */
function byWeekday(rules: readonly string[]): WrittenHours["usual"] | undefined {
  const week = new Map<Weekday, readonly Stretch[]>();
  for (const rule of rules) {
    const [, days, hours] = OF_WEEKDAYS.exec(rule) ?? [];
    const stretches = rule === "24/7" ? [[0, DAY_MINUTES] as const] : timesOf(hours ?? rule);
    if (!stretches) return undefined;
    for (const day of days ? weekdaysOf(days) : WEEKDAYS) week.set(day, stretches);
  }
  return (date) => week.get(WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "Su") ?? [];
}

function weekdaysOf(written: string): Weekday[] {
  return written.split(/[,\s]+/).flatMap((part) => {
    const [first = "", last = first] = part.split("-");
    const from = WEEKDAYS.findIndex((day) => day === first);
    const count = (WEEKDAYS.findIndex((day) => day === last) - from + 7) % 7;
    return Array.from({ length: count + 1 }, (_, at) => WEEKDAYS[(from + at) % 7] ?? "Su");
  });
}

function timesOf(written: string): Stretch[] | undefined {
  if (/^(?:off|closed)$/.test(written.trim())) return [];
  const stretches: Stretch[] = [];
  for (const part of written.split(",")) {
    const [, hour, minute, toHour, toMinute] =
      /^\s*(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*$/.exec(part) ?? [];
    if (!hour) return undefined;
    const from = Number(hour) * 60 + Number(minute);
    const to = Number(toHour) * 60 + Number(toMinute);
    if (from >= DAY_MINUTES || to > 2 * DAY_MINUTES || Number(minute) > 59 || Number(toMinute) > 59)
      return undefined;
    stretches.push([from, to > from ? to : to + DAY_MINUTES]);
  }
  return stretches.toSorted(([a], [b]) => a - b);
}

function byLibrary(hours: string): WrittenHours["usual"] {
  if (hours === "") return () => [];
  const schedule = new OpeningHours(hours, null);
  /** The library reads local fields. */
  const midnight = (date: string) => {
    const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
    return new Date(year, month - 1, day);
  };
  return (date) => {
    const from = midnight(date);
    const to = midnight(daysAfter(date, 1));
    const minuteOf = (moment: Date) =>
      moment >= to ? DAY_MINUTES : moment.getHours() * 60 + moment.getMinutes();
    return schedule
      .getOpenIntervals(from, to)
      .map(([start, end]): Stretch => [minuteOf(start), minuteOf(end)]);
  };
}
