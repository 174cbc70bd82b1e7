import { type OpenStretch, usualWeek } from "@veche/assistant";
import type { Locale } from "@veche/protocol";
import { dayAfter, dayIn, startOfDay } from "../../../city-time.ts";
import { dateFormat } from "../../../date-formats.ts";
import type { City } from "../../city/index.ts";

export interface HoursWordingParts {
  readonly text: (locale: Locale, key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly timeZone: string;
  readonly city: Pick<City, "openState" | "hoursOn">;
}

const LANGUAGE = { ru: "ru-RU", en: "en-GB" } as const;
/** «в субботу»: the weekday as it stands after «в» or «во». */
const ON_WEEKDAY = [
  "в воскресенье",
  "в понедельник",
  "во вторник",
  "в среду",
  "в четверг",
  "в пятницу",
  "в субботу",
];
const SHORT_DAYS = {
  ru: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

/** Opening hours as people say them. */
export function createHoursWording({ text, timeZone, city }: HoursWordingParts) {
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const format = (locale: Locale, day: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(LANGUAGE[locale], { timeZone: "UTC", ...options }).format(noon(day));
  const time = (moment: Date) =>
    dateFormat("ru-RU", { timeZone, hour: "numeric", minute: "2-digit" }).format(moment);
  /** «9:00», not «09:00». */
  const clock = (written: string) => written.replace(/^0(?=\d:)/, "");

  /** «28 ноября» */
  function date(locale: Locale, day: string, now: Date): string {
    const written = format(locale, day, { day: "numeric", month: "long" });
    const year = day.slice(0, 4);
    return dayIn(timeZone, now).startsWith(year) || isSoon(day, now)
      ? written
      : text(locale, "day.of-year", { day: written, year });
  }

  /** «завтра», «в субботу, 28 ноября» */
  function onDay(locale: Locale, day: string, now: Date): string {
    const today = dayIn(timeZone, now);
    if (day === today) return text(locale, "day.today");
    if (day === dayAfter(today, 1)) return text(locale, "day.tomorrow");
    const weekday =
      locale === "ru"
        ? (ON_WEEKDAY[noon(day).getUTCDay()] ?? "")
        : `on ${format(locale, day, { weekday: "long" })}`;
    return `${weekday}, ${date(locale, day, now)}`;
  }

  /** «завтра, 25 ноября» */
  function named(locale: Locale, day: string, now: Date): string {
    const said = onDay(locale, day, now);
    return said.includes(",") ? said : `${said}, ${date(locale, day, now)}`;
  }

  function stretches(locale: Locale, open: readonly OpenStretch[]): string {
    const [first, second] = open;
    if (first && second && open.length === 2) {
      return text(locale, "hours.with-break", {
        from: clock(first[0]),
        to: clock(second[1]),
        breakFrom: clock(first[1]),
        breakTo: clock(second[0]),
      });
    }
    if (first?.[0] === "00:00" && first[1] === "24:00") return text(locale, "hours.round-the-clock");
    return open
      .map(([from, to]) => text(locale, "hours.stretch", { from: clock(from), to: clock(to) }))
      .join(", ");
  }

  return {
    onDay,

    /** «завтра в 9:00», «в понедельник, 30 ноября, в 9:00» */
    opens(locale: Locale, at: Date, now: Date): string {
      const day = onDay(locale, dayIn(timeZone, at), now);
      return text(locale, day.includes(",") ? "opens.later" : "opens.soon", { day, time: time(at) });
    },

    /** «завтра с 9:00 до 17:00», «в четверг, 26 ноября, с 9:00 и до 6:00 в пятницу, 27 ноября» */
    span(locale: Locale, from: Date, to: Date, now: Date): string {
      const [fromDay, toDay] = [from, to].map((it) => onDay(locale, dayIn(timeZone, it), now));
      const times = { from: time(from), to: time(to) };
      if (fromDay === toDay) return text(locale, "span.day", { day: comma(fromDay), ...times });
      return text(locale, "span.days", { fromDay: comma(fromDay), toDay: toDay ?? "", ...times });
    },

    /** Whether it is open now, until when, or when it opens: lunch is said as lunch. */
    now(locale: Locale, hours: string, now: Date, department?: string): string {
      const { open, until, nextOpen, alwaysOpen } = city.openState(hours, now, department);
      if (alwaysOpen && open) return text(locale, "hours.always");
      const today = dayIn(timeZone, now);
      const todays = city.hoursOn(hours, today, department);
      if (open && until) {
        const at = time(until);
        const after = todays.find(([from]) => startOf(today, from) > until.getTime());
        if (after)
          return text(locale, "hours.open-until-break", {
            until: at,
            from: clock(after[0]),
            to: clock(after[1]),
          });
        const sameDay = dayIn(timeZone, new Date(until.getTime() - 1)) === today;
        const day = onDay(locale, dayIn(timeZone, until), now);
        return text(locale, sameDay ? "hours.open" : "hours.open-until-day", { until: at, day });
      }
      if (!nextOpen) return text(locale, "hours.unknown");
      const isBreak =
        dayIn(timeZone, nextOpen) === today && todays.some(([from]) => startOf(today, from) < now.getTime());
      return isBreak
        ? text(locale, "hours.break", { until: time(nextOpen) })
        : text(locale, "hours.closed", { opens: this.opens(locale, nextOpen, now) });
    },

    /** «Суббота, 28 ноября: с 9:00 до 17:00.» */
    ofDay(locale: Locale, hours: string, day: string, now: Date, department?: string): string {
      const open = city.hoursOn(hours, day, department);
      const said = capital(named(locale, day, now));
      if (open.length > 0)
        return text(locale, "hours.day-open", { day: said, hours: stretches(locale, open) });
      const { nextOpen } = city.openState(hours, startOfDay(timeZone, day), department);
      return nextOpen
        ? text(locale, "hours.day-closed", { day: said, opens: this.opens(locale, nextOpen, now) })
        : text(locale, "hours.day-closed-only", { day: said });
    },

    /** «пн–чт с 9:00 до 18:00, перерыв с 13:00 до 14:00; пт …; сб, вс — выходной»; empty when round the clock. */
    week(locale: Locale, hours: string): string {
      const week = usualWeek(hours);
      if (week.every(([first]) => first?.[0] === "00:00" && first[1] === "24:00")) return "";
      const groups: { days: number[]; said: string }[] = [];
      for (const [day, open] of week.entries()) {
        const said = open.length > 0 ? stretches(locale, open) : text(locale, "hours.day-off");
        const same = groups.find((group) => group.said === said);
        if (same) same.days.push(day);
        else groups.push({ days: [day], said });
      }
      const rest = text(locale, "hours.day-off");
      return groups
        .toSorted((a, b) => Number(a.said === rest) - Number(b.said === rest))
        .map(({ days, said }) => `${daysOf(locale, days)} ${said}`)
        .join("; ");
    },
  };

  function startOf(day: string, clockTime: string): number {
    const [hours = 0, minutes = 0] = clockTime.split(":").map(Number);
    return startOfDay(timeZone, day).getTime() + (hours * 60 + minutes) * 60_000;
  }

  function daysOf(locale: Locale, days: readonly number[]): string {
    const names = SHORT_DAYS[locale];
    if (days.length === 7) return text(locale, "hours.every-day");
    const runs: number[][] = [];
    for (const day of days) {
      const run = runs.at(-1);
      if (run && run.at(-1) === day - 1) run.push(day);
      else runs.push([day]);
    }
    return runs
      .map((run) =>
        run.length > 2
          ? `${names[run[0] ?? 0]}–${names[run.at(-1) ?? 0]}`
          : run.map((day) => names[day]).join(", "),
      )
      .join(", ");
  }
}

/** In January nobody takes «9 января» for that of another year. */
const SOON_MS = 100 * 86_400_000;
const isSoon = (day: string, now: Date) => Date.parse(`${day}T00:00:00Z`) - now.getTime() < SOON_MS;
/** A date is set off from what follows. */
const comma = (day = "") => (day.includes(",") ? `${day},` : day);
const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
