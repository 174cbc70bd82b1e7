import { type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import { cursorOf, placeOf } from "../cursor.ts";
import type { CampaignParts } from "../parts.ts";
import { campaignBySlug } from "../store.ts";
import { galleryPage, publicEntryOf } from "./store.ts";
import { publicEntryView } from "./views.ts";

type Gallery = Pick<HandlersOf<Operations["campaigns"]>, "gallery" | "work">;

/** Admitted entries whose publishing was consented to, newest first; results change neither order nor content. */
export function createGallery({ database, mediaUrl }: CampaignParts): Gallery {
  async function refuseUnlessPublic(slug: string): Promise<void> {
    const campaign = await campaignBySlug(database.read, slug);
    if (!campaign || campaign.state === "draft") throw new Refusal("not_found", { reason: "campaigns.none" });
  }

  return {
    async gallery({ slug, nomination, ageGroup, cursor, limit }, { locale }) {
      await refuseUnlessPublic(slug);
      const before = cursor === undefined ? undefined : Number(placeOf(cursor, 1)[0]);
      if (before !== undefined && !Number.isSafeInteger(before)) {
        throw new Refusal("invalid", { reason: "campaigns.bad_cursor", field: "cursor" });
      }
      const filter = { campaign: slug, nomination, ageGroup, before, limit: limit + 1 };
      const rows = await galleryPage(database.read, filter);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.flatMap((row) => publicEntryView(row, mediaUrl, locale) ?? []),
        nextCursor: rows.length > limit && last ? cursorOf(String(last.number)) : null,
      };
    },

    async work({ slug, number }, { locale }) {
      await refuseUnlessPublic(slug);
      const row = await publicEntryOf(database.read, slug, number);
      const entry = row && publicEntryView(row, mediaUrl, locale);
      if (!entry) throw new Refusal("not_found", { reason: "campaigns.no_work" });
      return { entry };
    },
  };
}
