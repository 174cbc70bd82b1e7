import type { Campaign, PublicEntry } from "@veche/protocol";
import { campaignTitle, type ShownCampaign } from "./campaign-page.ts";
import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";
import type { Page } from "./reply.ts";
import { WORDS } from "./words.ts";

type Nomination = Pick<Campaign["nominations"][number], "slug" | "title">;

/** Long side, in pixels, of what a messenger is given to preview. */
const PREVIEW_SIDE = 1200;

/** ««Лужа-море», Варя К., 6 лет»: nothing more of the child than the gallery tells. */
function workTitle({ title, authorName, authorAge }: PublicEntry, locale: string): string {
  const age = new Intl.NumberFormat(locale, { style: "unit", unit: "year", unitDisplay: "long" });
  const quoted = /[«»]/.test(title) ? title : `«${title}»`;
  return `${quoted}, ${authorName}, ${age.format(authorAge)}`;
}

/** One published work, for whoever was sent its link: the picture first, then where it comes from. */
export function workPage(
  entry: PublicEntry,
  campaign: ShownCampaign & { readonly nominations: readonly Nomination[] },
  language: Language,
  /** What a link shows where the work is words alone. */
  contestCard: Omit<NonNullable<Page["preview"]>, "alt">,
): Page {
  const words = WORDS[language.locale];
  const title = workTitle(entry, language.locale);
  const contest = campaignTitle(campaign, language);
  const nomination = campaign.nominations.find(({ slug }) => slug === entry.nomination);
  const variants = entry.image?.variants ?? [];
  const shown = variants.findLast((it) => Math.max(it.width, it.height) <= PREVIEW_SIDE) ?? variants[0];
  return {
    title,
    description: contest,
    path: `/campaigns/${campaign.slug}/works/${entry.number}`,
    body: workBody(),
    // A child's work is for those who were given its link, not for search engines.
    unlisted: true,
    preview: shown ? { ...shown, alt: title } : { ...contestCard, alt: title },
  };

  function workBody(): Html {
    return html`<p class="crumbs">
        <a href="/campaigns/${campaign.slug}${language.suffix}">${contest}</a>
      </p>
      <h1>${title}</h1>
      <p class="lead">
        ${nomination && ((language.locale === "en" && nomination.title.en) || nomination.title.ru)}
      </p>
      ${
        shown &&
        html`<img
          class="work"
          src="${shown.url}"
          srcset="${variants.map(({ url, width }) => `${url} ${width}w`).join(", ")}"
          sizes="(max-width: 60rem) 92vw, 56rem"
          width="${shown.width}"
          height="${shown.height}"
          alt="${title}"
        />`
      }
      ${entry.text && html`<p class="in-words">${entry.text}</p>`}
      <p>
        <a href="/campaigns/${campaign.slug}${language.suffix}">${words.allWorks}</a>
      </p>`;
  }
}
