import { daysAfter, type Stretch, type Weekday, weekdayOf } from "./stretch.ts";
import { writtenHours } from "./written-hours.ts";

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
  /** Days on which who rests at weekends ends an hour earlier. */
  shortDays?: readonly string[];
  /** The city's own days: of who rests at weekends, or closes on holidays. They win over the calendar. */
  cityDays?: readonly DayException[];
  /** This place's own exceptions; they win over everything. */
  exceptions?: readonly DayException[];
}

/** A week with neither holidays nor transfers; Monday first. */
const SOME_MONDAY = "2024-01-15";
export const someWeek = Array.from({ length: 7 }, (_, at) => daysAfter(SOME_MONDAY, at));
const HOUR = 60;

/** The hours of any date: exceptions win over dates written by hand, these over the city's days, these over the calendar, this over the weekday. */
export function calendarOf(
  hours: string,
  { holidays = [], workingWeekends = {}, shortDays = [], cityDays = [], exceptions = [] }: OpeningOptions,
): (date: string) => readonly Stretch[] {
  const { usual, byHand, onHolidays } = writtenHours(hours);
  const rests = [someWeek[5], someWeek[6]].some((date) => date && usual(date).length === 0);

  function worked(date: string): readonly Stretch[] {
    const weekday: Weekday = (rests ? workingWeekends[date] : undefined) ?? weekdayOf(date);
    const stretches =
      weekday === weekdayOf(date)
        ? usual(date)
        : usual(someWeek.find((day) => weekdayOf(day) === weekday) ?? date);
    return rests && shortDays.includes(date) ? anHourLess(stretches) : stretches;
  }

  return (date) => {
    const exception = exceptions.find((it) => it.date === date);
    if (exception) return exception.hours ? writtenHours(exception.hours).usual(date) : [];
    const own = byHand(date);
    if (own) return own;
    const cityDay = rests || onHolidays ? cityDays.find((it) => it.date === date) : undefined;
    if (cityDay) return cityDay.hours ? writtenHours(cityDay.hours).usual(date) : (onHolidays ?? []);
    if (holidays.includes(date) && (onHolidays || rests)) return onHolidays ?? [];
    return worked(date);
  };
}

function anHourLess(stretches: readonly Stretch[]): Stretch[] {
  const last = stretches.at(-1);
  if (!last) return [];
  const [from, to] = last;
  return [...stretches.slice(0, -1), ...(to - HOUR > from ? [[from, to - HOUR] as const] : [])];
}
