import { z } from "zod";
import { id, line, moment, sentence, slug } from "./values.ts";

export const CAMPAIGN_STATES = ["draft", "open", "judging", "announced", "archived"] as const;
export const ENTRY_STATES = [
  "submitted",
  "approved",
  "rejected",
  "shortlisted",
  "winner",
  "withdrawn",
] as const;
export const CONSENT_PURPOSES = ["processing", "publishing", "use"] as const;
export const DRAWING_MAX_BYTES = 25 * 1024 * 1024;
export const DRAWING_MAX_PIXELS = 50_000_000;

export const campaignState = z.enum(CAMPAIGN_STATES);
export const entryState = z.enum(ENTRY_STATES);
export const consentPurpose = z.enum(CONSENT_PURPOSES);

export const nomination = z.object({
  slug,
  title: sentence,
  description: z.string().default(""),
  minAge: z.number().int().optional(),
  allowsDigital: z.boolean().optional(),
});
export const ageGroup = z.object({
  slug,
  title: z.string(),
  minAge: z.number().int(),
  maxAge: z.number().int().nullable(),
});
export const criterion = z.object({
  slug,
  title: sentence,
  description: z.string().default(""),
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
});

export const campaign = z.object({
  slug,
  kind: z.string(),
  state: campaignState,
  title: sentence,
  summary: sentence,
  dates: campaignDates,
  /** The city's, IANA: residents read the dates in it wherever they are. */
  timeZone: z.string().optional(),
  /** Whether an entry is accepted at this moment. */
  acceptsEntries: z.boolean(),
  participants: z.object({ minAge: z.number().int(), maxAge: z.number().int().nullable() }),
  nominations: z.array(nomination),
  ageGroups: z.array(ageGroup),
  prizes: z.array(
    z.object({
      place: z.number().int().nullable(),
      title: z.string(),
      forAgeGroups: z.array(z.string()).optional(),
    }),
  ),
  limits: z.object({
    entriesPerAuthorPerNomination: z.number().int().optional(),
    maxEntriesPerAuthor: z.number().int().optional(),
    maxFileMb: z.number(),
    minLongSidePx: z.number().int().optional(),
  }),
  award: z.object({ place: z.string(), note: z.string() }).optional(),
  /** The form's voluntary parts that this kind of campaign asks for. */
  asks: z.array(z.enum(["settlement", "institution", "teacher", "helpedBy"])),
  /** Markdown. */
  rules: z.string(),
  rulesVersion: z.string(),
  consents: z.array(consentDocument),
  /** Of `processing`, the one without which nothing is accepted. */
  consent: z.object({ version: z.string(), text: z.string() }),
  organiser: z
    .object({ name: z.string(), phones: z.array(z.string()), email: z.string().optional() })
    .optional(),
});

export const image = z.object({
  width: z.number().int(),
  height: z.number().int(),
  /** ThumbHash, base64. */
  placeholder: z.string(),
  variants: z.array(
    z.object({ width: z.number().int(), height: z.number().int(), type: z.string(), url: z.string() }),
  ),
});

/** The submitter's own view. */
export const ownEntry = z.object({
  id,
  number: z.number().int(),
  /** With the number it lets its holder ask in the chat what became of the work. */
  code: z.string(),
  campaign: slug,
  state: entryState,
  reason: z.string().optional(),
  nomination: slug,
  ageGroup: slug,
  title: z.string(),
  image: image.optional(),
  createdAt: moment,
});

/** What everyone sees of an approved entry. */
export const publicEntry = z.object({
  id,
  number: z.number().int(),
  nomination: slug,
  ageGroup: slug,
  title: z.string(),
  /** First name, last initial: «Варя К.» */
  authorName: z.string(),
  authorAge: z.number().int(),
  image,
});

/** Without consent to publishing only the place is told: neither name, age, title nor picture. */
export const winner = z.object({
  entryId: z.string().optional(),
  nomination: slug,
  ageGroup: slug,
  place: z.number().int().nullable(),
  /** The place's or prize's words. */
  title: z.string(),
  authorName: z.string(),
  authorAge: z.number().int().optional(),
  entryTitle: z.string().optional(),
  image: image.optional(),
});

export const staffEntry = z.object({
  id,
  number: z.number().int(),
  campaign: slug,
  state: entryState,
  reason: z.string().optional(),
  nomination: slug,
  ageGroup: slug,
  title: z.string(),
  author: z.object({ firstName: z.string(), lastName: z.string(), age: z.number().int() }).optional(),
  guardian: z.object({ name: z.string(), contact: z.string() }).optional(),
  settlement: z.string().optional(),
  institution: z.string().optional(),
  teacher: z.string().optional(),
  helpedBy: z.string().optional(),
  consents: z.array(consentPurpose),
  image: image.optional(),
  /** Entries whose picture looks the same, nearest first. */
  similar: z.array(
    z.object({
      id,
      number: z.number().int(),
      campaign: slug,
      distance: z.number().int(),
      image: image.optional(),
    }),
  ),
  createdAt: moment,
  /** Mean weighted score, 0–100, once judging has closed. */
  score: z.number().optional(),
  /** By that score, within nomination and age group; equal works share one. */
  rank: z.number().int().optional(),
});

export const entryForm = z.object({
  nomination: slug,
  title: line(120),
  authorFirstName: line(60),
  authorLastName: line(60),
  authorAge: z.coerce.number().int().min(0).max(120),
  settlement: z.string().trim().max(120).optional(),
  institution: z.string().trim().max(200).optional(),
  teacher: z.string().trim().max(120).optional(),
  helpedBy: z.string().trim().max(200).optional(),
  guardianName: line(120),
  guardianContact: line(120),
  "consent.processing": z.string().max(60).optional(),
  "consent.publishing": z.string().max(60).optional(),
  "consent.use": z.string().max(60).optional(),
});

export type Campaign = z.infer<typeof campaign>;
export type CampaignState = z.infer<typeof campaignState>;
export type EntryState = z.infer<typeof entryState>;
export type ConsentPurpose = z.infer<typeof consentPurpose>;
export type ConsentDocument = z.infer<typeof consentDocument>;
export type EntryForm = z.infer<typeof entryForm>;
export type Image = z.infer<typeof image>;
export type OwnEntry = z.infer<typeof ownEntry>;
export type PublicEntry = z.infer<typeof publicEntry>;
export type StaffEntry = z.infer<typeof staffEntry>;
export type Winner = z.infer<typeof winner>;
