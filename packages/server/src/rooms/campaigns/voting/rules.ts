import type { PublicVote } from "@veche/protocol";
import { stateAt, type Standing } from "../rules.ts";
import type { CampaignData } from "../campaign-file.ts";

type Voted = Omit<Standing, "data"> & { readonly data: Pick<CampaignData, "dates" | "vote"> };

/** The public vote at a moment; undefined where the campaign has none. From the opening second until the one before closing. */
export function publicVoteAt(campaign: Voted, now: Date): PublicVote | undefined {
  const { vote } = campaign.data;
  if (!vote) return undefined;
  const state = stateAt(campaign, now);
  const isOver = state === "announced" || state === "archived" || now >= new Date(vote.closesAt);
  const isAhead = state === "draft" || now < new Date(vote.opensAt);
  return { ...vote, by: vote.by ?? "browser", state: isOver ? "closed" : isAhead ? "ahead" : "open" };
}

/** Whether everyone may know how many voted for a work. */
export function countsAreShown(campaign: Voted, now: Date): boolean {
  const vote = publicVoteAt(campaign, now);
  if (!vote) return false;
  const state = stateAt(campaign, now);
  const isAnnounced = state === "announced" || state === "archived";
  return isAnnounced || vote.counts === "always" || (vote.counts === "closed" && vote.state === "closed");
}
