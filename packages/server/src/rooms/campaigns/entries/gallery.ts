import { type HandlersOf, type Operations, type PublicEntry, Refusal } from "@veche/protocol";
import { cursorOf, placeOf } from "../cursor.ts";
import type { CampaignParts } from "../parts.ts";
import { awardsOf } from "../judging/store.ts";
import { ADMITTED } from "../rules.ts";
import { campaignBySlug, type CampaignRecord } from "../store.ts";
import { countsAreShown } from "../voting/rules.ts";
import { votesThatCount } from "../voting/store.ts";
import { galleryPage, publicEntryOf } from "./store.ts";
import { publicEntryView } from "./views.ts";

type Gallery = Pick<HandlersOf<Operations["campaigns"]>, "gallery" | "work">;

/** Admitted entries whose publishing was consented to, newest first; results change nothing of their order, and mark what was awarded. */
export function createGallery({ database, mediaUrl, clock }: CampaignParts): Gallery {
  async function publicCampaign(slug: string): Promise<CampaignRecord> {
    const campaign = await campaignBySlug(database.read, slug);
    if (!campaign || campaign.state === "draft") throw new Refusal("not_found", { reason: "campaigns.none" });
    return campaign;
  }

  /** What everyone may know of the public vote. */
  async function counted(campaign: CampaignRecord, items: readonly PublicEntry[]): Promise<PublicEntry[]> {
    if (!countsAreShown(campaign, clock())) return [...items];
    const votes = await votesThatCount(
      database.read,
      campaign.slug,
      items.map(({ id }) => id),
    );
    return items.map((item) =>
      item.shortlisted || votes.has(item.id) ? { ...item, votes: votes.get(item.id) ?? 0 } : item,
    );
  }

  /** Marks what was awarded, from the announcement's minute on. */
  async function marked(campaign: CampaignRecord, items: readonly PublicEntry[]): Promise<PublicEntry[]> {
    if (!campaign.announceAt || campaign.announceAt > clock()) return [...items];
    const awards = await awardsOf(
      database.read,
      campaign.slug,
      items.map(({ id }) => id),
    );
    return items.map((item) => {
      const own = awards.filter((it) => it.entry_id === item.id).map(({ title }) => title);
      return own.length > 0 ? { ...item, awards: own } : item;
    });
  }

  return {
    async gallery({ slug, nomination, ageGroup, shortlisted, cursor, limit }, { locale }) {
      const campaign = await publicCampaign(slug);
      const before = cursor === undefined ? undefined : Number(placeOf(cursor, 1)[0]);
      if (before !== undefined && !Number.isSafeInteger(before)) {
        throw new Refusal("invalid", { reason: "campaigns.bad_cursor", field: "cursor" });
      }
      const states = shortlisted ? (["shortlisted"] as const) : ADMITTED;
      const filter = { campaign: slug, nomination, ageGroup, states, before, limit: limit + 1 };
      const rows = await galleryPage(database.read, filter);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: await marked(
          campaign,
          await counted(
            campaign,
            page.flatMap((row) => publicEntryView(row, mediaUrl, locale) ?? []),
          ),
        ),
        nextCursor: rows.length > limit && last ? cursorOf(String(last.number)) : null,
      };
    },

    async work({ slug, number }, { locale }) {
      const campaign = await publicCampaign(slug);
      const row = await publicEntryOf(database.read, slug, number);
      const entry = row && publicEntryView(row, mediaUrl, locale);
      if (!entry) throw new Refusal("not_found", { reason: "campaigns.no_work" });
      return { entry: (await marked(campaign, await counted(campaign, [entry])))[0] ?? entry };
    },
  };
}
