import { msg, str } from "@lit/localize";
import { language } from "../shell/language.ts";
import { cityMinute, cityZone } from "./city-clock.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** As the city's clocks show it, wherever this machine stands. */
function formatted(at: Date, name: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language()} ${cityZone()} ${name}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(language(), { timeZone: cityZone(), ...options });
  formats.set(key, format);
  return format.format(at);
}

/** 22 ноября 2026 г. */
export const day = (moment: string) => formatted(new Date(moment), "day", { dateStyle: "long" });

/** 22 нояб. */
export const shortDay = (moment: string) =>
  formatted(new Date(moment), "short day", { day: "numeric", month: "short" });

/** 18:05 */
export const minute = (moment: string) => formatted(new Date(moment), "minute", { timeStyle: "short" });

/** 22 нояб., 18:05, with the year when it is not this one. */
export function dayAndMinute(moment: string): string {
  const at = new Date(moment);
  const sameYear = cityMinute(at).slice(0, 4) === cityMinute(new Date()).slice(0, 4);
  return formatted(at, sameYear ? "short" : "full", {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
  });
}

/** What a date field holds, `2026-11-22` or `2026-11-22T18:05`, in words: «22 ноября 2026 г.»; empty for no date. */
export function fieldInWords(value: string): string {
  const at = Date.parse(value.includes("T") ? `${value}Z` : `${value}T00:00Z`);
  if (Number.isNaN(at)) return "";
  const format = new Intl.DateTimeFormat(language(), {
    timeZone: "UTC",
    dateStyle: "long",
    ...(value.includes("T") ? { timeStyle: "short" } : {}),
  });
  return format.format(at);
}

/** How long ago: «12 с», «5 мин», «2 ч 10 мин». */
export function lasting(since: string, now: Date): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - new Date(since).getTime()) / 1000));
  if (seconds < 60) return msg(str`${seconds} с`);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return msg(str`${minutes} мин`);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return msg(str`${hours} ч ${minutes % 60} мин`);
  return msg(str`${Math.floor(hours / 24)} д`);
}

/** «через 40 секунд», «через 12 минут». */
export function inTime(seconds: number): string {
  const relative = new Intl.RelativeTimeFormat(language(), { numeric: "always" });
  return seconds < 90
    ? relative.format(Math.ceil(seconds), "second")
    : relative.format(Math.ceil(seconds / 60), "minute");
}

/** 1 234 */
export const count = (number: number) => new Intl.NumberFormat(language()).format(number);

/** 3.54 → 3,5 */
export const decimal = (number: number) =>
  new Intl.NumberFormat(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(number);

/** 0.62 → 62 % */
export const percent = (share: number) =>
  new Intl.NumberFormat(language(), { style: "percent", maximumFractionDigits: 0 }).format(share);
