import { language } from "../shell/language.ts";

let zone: string | undefined;
let minutes: Intl.DateTimeFormat | undefined;

/** The city's time zone, by which every room reckons; until it is known, this machine's. */
export const cityZone = (): string | undefined => zone;

export function keepCityZone(name: string): void {
  zone = name;
  minutes = undefined;
}

/** What the city's clocks show at a moment, to the minute: `2026-11-22T18:05`. */
export function cityMinute(moment: string | Date): string {
  // Swedish writes dates as ISO 8601 does. Making a format takes longer than all else that a list does for a line.
  minutes ??= new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return minutes.format(new Date(moment)).replace(" ", "T");
}

/** The moment, ISO 8601 in UTC, at which the city's clocks show that; where they skip it, the one after. */
export function momentOfCity(minute: string): string {
  const shown = Date.parse(`${minute}Z`);
  const offset = (at: number) => Date.parse(`${cityMinute(new Date(at))}Z`) - at;
  const guess = shown - offset(shown);
  return new Date(shown - offset(guess)).toISOString();
}

/** When a day of the city begins, so many days later. */
export function cityDay(day: string, daysLater = 0): string {
  const date = new Date(Date.parse(`${day}T00:00Z`) + daysLater * 86_400_000);
  return momentOfCity(`${date.toISOString().slice(0, 10)}T00:00`);
}

/** How far the city's clocks are ahead: «UTC+5». */
export function cityOffset(): string {
  const format = new Intl.DateTimeFormat(language(), { timeZone: zone, timeZoneName: "shortOffset" });
  const name = format.formatToParts(new Date()).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name.replace("GMT", "UTC");
}
