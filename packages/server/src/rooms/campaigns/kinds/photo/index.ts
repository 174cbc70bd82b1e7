import { rankByWeightedMean } from "../../judging/ranking.ts";
import type { Kind } from "../kind.ts";

/** A photograph is the work itself: it goes to print, so the rules' least size is held. */
export const photo: Kind = {
  work: { picture: "needed" },
  asks: ["settlement"],
  accept: ({ width, height }, { minLongSidePx = 0 }) =>
    Math.max(width, height) < minLongSidePx
      ? { reason: "campaigns.too_small", values: { min: minLongSidePx, long: Math.max(width, height) } }
      : undefined,
  isOnPaper: false,
  rank: rankByWeightedMean,
};
