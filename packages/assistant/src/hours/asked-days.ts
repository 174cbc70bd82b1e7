import { wordsOf } from "../language/normalise.ts";
import { remembering } from "../language/remembering.ts";

const MS_PER_DAY = 86_400_000;
const WEEKDAYS: readonly RegExp[] = [
  /(^| )(воскресень[а-я]*|вс|sunday)( |$)/,
  /(^| )(понедельник[а-я]*|пн|monday)( |$)/,
  /(^| )(вторник[а-я]*|вт|tuesday)( |$)/,
  /(^| )(сред[ауые]|ср|wednesday)( |$)/,
  /(^| )(четверг[а-я]*|чт|thursday)( |$)/,
  /(^| )(пятниц[а-я]*|пт|friday)( |$)/,
  /(^| )(суббот[а-я]*|сб|saturday)( |$)/,
];
const MONTHS = "январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр".split("|");
const ENGLISH_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec".split("|");
const DATE = new RegExp(
  String.raw`(?:^|\D)(\d{1,2})(?:\s*-?го)?\s+(${MONTHS.join("|")}|${ENGLISH_MONTHS.join("|")})`,
  "u",
);
const ENGLISH_DATE = new RegExp(String.raw`(${ENGLISH_MONTHS.join("|")})[a-z]*\s+(\d{1,2})(?!\d)`, "u");
const NUMERIC = /(?:^|\s)(\d{1,2})\.(\d{1,2})(?:\.(\d{2,4}))?(?=\s|$|[?,!])/u;

const SINCE = /(?<!\p{L})(?:с|со|since|from)\s+(?:\d{1,2}\s+)?\p{L}+/giu;

/**
 * The calendar days that a question speaks of: «завтра», «в субботу», «на выходных», «31 декабря», «26.11». A weekday
 * is the next one, today included; a date that has passed is next year's.
 *
 * @param today ISO date in the city
 * @returns ISO dates; none when the question names no day
 */
export function askedDays(text: string, today: string): readonly string[] {
  if (asked?.today !== today) asked = { today, of: remembering((said) => daysIn(said, today)) };
  return asked.of(text);
}

let asked: { readonly today: string; readonly of: (text: string) => readonly string[] } | undefined;

function daysIn(text: string, today: string): readonly string[] {
  // «С воскресенья нет воды» is about now.
  const lower = text.toLowerCase().replace(SINCE, " ");
  const said = wordsOf(lower).join(" ");
  const dated = dateIn(lower, today);
  if (dated) return [dated];
  if (/(^| )(послезавтра|day after tomorrow)( |$)/.test(said)) return [later(today, 2)];
  if (/(^| )(завтра|завтрашн[а-я]*|tomorrow)( |$)/.test(said)) return [later(today, 1)];
  if (/(^| )(выходные|выходных|выходным|weekend)( |$)/.test(said))
    return [next(today, 6), later(next(today, 6), 1)];
  const weekday = WEEKDAYS.findIndex((pattern) => pattern.test(said));
  if (weekday >= 0) return [next(today, weekday)];
  return /(^| )(сегодня|сегодняшн[а-я]*|today)( |$)/.test(said) ? [today] : [];
}

function dateIn(text: string, today: string): string | undefined {
  const [, day, month] = DATE.exec(text) ?? [];
  if (day && month) return dateOf(Number(day), monthOf(month), today);
  const [, englishMonth, englishDay] = ENGLISH_DATE.exec(text) ?? [];
  if (englishDay && englishMonth) return dateOf(Number(englishDay), monthOf(englishMonth), today);
  const [, numericDay, numericMonth] = NUMERIC.exec(text) ?? [];
  return numericDay ? dateOf(Number(numericDay), Number(numericMonth) - 1, today) : undefined;
}

const monthOf = (word: string) =>
  /[a-z]/.test(word)
    ? ENGLISH_MONTHS.indexOf(word)
    : MONTHS.findIndex((it) => new RegExp(`^${it}`, "u").test(word));

function dateOf(day: number, month: number, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const [date, following] = [year, year + 1].map((it) => new Date(Date.UTC(it, month, day)));
  if (!date || !following || month < 0 || date.getUTCMonth() !== month || date.getUTCDate() !== day)
    return undefined;
  const said = date.toISOString().slice(0, 10);
  return said < today ? following.toISOString().slice(0, 10) : said;
}

const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);

function next(today: string, weekday: number): string {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return later(today, (weekday - now + 7) % 7);
}
