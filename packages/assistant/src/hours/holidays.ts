/**
 * Days off and worked weekends of the Russian production calendar.
 *
 * @source Labour Code art. 112 and the yearly transfers. The transfers of 2027 follow the ministry's draft: check them
 * against the decree, and hand in a list of your own where a region adds days.
 */
export const russianHolidays: readonly string[] = [
  ...days("2026-01", 1, 9),
  "2026-02-23",
  "2026-03-08",
  "2026-03-09",
  "2026-05-01",
  "2026-05-09",
  "2026-05-11",
  "2026-06-12",
  "2026-11-04",
  "2026-12-31",
  ...days("2027-01", 1, 8),
  "2027-02-22",
  "2027-02-23",
  "2027-03-08",
  "2027-05-01",
  "2027-05-03",
  "2027-05-09",
  "2027-05-10",
  "2027-06-12",
  "2027-06-14",
  "2027-11-04",
  "2027-11-05",
  "2027-12-31",
];

/** Days before a holiday, which end an hour earlier (Labour Code art. 95); a worked weekend takes over the day it stands for. */
export const russianShortDays: readonly string[] = [
  "2026-04-30",
  "2026-05-08",
  "2026-06-11",
  "2026-11-03",
  "2027-02-20",
  "2027-04-30",
  "2027-06-11",
  "2027-11-03",
];

/** Weekends worked in exchange, with the weekday whose hours hold. */
export const russianWorkingWeekends = { "2027-02-20": "Mo" } as const;

function days(month: string, first: number, last: number): string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${month}-${String(first + index).padStart(2, "0")}`,
  );
}
