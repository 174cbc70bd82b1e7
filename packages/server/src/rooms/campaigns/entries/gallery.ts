import { type Handler, type Operations, Refusal } from "@veche/protocol";
import { cursorOf, placeOf } from "../cursor.ts";
import type { CampaignParts } from "../parts.ts";
import { campaignBySlug } from "../store.ts";
import { galleryPage } from "./store.ts";
import { publicEntryView } from "./views.ts";

/** Admitted entries whose publishing was consented to, newest first; results change neither order nor content. */
export function createGallery({
  database,
  mediaUrl,
}: CampaignParts): Handler<Operations["campaigns"]["gallery"]> {
  return async ({ slug, nomination, ageGroup, cursor, limit }) => {
    const campaign = await campaignBySlug(database.read, slug);
    if (!campaign || campaign.state === "draft") throw new Refusal("not_found", { reason: "campaigns.none" });
    const before = cursor === undefined ? undefined : Number(placeOf(cursor, 1)[0]);
    if (before !== undefined && !Number.isSafeInteger(before)) {
      throw new Refusal("invalid", { reason: "campaigns.bad_cursor", field: "cursor" });
    }
    const rows = await galleryPage(database.read, {
      campaign: slug,
      nomination,
      ageGroup,
      before,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.flatMap((row) => publicEntryView(row, mediaUrl) ?? []),
      nextCursor: rows.length > limit && last ? cursorOf(String(last.number)) : null,
    };
  };
}
