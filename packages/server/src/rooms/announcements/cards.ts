import { createHash } from "node:crypto";
import { type Handler, type Locale, type Operations, Refusal, type Winner } from "@veche/protocol";
import type { Documents } from "../../documents/index.ts";
import type { Database } from "../../storage/index.ts";
import { type AnnouncedCampaigns, type CampaignRecord, stateAt } from "../campaigns/index.ts";
import { isPublicAt } from "./rules.ts";
import { announcementTexts } from "./texts.ts";

interface CardParts {
  readonly database: Database;
  readonly campaigns: AnnouncedCampaigns;
  readonly documents: Pick<Documents, "make">;
  readonly clock: () => Date;
  readonly cityName: (locale: Locale) => string;
  readonly timeZone: string;
}

const SHOWN = 3;
const PICTURE_SIDE = 600;
const QUOTES = 2;
/** More letters than the card has room for. */
const QUOTE_MAX = 400;
const KEPT = 30;

/**
 * What a link to a contest shows where it is shared. Made when it is asked for and kept by what it shows, so
 * that a work that was withdrawn is not on the next one.
 */
export function createCards(parts: CardParts): Handler<Operations["announcements"]["card"]> {
  const { database, campaigns, documents, clock } = parts;
  const made = new Map<string, Promise<Uint8Array>>();

  function newsOf(campaign: CampaignRecord, locale: Locale): string {
    const words = announcementTexts[locale];
    const state = stateAt(campaign, clock());
    if (state === "judging") return words.card_judging;
    if (state !== "open") return words.card_announced;
    const closes = new Date(campaign.data.dates.closesAt);
    const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: parts.timeZone });
    return words.card_open.replace("{{date}}", day.format(closes));
  }

  const best = (winners: readonly Winner[]) =>
    winners
      .filter(({ image, entryText }) => image !== undefined || entryText !== undefined)
      .toSorted((a, b) => (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER))
      .slice(0, SHOWN);

  async function make(
    campaign: CampaignRecord,
    locale: Locale,
    shown: readonly Winner[],
  ): Promise<Uint8Array> {
    const pictures = await Promise.all(
      shown.flatMap(({ image }) => (image ? [campaigns.pictureOf(image, PICTURE_SIDE)] : [])),
    );
    return documents.make("card", {
      language: locale,
      city: parts.cityName(locale),
      title: titleOf(campaign, locale),
      news: newsOf(campaign, locale),
      pictures: pictures.filter((it) => it !== undefined),
      quotes: pictures.length > 0 ? [] : shown.slice(0, QUOTES).flatMap(quoteOf),
    });
  }

  return async ({ slug }, { locale }) => {
    const campaign = await campaigns.campaignOf(database.read, slug);
    if (!campaign || campaign.state === "draft")
      throw new Refusal("not_found", { reason: "announcements.none" });
    const shown = isPublicAt(campaign, clock()) ? best(await campaigns.winnersOf(campaign, locale)) : [];
    const shows = [
      slug,
      locale,
      parts.cityName(locale),
      titleOf(campaign, locale),
      newsOf(campaign, locale),
      ...shown.map(({ image, entryTitle, entryText }) => image?.variants[0]?.url ?? [entryTitle, entryText]),
    ];
    const key = createHash("sha256").update(JSON.stringify(shows)).digest("base64url").slice(0, 27);
    const card = made.get(key) ?? make(campaign, locale, shown);
    made.delete(key);
    made.set(key, card);
    card.catch(() => made.delete(key));
    for (const oldest of made.keys()) if (made.size > KEPT) made.delete(oldest);
    return {
      contentType: "image/png",
      body: Buffer.from(await card),
      // Asked for anew each time, so that whoever withdrew is gone from the next.
      headers: { "Cache-Control": "no-cache", ETag: `"${key}"`, Vary: "Accept-Language" },
    };
  };
}

const quoteOf = ({ entryTitle = "", entryText }: Winner) =>
  entryText === undefined ? [] : [{ title: entryTitle, text: entryText.slice(0, QUOTE_MAX) }];

const titleOf = ({ data }: CampaignRecord, locale: Locale) => data.title[locale] ?? data.title.ru;
