import { streetTypeShort } from "@veche/assistant";
import type { Locale } from "@veche/protocol";
import { dayAfter, dayIn, startOfDay } from "../../../city-time.ts";
import { dateFormat } from "../../../date-formats.ts";
import type { Say } from "../../../texts.ts";
import type { City, Contact } from "../../city/index.ts";
import { createHoursWording } from "./hours-wording.ts";

export interface WordingParts {
  readonly say: Say;
  readonly timeZone: string;
  readonly city: Pick<City, "openState" | "hoursOn" | "contact" | "profile">;
}

type Values = Readonly<Record<string, string | number>>;

/** Phones, moments and addresses as people say them. */
export function createWording({ say, timeZone, city }: WordingParts) {
  const text = (locale: Locale, key: string, values?: Values) =>
    say(locale, `conversations.steps.${key}`, values);

  /** Markdown; the number can be tapped. */
  const phone = (number: string) => `[${number}](tel:${number.replace(/[^\d+]/g, "")})`;
  const phones = (numbers: readonly string[]) => numbers.map(phone).join(", ");
  const nameOf = (locale: Locale, it: Contact) => (locale === "en" && it.nameEn ? it.nameEn : it.name);
  const contact = (locale: Locale, it: Contact) => `${nameOf(locale, it)} — ${phones(it.phones.slice(0, 2))}`;

  function day(locale: Locale, moment: Date, now: Date): { key: "today" | "tomorrow" | "day"; day: string } {
    const said = dayIn(timeZone, moment);
    const today = dayIn(timeZone, now);
    const otherYear = said.slice(0, 4) !== today.slice(0, 4);
    const written = dateFormat(locale === "ru" ? "ru-RU" : "en-GB", {
      timeZone,
      day: "numeric",
      month: "long",
      ...(otherYear ? { year: "numeric" } : {}),
    })
      .format(moment)
      .replace(/\s?г\.$/, " года");
    return {
      key: said === today ? "today" : said === dayAfter(today, 1) ? "tomorrow" : "day",
      day: written,
    };
  }

  const time = (moment: Date) =>
    dateFormat("ru-RU", { timeZone, hour: "numeric", minute: "2-digit" }).format(moment);

  function moment(locale: Locale, kind: "when" | "until", at: Date, now: Date): string {
    const { key, day: written } = day(locale, at, now);
    return text(locale, `${kind}.${key}`, { day: written, time: time(at) });
  }

  return {
    text,
    phone,
    phones,
    nameOf,
    contact,
    /** «сегодня, 18:00», «4 декабря, 18:00» */
    when: (locale: Locale, at: Date, now: Date) => moment(locale, "when", at, now),
    /** «завтра до 6:00» */
    until: (locale: Locale, at: Date, now: Date) => moment(locale, "until", at, now),

    /** «1 октября 2026 года», of a calendar day such as `2026-10-01`. */
    date: (locale: Locale, day: string) =>
      dateFormat(locale === "ru" ? "ru-RU" : "en-GB", { timeZone: "UTC", dateStyle: "long" })
        .format(new Date(day))
        .replace(/\s?г\.$/, " года"),

    /** «ул. Королёва, 6к2» */
    address: ({ street, type, house }: { street: string; type: string; house?: string }) =>
      `${streetTypeShort[type] ?? type} ${street}${house ? `, ${house}` : ""}`,

    /** Opening hours as people say them. */
    hours: createHoursWording({ text, timeZone, city }),
    /** The city's calendar day of a moment. */
    today: (now: Date) => dayIn(timeZone, now),
    /** When a calendar day begins and ends. */
    boundsOf: (day: string) => ({
      from: startOfDay(timeZone, day).toISOString(),
      to: startOfDay(timeZone, dayAfter(day, 1)).toISOString(),
    }),

    /** The contact for everything: the call centre. */
    callCentre: () => city.contact(city.profile().callCentre),
  };
}

export type Wording = ReturnType<typeof createWording>;
