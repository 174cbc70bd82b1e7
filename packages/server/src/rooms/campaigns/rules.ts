import type { CampaignState, EntryState } from "@veche/protocol";
import type { CampaignData } from "./campaign-file.ts";

/** Where an administrator may move a campaign. Announcing is an act of its own. */
export const CAMPAIGN_MOVES = {
  draft: ["open"],
  open: ["judging"],
  judging: ["open"],
  announced: ["archived"],
  archived: [],
} as const satisfies Record<CampaignState, readonly CampaignState[]>;

/**
 * What a moderator may decide, from which states, and what comes of it. An entry asked to be mended
 * stays `submitted` and has a reason; the mended one, sent again, takes its place. A winner can
 * still be taken down: the picture may turn out not to be the child's.
 */
export const DECISIONS = {
  approve: { from: ["submitted", "rejected"], to: "approved", needsReason: false },
  reject: { from: ["submitted", "approved", "shortlisted", "winner"], to: "rejected", needsReason: true },
  ask_fix: { from: ["submitted", "approved"], to: "submitted", needsReason: true },
  /** The same work as another that is in the contest, or was in an earlier one. */
  same: { from: ["submitted", "approved"], to: "rejected", needsReason: false },
  /** Takes a decision back: the entry waits again as if nobody had looked at it. */
  reopen: { from: ["submitted", "approved", "rejected"], to: "submitted", needsReason: false },
  /** The public votes among shortlisted works; nobody is written to of it. */
  shortlist: { from: ["approved"], to: "shortlisted", needsReason: false },
  unshortlist: { from: ["shortlisted"], to: "approved", needsReason: false },
} as const satisfies Record<
  string,
  { readonly from: readonly EntryState[]; readonly to: EntryState; readonly needsReason: boolean }
>;

/** Admitted by moderation: shown, where publishing was consented to. `shortlisted` is for a public vote. */
export const ADMITTED = ["approved", "shortlisted", "winner"] as const satisfies readonly EntryState[];
export const isAdmitted = (state: string): boolean => ADMITTED.some((it) => it === state);

/** From 14 until of age a young person agrees beside the parent. @source Civil Code of Russia, article 26 */
export const agreesToo = (age: number): boolean => age >= 14 && age < 18;

/** What the state of a campaign depends on. */
export interface Standing {
  /** As stored: the last act of an administrator. */
  readonly state: CampaignState;
  readonly data: Pick<CampaignData, "dates">;
  /** The minute at which the results are public, past or to come. */
  readonly announceAt?: Date;
  readonly isSealed: boolean;
}

/** The state at a moment: dates close entries and announcements publish by themselves, on the second. */
export function stateAt(campaign: Standing, now: Date): CampaignState {
  const { state, data, announceAt } = campaign;
  if (state !== "open" && state !== "judging") return state;
  if (announceAt && announceAt <= now) return "announced";
  return state === "open" && now >= new Date(data.dates.closesAt) ? "judging" : state;
}

/** From the opening second until the second before closing. */
export function acceptsEntriesAt(campaign: Standing, now: Date): boolean {
  return stateAt(campaign, now) === "open" && now >= new Date(campaign.data.dates.opensAt);
}

/** The last moment to change the terms: half of the time for entries. @source Civil Code of Russia, article 1058 */
export function termsChangeUntil({ data }: Pick<Standing, "data">): Date {
  const [opens, closes] = [Date.parse(data.dates.opensAt), Date.parse(data.dates.closesAt)];
  return new Date(opens + (closes - opens) / 2);
}

export function mayChangeTermsAt(campaign: Standing, now: Date): boolean {
  const state = stateAt(campaign, now);
  return state === "draft" || (state === "open" && now < termsChangeUntil(campaign));
}

const DAY_MS = 24 * 60 * 60_000;
/** Where a campaign says nothing else. */
export const CONSENT_WITHIN_DAYS = 30;
export const KEEP_NAMES_DAYS = 365;

/** When a work that came without its parent's consent is erased. */
export const consentEndsAt = (
  { data }: { readonly data: Pick<CampaignData, "consentWithinDays"> },
  createdAt: Date,
): Date => new Date(createdAt.getTime() + (data.consentWithinDays ?? CONSENT_WITHIN_DAYS) * DAY_MS);

/** When names and contacts are no longer needed: some time after the last that they are for. */
export function namesGoAt({
  data,
  announceAt,
}: Pick<Standing, "announceAt"> & { readonly data: Pick<CampaignData, "dates" | "keepNamesDays"> }): Date {
  const { closesAt, judgingTo, announceAt: planned, awardAt } = data.dates;
  const last = Math.max(
    ...[closesAt, judgingTo, planned, awardAt].flatMap((it) => (it ? [Date.parse(it)] : [])),
    announceAt?.getTime() ?? 0,
  );
  return new Date(last + (data.keepNamesDays ?? KEEP_NAMES_DAYS) * DAY_MS);
}

/** Whether jurors have done: then means are shown to those who enter results, and nobody scores any more. */
export function judgingClosedAt(campaign: Standing, now: Date): boolean {
  const state = stateAt(campaign, now);
  if (state === "announced" || state === "archived") return true;
  if (state !== "judging") return false;
  const { judgingTo, announceAt } = campaign.data.dates;
  const end = judgingTo ?? announceAt;
  return campaign.isSealed || (end !== undefined && now >= new Date(end));
}

/** An announcement asked for the running minute, or one just past while the form stood open, means now. */
export const ANNOUNCE_SLACK_MS = 2 * 60_000;
