import type { Campaign } from "@veche/protocol";
import type { CampaignLimits } from "../campaign-file.ts";
import type { Rank } from "../judging/ranking.ts";

/** Why a picture does not fit this kind of campaign: a sentence of the room's texts. */
interface Unfit {
  readonly reason: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What makes one sort of campaign differ from another. Shared code asks these and never the name. */
export interface Kind {
  /** What a work is made of: a picture, or words beside which one may stand. */
  readonly work: Campaign["work"];
  /** Voluntary parts of the form; what is not asked for is not kept even if it comes. */
  readonly asks: Campaign["asks"];
  /** Judges the upright picture, sizes in pixels, by the campaign's limits. */
  readonly accept: (
    picture: { readonly width: number; readonly height: number },
    limits: CampaignLimits,
  ) => Unfit | undefined;
  /** The works are sheets: a photographed page is looked for and straightened. */
  readonly isOnPaper: boolean;
  readonly rank: Rank;
}
