import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escape } from "./html.ts";

type Language = "ru" | "en";

interface Outage {
  readonly resource: string;
  readonly kind: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly affected: string;
  readonly reason: string;
  readonly note: string;
}

const DAYS_AHEAD = 14;
const TIME_ZONE = "Asia/Yekaterinburg";
const ICONS: Readonly<Record<string, string>> = {
  cold_water: "drop",
  hot_water: "drop",
  heating: "radiator",
  power: "bolt",
  gas: "flame",
};
const WORDS = {
  ru: {
    resources: {
      cold_water: "Холодная вода",
      hot_water: "Горячая вода",
      heating: "Отопление",
      power: "Электричество",
      gas: "Газ",
    } as Readonly<Record<string, string>>,
    now: "Сейчас отключено",
    ahead: "Скоро",
    none: "Сейчас отключений нет.",
    noneAhead: "Плановых работ на две недели вперёд нет.",
    until: "до",
    emergency: "авария",
    planned: "плановые работы",
    page: "/outages",
    all: "Все отключения",
  },
  en: {
    resources: {
      cold_water: "Cold water",
      hot_water: "Hot water",
      heating: "Heating",
      power: "Power",
      gas: "Gas",
    } as Readonly<Record<string, string>>,
    now: "Off now",
    ahead: "Soon",
    none: "Nothing is off now.",
    noneAhead: "No works are planned for the next two weeks.",
    until: "until",
    emergency: "emergency",
    planned: "planned works",
    page: "/en/outages",
    all: "All outages",
  },
} as const;

/** The town's outages as HTML: those of this hour, and those to come; an emergency only once it has begun. */
export function readOutages(city: string) {
  const rows: Outage[] = parse(readFileSync(join(city, "outages.csv")), { columns: true });
  const current = (now: Date) =>
    rows
      .filter(({ startsAt, endsAt }) => new Date(startsAt) <= now && now < new Date(endsAt))
      .toSorted((a, b) => a.kind.localeCompare(b.kind) || a.endsAt.localeCompare(b.endsAt));
  const ahead = (now: Date) => {
    const horizon = new Date(now.getTime() + DAYS_AHEAD * 24 * 60 * 60 * 1000);
    return rows
      .filter(
        ({ kind, startsAt }) =>
          kind === "planned" && now < new Date(startsAt) && new Date(startsAt) < horizon,
      )
      .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  };

  return {
    now(now: Date, language: Language): string {
      const words = WORDS[language];
      const items = current(now).map(
        ({ resource, affected, endsAt }) =>
          `<li>${icon(resource)}<span><b>${words.resources[resource]}</b> ${escape(affected)}, ${words.until} ${moment(endsAt, language)}</span></li>`,
      );
      const list = items.length > 0 ? `<ul>${items.slice(0, 3).join("")}</ul>` : `<p>${words.none}</p>`;
      return `<h2>${words.now}</h2>${list}<a class="now-all" href="${words.page}">${words.all}</a>`;
    },
    page(now: Date, language: Language): string {
      const words = WORDS[language];
      return (
        `<h2>${words.now}</h2>${cards(current(now), language) || `<p>${words.none}</p>`}` +
        `<h2>${words.ahead}</h2>${cards(ahead(now), language) || `<p>${words.noneAhead}</p>`}`
      );
    },
  };
}

function cards(outages: readonly Outage[], language: Language): string {
  if (outages.length === 0) return "";
  const words = WORDS[language];
  const items = outages.map(
    (outage) => `<li class="outage outage-${outage.kind}">
    ${icon(outage.resource)}
    <div>
      <h3>${words.resources[outage.resource]} <span class="tag">${outage.kind === "planned" ? words.planned : words.emergency}</span></h3>
      <p class="outage-where" lang="ru">${escape(outage.affected)}</p>
      <p class="outage-when">${span(outage, language)}</p>
      <p lang="ru">${escape([outage.reason, outage.note].filter(Boolean).join(". "))}</p>
    </div>
  </li>`,
  );
  return `<ul class="outages">${items.join("")}</ul>`;
}

const icon = (resource: string) =>
  `<svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#${ICONS[resource] ?? "drop"}" /></svg>`;

const format = (language: Language) =>
  new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", {
    timeZone: TIME_ZONE,
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
  });

const moment = (iso: string, language: Language) =>
  `<time datetime="${iso}">${format(language)
    .format(new Date(iso))
    .replace(/ (в|at) /, ", ")}</time>`;

/** From when until when; a day is said once. */
const span = ({ startsAt, endsAt }: Outage, language: Language) =>
  format(language)
    .formatRange(new Date(startsAt), new Date(endsAt))
    .replaceAll(/ (в|at) /g, ", ");
