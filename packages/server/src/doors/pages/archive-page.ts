import type { Campaign, Winner } from "@veche/protocol";
import { campaignTitle, type ShownCampaign } from "./campaign-page.ts";
import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";
import { WORDS } from "./words.ts";

/** A contest whose results are public, with what the public may know of its winners at this moment. */
export interface PastCampaign {
  readonly campaign: ShownCampaign & {
    readonly nominations: readonly Pick<Campaign["nominations"][number], "slug" | "title">[];
    readonly ageGroups: readonly Pick<Campaign["ageGroups"][number], "slug" | "title" | "titleEn">[];
  };
  readonly announcedAt: string;
  readonly winners: readonly Winner[];
}

/** Every contest of every year, the latest first; names go when they are no longer kept, works stay. */
export function archiveBody(past: readonly PastCampaign[], timeZone: string, language: Language): Html {
  const { locale, suffix } = language;
  const words = WORDS[locale];
  const yearOf = ({ announcedAt }: PastCampaign) =>
    new Intl.DateTimeFormat("en", { timeZone, year: "numeric" }).format(new Date(announcedAt));
  const years = Map.groupBy(
    past.toSorted((a, b) => b.announcedAt.localeCompare(a.announcedAt)),
    yearOf,
  );
  return html`<h1>${words.archive}</h1>
    <p class="lead">${words.archiveLead}</p>
    ${years.size === 0 && html`<p>${words.archiveEmpty}</p>`}
    ${[...years].map(
      ([year, own]) =>
        html`<h2>${year}</h2>
          ${own.map(
            (one) =>
              html`<h3>
                  <a href="/campaigns/${one.campaign.slug}${suffix}"
                    >${campaignTitle(one.campaign, language)}</a
                  >
                </h3>
                ${
                  one.winners.length > 0 &&
                  html`<ul class="winners">
                    ${one.winners.map((winner) => winnerLine(one, winner, language))}
                  </ul>`
                }`,
          )}`,
    )}`;
}

/** «1 место: Варя К., «Лужа-море». Улицы и дворы, 5–9 лет»; the work's page where it is published. */
function winnerLine({ campaign }: PastCampaign, winner: Winner, { locale, suffix }: Language): Html {
  const { title, authorName, entryTitle, number } = winner;
  const nomination = campaign.nominations.find(({ slug }) => slug === winner.nomination)?.title;
  const ageGroup = campaign.ageGroups.find(({ slug }) => slug === winner.ageGroup);
  const group = [
    nomination && ((locale === "en" && nomination.en) || nomination.ru),
    (locale === "en" && ageGroup?.titleEn) || ageGroup?.title,
  ];
  const quoted = entryTitle && (/[«»]/.test(entryTitle) ? entryTitle : `«${entryTitle}»`);
  return html`<li>
    <b>${title}</b>:
    ${authorName}${
      quoted &&
      number !== undefined &&
      html`, <a href="/campaigns/${campaign.slug}/works/${number}${suffix}">${quoted}</a>`
    }. <span class="group">${group.filter(Boolean).join(", ")}</span>
  </li>`;
}
