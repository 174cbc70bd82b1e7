import { dateFormat } from "./date-formats.ts";

/** The calendar day, `2026-11-22`, that a moment falls on in the city. */
export function dayIn(timeZone: string, moment: Date): string {
  return localParts(timeZone, moment).day;
}

/** The moment at which a calendar day begins in the city. */
export function startOfDay(timeZone: string, day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - offsetMs(timeZone, new Date(midnight));
  return new Date(midnight - offsetMs(timeZone, new Date(guess)));
}

/** The hour, 0 to 23, that the city's clocks show at a moment. */
export function cityHour(timeZone: string, moment: Date): number {
  return Number(localParts(timeZone, moment).clock.slice(0, 2));
}

/** The day that many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A moment as the city's clocks show it, with the offset: `2026-11-22T18:00:00+05:00`. */
export function localMoment(timeZone: string, moment: Date): string {
  const { day, clock } = localParts(timeZone, moment);
  const minutes = Math.round(offsetMs(timeZone, moment) / 60_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${day}T${clock}${minutes < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}

interface LocalParts {
  readonly day: string;
  readonly clock: string;
}

/** An answer asks for its own moment a dozen times. */
let last: { readonly timeZone: string; readonly second: number; readonly parts: LocalParts } | undefined;

function localParts(timeZone: string, moment: Date): LocalParts {
  const second = Math.floor(moment.getTime() / 1000);
  if (last?.timeZone === timeZone && last.second === second) return last.parts;
  // Swedish writes dates as ISO 8601 does.
  const format = dateFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const [day = "", clock = ""] = format.format(moment).split(" ");
  last = { timeZone, second, parts: { day, clock } };
  return last.parts;
}

function offsetMs(timeZone: string, moment: Date): number {
  const { day, clock } = localParts(timeZone, moment);
  return Date.parse(`${day}T${clock}Z`) - Math.floor(moment.getTime() / 1000) * 1000;
}
