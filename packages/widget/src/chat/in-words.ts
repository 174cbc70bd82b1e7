import type { Locale } from "@veche/ui";

// Making a formatter costs as much as showing a message.
const formatters = new Map<string, Intl.DateTimeFormat>();

function dateFormat(
  locale: Locale,
  style: "dateStyle" | "timeStyle",
  length: "long" | "short",
): Intl.DateTimeFormat {
  const known = formatters.get(locale + style);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { [style]: length });
  formatters.set(locale + style, made);
  return made;
}

/** A day as people say it: «12 мая 2026 г.» */
export function day(moment: string, locale: Locale): string {
  return dateFormat(locale, "dateStyle", "long").format(new Date(moment));
}

export function timeOfDay(moment: string, locale: Locale): string {
  return dateFormat(locale, "timeStyle", "short").format(new Date(moment));
}

/** A moment to come: the hour if it is today, else the day as well. */
export function comingMoment(moment: string, now: Date, locale: Locale): string {
  const then = new Date(moment);
  const today = then.toDateString() === now.toDateString();
  const parts = { hour: "numeric", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(
    locale,
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
