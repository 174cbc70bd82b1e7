import { rankByWeightedMean } from "../../judging/ranking.ts";
import type { Kind } from "../kind.ts";

/** A proposal in words: what to do and why, on half a page. A sketch or a photo of the place may stand beside it. */
export const idea: Kind = {
  work: { picture: "may", textMax: 3000 },
  asks: ["settlement"],
  accept: () => undefined,
  isOnPaper: false,
  rank: rankByWeightedMean,
};
