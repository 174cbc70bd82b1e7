import type { Campaign } from "@veche/protocol";
import { type Calendar, daysUntil } from "./dates-in-words.ts";

/** What a resident can expect of a campaign at this moment. */
export type Phase =
  | { readonly kind: "early" }
  | { readonly kind: "open"; readonly daysLeft: number }
  | { readonly kind: "judging" }
  | { readonly kind: "announced" }
  | { readonly kind: "closed" };

/** Reads the phase; entries that are accepted decide, since staff may open or close by hand. */
export function phaseOf(
  campaign: Pick<Campaign, "state" | "dates" | "acceptsEntries">,
  now: Date,
  calendar: Calendar,
): Phase {
  if (campaign.acceptsEntries) {
    return { kind: "open", daysLeft: Math.max(0, daysUntil(campaign.dates.closesAt, now, calendar)) };
  }
  switch (campaign.state) {
    case "draft":
      return { kind: "early" };
    case "open":
      return now < new Date(campaign.dates.opensAt) ? { kind: "early" } : { kind: "judging" };
    case "judging":
    case "announced":
      return { kind: campaign.state };
    case "archived":
      return { kind: "closed" };
    default:
      return campaign.state satisfies never;
  }
}
