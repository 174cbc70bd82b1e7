import { dateLocale, type Locale } from "@veche/ui";
import type { Calendar } from "../campaigns/dates-in-words.ts";

/** A moment to come, by the city's clocks: the hour if it is today there, else the day as well. */
export function comingMoment(moment: string, now: Date, { locale, timeZone }: Calendar): string {
  const then = new Date(moment);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone });
  const today = day.format(then) === day.format(now);
  const parts = { hour: "numeric", minute: "2-digit", timeZone } as const;
  return new Intl.DateTimeFormat(
    dateLocale(locale),
    today ? parts : { weekday: "long", day: "numeric", month: "long", ...parts },
  ).format(then);
}

/** A wait, rounded up to minutes: «3 минуты». */
export const minutes = (inSeconds: number, locale: Locale): string => span(inSeconds / 60, "minute", locale);

export const seconds = (inSeconds: number, locale: Locale): string => span(inSeconds, "second", locale);

function span(number: number, unit: "minute" | "second", locale: Locale): string {
  const atLeastOne = Math.max(1, Math.ceil(number));
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(atLeastOne);
}

export function count(number: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(number);
}
