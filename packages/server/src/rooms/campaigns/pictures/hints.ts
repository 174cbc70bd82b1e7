import { isNamedScreenshot, PICTURE_HINTS, type PictureHint } from "@veche/protocol/picture-look";
import type { CampaignLimits } from "../campaign-file.ts";

interface Seen {
  readonly width: number;
  readonly height: number;
  readonly hints: readonly PictureHint[];
}

/**
 * What may be amiss with a picture of this campaign: what the image process saw, and what only the campaign's wish and
 * the file's name tell.
 */
export function hintsFor(seen: Seen, name: string, { minLongSidePx = 0 }: CampaignLimits): PictureHint[] {
  const found = new Set(seen.hints);
  if (Math.max(seen.width, seen.height) < minLongSidePx) found.add("small");
  if (isNamedScreenshot(name)) found.add("screenshot");
  return PICTURE_HINTS.filter((hint) => found.has(hint));
}
