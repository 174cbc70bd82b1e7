import { Refusal } from "@veche/protocol";
import { ANNOUNCE_SLACK_MS, type Standing, stateAt } from "../campaigns/index.ts";

/** Whether the results are public. The clock alone decides, so that a late job changes nothing. */
export function isPublicAt({ announceAt }: Pick<Standing, "announceAt">, now: Date): boolean {
  return announceAt !== undefined && announceAt <= now;
}

/**
 * The moment at which the results become public: now, or the one asked for. A minute that is just
 * running means now.
 *
 * @throws Refusal `invalid` for a moment in the past
 */
export function momentOf(at: string | undefined, now: Date): Date {
  const asked = at === undefined ? now : new Date(at);
  if (asked.getTime() < now.getTime() - ANNOUNCE_SLACK_MS) {
    throw new Refusal("invalid", { reason: "announcements.in_the_past", field: "at" });
  }
  return asked < now ? now : asked;
}

/** @throws Refusal `conflict` when the results are public already, or not sealed, or entries still come in */
export function refuseUnlessAnnounceable(campaign: Standing, now: Date): void {
  const state = stateAt(campaign, now);
  if (state === "announced" || state === "archived") {
    throw new Refusal("conflict", { reason: "announcements.announced_already" });
  }
  if (state !== "judging") throw new Refusal("conflict", { reason: "announcements.not_judged" });
  if (!campaign.isSealed) throw new Refusal("conflict", { reason: "announcements.nothing_sealed" });
}
