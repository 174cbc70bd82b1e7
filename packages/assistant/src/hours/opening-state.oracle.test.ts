import { afterAll, expect, test } from "vitest";
import { russianHolidays, russianShortDays, russianWorkingWeekends } from "./holidays.ts";
import { openingState } from "./opening-state.ts";

/** What a clerk would do with a calendar and a clock: look at every minute. */
interface Week {
  /** Sunday first; minutes from midnight, past 1440 into the next morning. */
  readonly days: readonly (readonly (readonly [number, number])[])[];
  readonly written: string;
}

const NAMES = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];
const MINUTE = 60_000;
const calendar = {
  holidays: russianHolidays,
  workingWeekends: russianWorkingWeekends,
  shortDays: russianShortDays,
};
const zoneOfTheProcess = process.env["TZ"];
afterAll(() => {
  process.env["TZ"] = zoneOfTheProcess ?? "UTC";
});

let seed = 20_261_122;
function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

function someWeek(): Week {
  const night = random(6) === 0;
  const day = (): [number, number][] => {
    if (night) return [[20 * 60, 24 * 60 + 60 * (4 + random(4))]];
    const [from, to] = [420 + 15 * random(12), 960 + 15 * random(20)];
    if (random(2) === 0) return [[from, to]];
    const lunch = 690 + 15 * random(8);
    return [
      [from, lunch],
      [lunch + 30 + 15 * random(4), to],
    ];
  };
  const usual = day();
  const days = NAMES.map((name, at) => {
    if (at === 0) return random(3) === 0 ? usual : [];
    if (at === 6) return random(2) === 0 ? day() : [];
    return random(8) === 0 ? [] : random(3) === 0 ? day() : usual;
  });
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const written = days
    .map((stretches, at) => {
      const hours = stretches.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(",");
      return `${NAMES[at]} ${hours || "off"}`;
    })
    .join("; ");
  return { days, written };
}

const formats = new Map<string, Intl.DateTimeFormat>();
function clocks(zone: string, moment: Date): { date: string; minute: number } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  formats.set(zone, format);
  const [date = "", time = ""] = format.format(moment).split(" ");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return { date, minute: hours * 60 + minutes };
}

function stretchesOn({ days }: Week, date: string): readonly (readonly [number, number])[] {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  if (days[0]!.length > 0 && days[6]!.length > 0) return days[weekday]!;
  const worked = (russianWorkingWeekends as Record<string, string>)[date];
  const stretches = days[worked ? NAMES.indexOf(worked) : weekday]!;
  if (russianHolidays.includes(date)) return [];
  if (!russianShortDays.includes(date)) return stretches;
  const last = stretches.at(-1);
  if (!last) return [];
  return [...stretches.slice(0, -1), ...(last[1] - 60 > last[0] ? [[last[0], last[1] - 60] as const] : [])];
}

function openAt(week: Week, zone: string, moment: Date): boolean {
  const { date, minute } = clocks(zone, moment);
  const before = new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const covers = (stretches: readonly (readonly [number, number])[], at: number) =>
    stretches.some(([from, to]) => at >= from && at < to);
  return covers(stretchesOn(week, date), minute) || covers(stretchesOn(week, before), minute + 1440);
}

test.each([
  ["Asia/Yekaterinburg", "UTC"],
  ["Europe/Berlin", "UTC"],
  ["Asia/Yekaterinburg", "Asia/Kamchatka"],
])(
  "at thousands of random moments a place in %s is open as every minute of its calendar says (server in %s)",
  (zone, process_) => {
    process.env["TZ"] = process_;
    const from = Date.parse("2026-01-01T00:00:00Z");
    const wrong: string[] = [];
    for (let round = 0; round < 25; round++) {
      const week = someWeek();
      for (let moments = 0; moments < 40; moments++) {
        const at = new Date(from + random(2 * 365 * 24 * 60) * MINUTE);
        const { open, until, nextOpen } = openingState(week.written, at, zone, calendar);
        const change = until ?? nextOpen;
        const isRight =
          open === openAt(week, zone, at) &&
          (change === undefined ||
            (openAt(week, zone, change) !== open && everyQuarterIs(open, week, zone, at, change)));
        if (!isRight) wrong.push(`${week.written} at ${at.toISOString()}: ${open}, ${change?.toISOString()}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

/** All hours of these weeks are on the quarter. */
function everyQuarterIs(open: boolean, week: Week, zone: string, from: Date, to: Date): boolean {
  for (let at = Math.ceil(from.getTime() / (15 * MINUTE)) * 15 * MINUTE; at < to.getTime(); at += 15 * MINUTE)
    if (openAt(week, zone, new Date(at)) !== open) return false;
  return true;
}
