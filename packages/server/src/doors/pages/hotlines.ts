import type { Hotline } from "@veche/protocol";
import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";

const SENTENCES = {
  ru: {
    title: "Телефоны городских служб",
    open: "сейчас открыто",
    until: "до",
    closed: "сейчас закрыто",
    opens: "откроется",
    extension: "добавочный",
  },
  en: {
    title: "Phones of the city's services",
    open: "open now",
    until: "until",
    closed: "closed now",
    opens: "opens",
    extension: "extension",
  },
} as const;

export const hotlinesTitle = ({ locale }: Language): string => SENTENCES[locale].title;

/** The directory: every service with its phones and whether it is open. */
export function hotlinesBody(items: readonly Hotline[], timeZone: string, { locale }: Language): Html {
  const words = SENTENCES[locale];
  const moment = new Intl.DateTimeFormat(locale === "ru" ? "ru-RU" : "en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  const when = (value: string) => moment.format(new Date(value));
  const state = (it: Hotline) =>
    it.openNow
      ? `${words.open}${it.openUntil ? `, ${words.until} ${when(it.openUntil)}` : ""}`
      : `${words.closed}${it.opensAt ? `, ${words.opens} ${when(it.opensAt)}` : ""}`;
  return html`<h1>${words.title}</h1>
    <ul class="entries">
      ${items.map(
        (it) =>
          html`<li id="${it.slug}">
            <strong>${it.name}</strong>
            <p>
              ${it.phones.map((phone) => html`<a href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a> `)}
              ${it.extension && `${words.extension} ${it.extension}`}
            </p>
            <p>${state(it)}</p>
            ${it.address && html`<p lang="ru">${it.address}</p>`}
            ${it.email && html`<p><a href="mailto:${it.email}">${it.email}</a></p>`}
            ${it.about && html`<p lang="ru">${it.about}</p>`}
          </li>`,
      )}
    </ul>`;
}
