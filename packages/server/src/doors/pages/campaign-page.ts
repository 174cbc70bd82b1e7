import type { Campaign } from "@veche/protocol";
import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";
import { rendered } from "./markdown.ts";
import { WORDS } from "./words.ts";

export type ShownCampaign = Pick<Campaign, "slug" | "state" | "title" | "summary" | "rules">;

export const campaignTitle = ({ title }: ShownCampaign, { locale }: Language) =>
  (locale === "en" && title.en) || title.ru;

/** A campaign on the server's own address, for towns whose site has no page for it, and for the feeds. */
export function campaignBody(campaign: ShownCampaign, language: Language): Html {
  const words = WORDS[language.locale];
  const { slug, state, summary } = campaign;
  const announced = state === "announced" || state === "archived";
  const contest = html`<h2>${words.aboutContest}</h2>
    <veche-contest campaign="${slug}" locale="${language.locale}"></veche-contest>`;
  const winners = html`<h2>${words.winners}</h2>
    <veche-winners campaign="${slug}" locale="${language.locale}"></veche-winners>
    <p><a href="/campaigns/${slug}/press${language.suffix}">${words.press}</a></p>`;
  return html`<h1>${campaignTitle(campaign, language)}</h1>
    <p class="lead">${(language.locale === "en" && summary.en) || summary.ru}</p>
    ${announced ? winners : contest}
    <h2>${words.gallery}</h2>
    <veche-gallery campaign="${slug}" locale="${language.locale}"></veche-gallery>
    ${
      // Private links lead here for years: by them an entry is seen, and withdrawn.
      announced && contest
    }
    <noscript
      ><p class="notice">${words.withoutScript}</p>
      <div lang="ru">${rendered(campaign.rules)}</div></noscript
    >`;
}

/** The announcement for newspapers; it is written in Russian whatever the reader's language. */
export function pressBody(title: string, text: string, slug: string, { locale, suffix }: Language): Html {
  return html`<p class="crumbs">
      <a href="/campaigns/${slug}${suffix}">${WORDS[locale].allWorks}</a>
    </p>
    <article lang="ru">
      <h1>${title}</h1>
      ${rendered(text)}
    </article>`;
}
