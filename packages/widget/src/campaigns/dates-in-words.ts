import { dateLocale } from "@veche/ui";

const DAY = 86_400_000;

/** How a reader reads dates: in their language, in the city's time zone. */
export interface Calendar {
  readonly locale: string;
  /** IANA; the reader's own when the server told none. */
  readonly timeZone?: string | undefined;
}

/** As people say it, the number and its word on one line. */
const spoken = (date: string): string =>
  date.replaceAll(/(\d)\s(?=\p{L})/gu, "$1\u00a0").replaceAll("г.", "года");

/** «20 декабря»; with the year when it is not this one. */
export function dayInWords(moment: string, now: Date, calendar: Calendar): string {
  const at = new Date(moment);
  return spoken(
    new Intl.DateTimeFormat(dateLocale(calendar.locale), {
      day: "numeric",
      month: "long",
      ...(yearOf(at, calendar) === yearOf(now, calendar) ? {} : { year: "numeric" }),
      timeZone: calendar.timeZone,
    }).format(at),
  );
}

/** «20 января в 12:00»; without the clock at the edges of a day, which people do not say. */
export function momentInWords(moment: string, now: Date, calendar: Calendar): string {
  const at = new Date(moment);
  const time = new Intl.DateTimeFormat(dateLocale(calendar.locale), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: calendar.timeZone,
  }).format(at);
  const day = dayInWords(moment, now, calendar);
  if (time === "00:00" || time === "23:59") return day;
  return calendar.locale.startsWith("ru") ? `${day} в ${time}` : `${day}, ${time}`;
}

/** «2 ноября – 20 декабря»: from a day to a day, as the language writes a range. */
export function rangeInWords(from: string, to: string, calendar: Calendar): string {
  return spoken(
    new Intl.DateTimeFormat(dateLocale(calendar.locale), {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: calendar.timeZone,
    }).formatRange(new Date(from), new Date(to)),
  );
}

/** Whole calendar days between two moments in the city: 0 today, 1 tomorrow. */
export function daysUntil(moment: string, now: Date, calendar: Calendar): number {
  return Math.round((midnightOf(new Date(moment), calendar) - midnightOf(now, calendar)) / DAY);
}

/** «3 дня», «6 лет», "1 day": a count with its unit, grammatical in the language. */
export function counted(count: number, unit: "day" | "year", locale: string): string {
  const words = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
  return words.replaceAll(" ", "\u00a0");
}

function yearOf(at: Date, calendar: Calendar): string {
  return new Intl.DateTimeFormat("en", { year: "numeric", timeZone: calendar.timeZone }).format(at);
}

/** The city's calendar day as milliseconds of UTC midnight: good for counting days only. */
function midnightOf(at: Date, calendar: Calendar): number {
  const [month, day, year] = new Intl.DateTimeFormat("en-US", {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: calendar.timeZone,
  })
    .format(at)
    .split("/")
    .map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day);
}
