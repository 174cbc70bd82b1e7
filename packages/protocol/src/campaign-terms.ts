import { z } from "zod";
import { line, moment, sentence, slug } from "./values.ts";
import { VOTE_COUNTS_SHOWN, VOTE_SCOPES, VOTERS } from "./votes.ts";

export const CONSENT_PURPOSES = ["processing", "publishing", "use"] as const;
export const consentPurpose = z.enum(CONSENT_PURPOSES);
/** Voluntary parts of the entry form. */
export const CAMPAIGN_ASKS = ["settlement", "institution", "teacher", "helpedBy"] as const;

export const nomination = z.object({
  slug,
  title: sentence,
  description: z.string().default(""),
  descriptionEn: z.string().optional(),
  minAge: z.number().int().optional(),
  allowsDigital: z.boolean().optional(),
});
export const ageGroup = z.object({
  slug,
  title: z.string(),
  titleEn: z.string().optional(),
  minAge: z.number().int(),
  maxAge: z.number().int().nullable(),
});
export const criterion = z.object({
  slug,
  title: sentence,
  description: z.string().default(""),
  descriptionEn: z.string().optional(),
  weight: z.number(),
  max: z.number().int(),
});
export const campaignDates = z.object({
  opensAt: moment,
  closesAt: moment,
  judgingFrom: moment.nullish(),
  judgingTo: moment.nullish(),
  announceAt: moment.nullish(),
  awardAt: moment.nullish(),
});
/** One document to agree to: a purpose, its version and text. */
export const consentDocument = z.object({
  purpose: consentPurpose,
  version: z.string(),
  title: z.string(),
  text: z.string(),
  required: z.boolean(),
  /** A translation for reading; what is agreed to is the text above. */
  en: z.object({ title: z.string(), text: z.string() }).optional(),
});
const prize = z.object({
  place: z.number().int().min(1).max(100).nullable(),
  title: line(200),
  titleEn: line(200).optional(),
  forAgeGroups: z.array(slug).max(50).optional(),
});
const award = z.object({ place: z.string().max(300), note: z.string().max(600) });
const many = z.number().int().min(1).max(100).optional();

/** What an administrator changes of a campaign. A draft's may have gaps, which `problems` tells. */
export const campaignTerms = z.object({
  title: z.object({ ru: line(200), en: line(200).optional() }),
  summary: z.object({ ru: z.string().trim().max(600), en: line(600).optional() }),
  /** The slug of the hotline that runs it. */
  organiser: slug.optional(),
  dates: campaignDates,
  participants: z.object({ minAge: z.number().int(), maxAge: z.number().int().nullable() }),
  nominations: z.array(nomination.extend({ description: z.string().max(600) })).max(50),
  ageGroups: z.array(ageGroup).max(20),
  /** Of the voluntary parts of the form that the kind knows, those that this campaign asks for. */
  asks: z.array(z.enum(CAMPAIGN_ASKS)),
  limits: z.object({
    entriesPerAuthorPerNomination: many,
    maxEntriesPerAuthor: many,
    /** By the name of the school as it was given, letters and spaces alone. */
    entriesPerInstitution: z.number().int().min(1).max(10_000).optional(),
  }),
  criteria: z.array(criterion.extend({ description: z.string().max(600) })).max(20),
  /** Criteria that decide among equal totals, in order. */
  tieBreak: z.array(slug).max(20),
  jury: z
    .object({
      size: z.number().int(),
      blind: z.boolean(),
      perWork: many,
      common: z.number().int().optional(),
    })
    .optional(),
  prizes: z.array(prize).max(60),
  /** Whether a place may be shared, and one stay empty while a later one is given. */
  places: z.object({ shared: z.boolean(), mayStayEmpty: z.boolean() }),
  /** What the first place is called, and the others. */
  titles: z.object({ winner: line(80), prizeWinner: line(80) }),
  /** Where the ceremony is. */
  award: award.extend({ en: award.optional() }).optional(),
  vote: z
    .object({
      opensAt: moment,
      closesAt: moment,
      per: z.enum(VOTE_SCOPES),
      counts: z.enum(VOTE_COUNTS_SHOWN),
      by: z.enum(VOTERS),
    })
    .optional(),
  /** The documents that are asked for. A changed text gets a version of its own. */
  consents: z.array(consentDocument).max(3),
  /** How long a work that a teacher brought waits for its parent's consent before it is erased. */
  consentWithinDays: z.number().int().min(1).max(365),
  /** How long after the results names and contacts are kept. */
  keepNamesDays: z.number().int().min(1).max(3650),
  /** Markdown. */
  rules: z.string().trim().max(100_000),
  rulesEn: line(100_000).optional(),
});
export type CampaignTerms = z.infer<typeof campaignTerms>;
export const TERMS = [
  "title",
  "summary",
  "organiser",
  "dates",
  "participants",
  "nominations",
  "ageGroups",
  "asks",
  "limits",
  "criteria",
  "tieBreak",
  "jury",
  "prizes",
  "places",
  "titles",
  "award",
  "vote",
  "consents",
  "consentWithinDays",
  "keepNamesDays",
  "rules",
] as const;
export const termsChange = z.object({ at: moment, parts: z.array(z.enum(TERMS)) });
export type TermsChange = z.infer<typeof termsChange>;

/** What keeps a draft from being opened. */
export const TERMS_PROBLEMS = [
  "no_summary",
  "no_organiser",
  "closes_before_opens",
  "closes_in_past",
  "judging_before_close",
  "judging_ends_before_it_begins",
  "announced_before_judged",
  "award_before_announced",
  "no_nominations",
  "nomination_for_nobody",
  "no_age_groups",
  "age_groups_overlap",
  "age_groups_gap",
  "no_criteria",
  "no_rules",
  "rules_blanks",
  "no_consent",
  "consent_blanks",
  "vote_ends_before_it_begins",
  "vote_after_announcement",
] as const;
/** `field` is a path in the terms. */
export const termsProblem = z.object({ code: z.enum(TERMS_PROBLEMS), field: z.string() });
export type TermsProblem = z.infer<typeof termsProblem>;
/** What a template leaves to be filled in. */
export const BLANK = "____";

export type ConsentPurpose = z.infer<typeof consentPurpose>;
export type ConsentDocument = z.infer<typeof consentDocument>;
