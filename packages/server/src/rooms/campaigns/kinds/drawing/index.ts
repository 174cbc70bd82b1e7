import { rankByWeightedMean } from "../../judging/ranking.ts";
import type { Kind } from "../kind.ts";

/** A child's work on paper, photographed: a small photo is a hint to the parent, never a refusal. */
export const drawing: Kind = {
  work: { picture: "needed" },
  asks: ["settlement", "institution", "teacher", "helpedBy"],
  accept: () => undefined,
  isOnPaper: true,
  rank: rankByWeightedMean,
};
