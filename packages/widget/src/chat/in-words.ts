import { dateLocale, type Locale } from "@veche/ui";

// Making a formatter costs as much as showing a message.
const formatters = new Map<string, Intl.DateTimeFormat>();

function dateFormat(
  locale: Locale,
  style: "dateStyle" | "timeStyle",
  length: "long" | "short",
): Intl.DateTimeFormat {
  const known = formatters.get(locale + style);
  if (known) return known;
  const made = new Intl.DateTimeFormat(dateLocale(locale), { [style]: length });
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
