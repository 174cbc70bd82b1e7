import type { Outage } from "@veche/protocol";
import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";

interface Asked {
  readonly address?: string;
  /** How the address was understood: «ул. Кирова, 12». */
  readonly understood?: string;
}

const SENTENCES = {
  ru: {
    title: "Отключения",
    label: "Ваш адрес",
    hint: "Например: Кирова, 12",
    find: "Показать",
    now: "Отключено сейчас",
    planned: "Плановые работы",
    none: "Сейчас отключений нет.",
    noneHere: "По этому адресу отключений не значится — ни сейчас, ни в планах.",
    unknown: "Не понял адрес. Напишите улицу и дом, например: Кирова, 12.",
    at: "Адрес",
    until: "до",
    from: "с",
    resources: {
      cold_water: "Холодная вода",
      hot_water: "Горячая вода",
      heating: "Отопление",
      power: "Электричество",
      gas: "Газ",
    },
  },
  en: {
    title: "Outages",
    label: "Your address",
    hint: "For example: Kirova, 12",
    find: "Show",
    now: "Off now",
    planned: "Planned work",
    none: "Nothing is off now.",
    noneHere: "No outages are known at this address, neither now nor planned.",
    unknown: "I did not understand the address. Write the street and the house, for example: Kirova, 12.",
    at: "Address",
    until: "until",
    from: "from",
    resources: {
      cold_water: "Cold water",
      hot_water: "Hot water",
      heating: "Heating",
      power: "Electricity",
      gas: "Gas",
    },
  },
} as const;

export const outagesTitle = ({ locale }: Language): string => SENTENCES[locale].title;

/** What is off in the city, or at one address. */
export function outagesBody(
  items: readonly Outage[],
  { address, understood }: Asked,
  timeZone: string,
  { locale, suffix }: Language,
): Html {
  const words = SENTENCES[locale];
  const moment = new Intl.DateTimeFormat(locale === "ru" ? "ru-RU" : "en-GB", {
    timeZone,
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  });
  const group = (heading: string, shown: readonly Outage[]) =>
    shown.length > 0 &&
    html`<section>
      <h2>${heading}</h2>
      <ul class="entries">
        ${shown.map((it) => html`<li>${describe(it)}</li>`)}
      </ul>
    </section>`;
  const describe = (it: Outage) =>
    html`<strong>${words.resources[it.resource]}</strong>${" "}${
        it.current ? "" : `${words.from} ${moment.format(new Date(it.startsAt))} `
      }${words.until}
      <time datetime="${it.endsAt}">${moment.format(new Date(it.endsAt))}</time>
      <p lang="ru">${it.affected}</p>
      <p lang="ru">${it.reason}. ${it.note ?? ""}</p>
      ${
        it.responsible &&
        html`<p>
          ${it.responsible.name}:
          ${it.responsible.phones.map(
            (phone) => html`<a href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a> `,
          )}
        </p>`
      }`;
  const current = items.filter((it) => it.current);
  const planned = items.filter((it) => !it.current);
  const notice =
    address && !understood ? words.unknown : items.length === 0 && (address ? words.noneHere : words.none);
  return html`<h1>${words.title}</h1>
    <form class="search" action="/outages" role="search">
      ${suffix && html`<input type="hidden" name="lang" value="${locale}" />`}
      <label for="address">${words.label}</label>
      <input
        id="address"
        name="address"
        type="search"
        value="${address ?? ""}"
        maxlength="300"
        placeholder="${words.hint}"
      />
      <button>${words.find}</button>
    </form>
    ${understood && html`<p>${words.at}: <strong>${understood}</strong></p>`}
    ${notice && html`<p class="notice">${notice}</p>`} ${group(words.now, current)}
    ${group(words.planned, planned)}`;
}
