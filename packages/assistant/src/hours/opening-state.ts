import OpeningHours from "opening_hours";
import { fromWallClock, toWallClock } from "./wall-clock.ts";

/** A day that is not as its weekday: closed, or with hours of its own. */
export interface DayException {
  /** ISO date in the city's time zone: `2026-11-04`. */
  date: string;
  /** That day's hours as `09:00-13:00,14:00-16:00`; closed when absent. */
  hours?: string;
}

export interface OpeningOptions {
  /** Public holidays, ISO dates. Who rests at weekends rests on them too, unless `hours` speaks of PH itself. */
  holidays?: readonly string[];
  /** Weekends that are worked, ISO dates, mapped to the weekday whose hours hold. */
  workingWeekends?: Readonly<Record<string, "Mo" | "Tu" | "We" | "Th" | "Fr">>;
  /** This place's own exceptions; they win over everything. */
  exceptions?: readonly DayException[];
}

export interface OpeningState {
  open: boolean;
  /** When it closes; absent when closed or always open. */
  until?: Date;
  /** When it next opens; absent when open, or when it doesn't open within the year. */
  nextOpen?: Date;
  alwaysOpen: boolean;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MS_PER_YEAR = 366 * 24 * 3_600_000;

/**
 * Whether a place is open at a moment, and when that changes.
 *
 * @param hours OpenStreetMap `opening_hours` syntax; lunch breaks are gaps
 * @param timeZone IANA name of the city's zone, in which `hours` is read
 * @throws when `hours` can't be understood; see {@link hoursProblem}
 */
export function openingState(
  hours: string,
  at: Date,
  timeZone: string,
  options: OpeningOptions = {},
): OpeningState {
  const schedule = scheduleOf(withExceptions(hours, options));
  const wallClock = toWallClock(at, timeZone);
  const change = schedule.getNextChange(wallClock, new Date(wallClock.getTime() + MS_PER_YEAR));
  const open = schedule.getState(wallClock);
  if (open && change === undefined) return { open, alwaysOpen: true };
  if (change === undefined) return { open, alwaysOpen: false };
  const moment = fromWallClock(change, timeZone);
  return open ? { open, until: moment, alwaysOpen: false } : { open, nextOpen: moment, alwaysOpen: false };
}

/** Why `hours` can't be understood, in the library's words; undefined when it can. */
export function hoursProblem(hours: string): string | undefined {
  try {
    scheduleOf(apart(hours).usual);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

const remembered = new Map<string, OpeningHours>();

function scheduleOf(hours: string): OpeningHours {
  let schedule = remembered.get(hours);
  if (!schedule) {
    schedule = new OpeningHours(hours, null);
    if (remembered.size > 500) remembered.clear();
    remembered.set(hours, schedule);
  }
  return schedule;
}

function withExceptions(
  hours: string,
  { holidays = [], workingWeekends = {}, exceptions = [] }: OpeningOptions,
): string {
  const { usual, onHolidays } = apart(hours);
  const rules = [usual];
  if (onHolidays !== undefined || restsAtWeekends(usual)) {
    rules.push(...holidays.map((date) => `${dayRule(date)} ${onHolidays ?? "off"}`));
    for (const [date, weekday] of Object.entries(workingWeekends)) {
      const worked = weekdayHours(usual, weekday);
      if (worked) rules.push(`${dayRule(date)} ${worked}`);
    }
  }
  rules.push(...exceptions.map((day) => `${dayRule(day.date)} ${day.hours ?? "off"}`));
  return rules.join("; ");
}

/** Takes rules for public holidays out: which days those are, the city says and not the library. */
function apart(hours: string): { usual: string; onHolidays?: string } {
  const rules = hours
    .split(";")
    .map((rule) => rule.trim())
    .filter(Boolean);
  const holiday = rules.findLast((rule) => /^PH\s/.test(rule));
  if (!holiday) return { usual: hours };
  return {
    usual: rules.filter((rule) => !/^PH\s/.test(rule)).join("; "),
    onHolidays: holiday.replace(/^PH\s+/, ""),
  };
}

function dayRule(date: string): string {
  const [, year, month, day] = DAY.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (!year || !name) throw new RangeError(`Not an ISO date: ${date}`);
  return `${year} ${name} ${day}`;
}

const MONDAY = Date.UTC(2024, 0, 1);
const WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;

function intervalsOf(hours: string, weekday: (typeof WEEKDAYS)[number]): [Date, Date][] {
  const day = new Date(MONDAY + WEEKDAYS.indexOf(weekday) * 86_400_000);
  const from = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
  const to = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 1);
  return scheduleOf(hours)
    .getOpenIntervals(from, to)
    .map(([start, end]) => [start, end]);
}

function restsAtWeekends(hours: string): boolean {
  return (
    !/\bPH\b/.test(hours) && (intervalsOf(hours, "Sa").length === 0 || intervalsOf(hours, "Su").length === 0)
  );
}

function weekdayHours(hours: string, weekday: (typeof WEEKDAYS)[number]): string {
  const clock = (moment: Date, last: boolean) =>
    last && moment.getHours() === 0 && moment.getMinutes() === 0
      ? "24:00"
      : `${String(moment.getHours()).padStart(2, "0")}:${String(moment.getMinutes()).padStart(2, "0")}`;
  return intervalsOf(hours, weekday)
    .map(([start, end]) => `${clock(start, false)}-${clock(end, true)}`)
    .join(",");
}
