import { createHash } from "node:crypto";
import type { Locale, RawReply, Winner } from "@veche/protocol";
import { htmlEscape } from "escape-goat";
import { Feed } from "feed";
import type { CampaignRecord } from "../campaigns/index.ts";
import { announcementTexts } from "./texts.ts";

/** One announcement as a feed tells it. */
export interface Told {
  readonly campaign: CampaignRecord;
  readonly at: Date;
  /** Later than `at` when a winner has gone since. */
  readonly changedAt: Date;
  readonly winners: readonly Winner[];
}

export type FeedFormat = "atom" | "json";
const TYPES = { atom: "application/atom+xml; charset=utf-8", json: "application/feed+json; charset=utf-8" };
const NEWEST = 50;
/** One of these in a title, and no reader opens the feed. @source https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

interface FeedParts {
  readonly publicUrl: string;
  /** A page that people read about the campaign. */
  readonly pageUrl: (slug: string) => string;
}

/** The announcements as a feed, newest first, with only what the winners' page tells. */
export function feedOf(
  { publicUrl, pageUrl }: FeedParts,
  told: readonly Told[],
  format: FeedFormat,
  locale: Locale,
): RawReply {
  const words = announcementTexts[locale];
  const newest = told.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, NEWEST);
  const changedAt = new Date(Math.max(0, ...newest.map((it) => it.changedAt.getTime())));
  const feed = new Feed({
    id: `${publicUrl}/feeds/announcements`,
    title: words.feed_title,
    description: words.feed_about,
    link: publicUrl,
    language: locale,
    updated: changedAt,
    generator: false,
    feedLinks: {
      atom: `${publicUrl}/feeds/announcements.atom`,
      json: `${publicUrl}/feeds/announcements.json`,
    },
  });
  for (const { campaign, ...it } of newest) {
    const title = filled(words.item_title, { title: titleOf(campaign, locale) });
    feed.addItem({
      id: `${publicUrl}/feeds/announcements/${campaign.slug}`,
      // Readers take an Atom title for HTML, and a JSON feed's for plain text.
      title: format === "atom" ? htmlEscape(title) : title,
      link: pageUrl(campaign.slug),
      published: it.at,
      date: it.changedAt,
      content: winnersHtml(campaign, it.winners, locale),
    });
  }
  const body = format === "atom" ? feed.atom1().replace(NOT_XML, "") : feed.json1();
  return {
    contentType: TYPES[format],
    body,
    headers: {
      // A reader asks again each time, so that whoever withdrew is gone from the next reading.
      "Cache-Control": "no-cache",
      ETag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
      "Last-Modified": changedAt.toUTCString(),
      Vary: "Accept-Language",
    },
  };
}

function winnersHtml({ data }: CampaignRecord, winners: readonly Winner[], locale: Locale): string {
  const words = announcementTexts[locale];
  if (winners.length === 0) return `<p>${words.no_winners}</p>`;
  const groups = Map.groupBy(winners, (it) => `${it.nomination}/${it.ageGroup}`);
  return [...groups.values()]
    .map((group) => {
      const nomination = data.nominations.find((it) => it.slug === group[0]?.nomination);
      const ageGroup = data.ageGroups.find((it) => it.slug === group[0]?.ageGroup);
      const ages = (locale === "en" && ageGroup?.titleEn) || ageGroup?.title;
      const heading = `${nomination?.title[locale] ?? nomination?.title.ru}, ${ages}`;
      const items = group.map((winner) => `<li>${htmlEscape(lineOf(winner, locale))}</li>`).join("");
      return `<h3>${htmlEscape(heading)}</h3><ul>${items}</ul>`;
    })
    .join("");
}

/** «1 место — Победитель: Варя К., возраст: 6, «Лужа-море»». */
function lineOf(winner: Winner, locale: Locale): string {
  const words = announcementTexts[locale];
  const { place, title: award, authorName: name, authorAge: age, entryTitle: title } = winner;
  const what = place === null ? award : filled(words.place, { place, award });
  const who = age === undefined ? name : filled(words.with_age, { name, age });
  return `${what}: ${who}${title ? `, ${filled(words.with_work, { title })}` : ""}`;
}

const titleOf = ({ data }: CampaignRecord, locale: Locale) => data.title[locale] ?? data.title.ru;

function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
}
