import type { Campaign, Locale, TermsChange } from "@veche/protocol";
import { consentDocuments } from "./consents.ts";
import { asksOf, kindOf } from "./kinds/index.ts";
import type { CampaignParts } from "./parts.ts";
import { acceptsEntriesAt, stateAt } from "./rules.ts";
import type { CampaignRecord } from "./store.ts";
import { publicVoteAt } from "./voting/rules.ts";

/** A campaign as the public may know it, at this moment. */
export async function campaignView(
  { clock, timeZone, organiserOf }: Pick<CampaignParts, "clock" | "timeZone" | "organiserOf">,
  campaign: CampaignRecord,
  locale: Locale,
  changes: readonly TermsChange[] = [],
): Promise<Campaign> {
  const { slug, kind, data } = campaign;
  const now = clock();
  const organiser = data.organiser === undefined ? undefined : await organiserOf(data.organiser, locale);
  const consents = consentDocuments(data);
  const processing = consents.find(({ purpose }) => purpose === "processing") ?? data.consent;
  return {
    slug,
    kind,
    state: stateAt(campaign, now),
    title: data.title,
    summary: data.summary,
    dates: data.dates,
    timeZone,
    acceptsEntries: acceptsEntriesAt(campaign, now),
    participants: data.participants,
    nominations: data.nominations,
    ageGroups: data.ageGroups,
    prizes: data.prizes,
    limits: {
      entriesPerAuthorPerNomination: data.limits.entriesPerAuthorPerNomination,
      maxEntriesPerAuthor: data.limits.maxEntriesPerAuthor,
      entriesPerInstitution: data.limits.entriesPerInstitution,
      maxFileMb: data.limits.maxFileMb,
      minLongSidePx: data.limits.minLongSidePx,
    },
    award: data.award,
    work: kindOf(kind).work,
    asks: asksOf(campaign),
    rules: data.rules,
    rulesEn: data.rulesEn,
    rulesVersion: data.rulesVersion,
    consents,
    consent: { version: processing.version, text: processing.text },
    vote: publicVoteAt(campaign, now),
    ...(changes.length === 0 ? {} : { changes: changes.map(({ at, parts }) => ({ at, parts })) }),
    organiser: organiser && {
      name: organiser.name,
      phones: [...organiser.phones],
      email: organiser.email,
    },
  };
}
