/** Open from and to, minutes from the day's midnight; past 1440 it runs into the next morning. */
export type Stretch = readonly [from: number, to: number];

export const DAY_MINUTES = 24 * 60;
const MS_PER_DAY = 86_400_000;

/** Sunday first, as `Date` counts. */
export const WEEKDAYS = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const weekdayOf = (date: string): Weekday =>
  WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "Su";

/** The ISO date that many days after another. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);

/** `09:00`; midnight at a day's end is `24:00`, and two in the next morning `02:00`. */
export function clockOf(minute: number): string {
  const shown = minute > DAY_MINUTES ? minute - DAY_MINUTES : minute;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(shown / 60))}:${two(shown % 60)}`;
}
