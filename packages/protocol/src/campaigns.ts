import { z } from "zod";
import { http, RAW } from "./operation.ts";
import { staffOf } from "./roles.ts";
import { id, line, mediaKey, moment, sentence, slug } from "./values.ts";

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

const moderators = staffOf("admin", "moderator");
const bySlug = z.object({ slug });

export const campaigns = {
  list: http({
    method: "get",
    path: "/api/v1/campaigns",
    who: "anyone",
    summary: "Campaigns that the public may know of: all but drafts.",
    output: z.object({ items: z.array(campaign) }),
    refusals: ["rate_limited"],
  }),
  get: http({
    method: "get",
    path: "/api/v1/campaigns/{slug}",
    who: "anyone",
    summary: "One campaign: state, nominations, age groups, dates, rules, consents.",
    params: bySlug,
    output: z.object({ campaign }),
    refusals: ["not_found", "rate_limited"],
  }),
  submit: http({
    method: "post",
    path: "/api/v1/campaigns/{slug}/entries",
    who: "anyone",
    summary: "Submits one entry with its picture. `Idempotency-Key` makes a repeat return the first result.",
    params: bySlug,
    body: entryForm,
    upload: "drawing",
    output: z.object({ entry: ownEntry, token: z.string() }),
    status: 201,
    refusals: [
      "invalid",
      "not_found",
      "conflict",
      "too_large",
      "unsupported_media",
      "rate_limited",
      "unavailable",
    ],
  }),
  entry: http({
    method: "get",
    path: "/api/v1/entries/{id}",
    who: "token",
    summary: "The submitter's own entry and its state.",
    params: z.object({ id }),
    output: z.object({ entry: ownEntry }),
    refusals: ["unauthenticated", "not_found", "rate_limited"],
  }),
  withdraw: http({
    method: "delete",
    path: "/api/v1/entries/{id}",
    who: "token",
    summary: "Withdraws the entry and erases the personal data and the images.",
    params: z.object({ id }),
    output: z.object({ entry: ownEntry }),
    refusals: ["unauthenticated", "not_found", "rate_limited"],
  }),
  gallery: http({
    method: "get",
    path: "/api/v1/campaigns/{slug}/entries",
    who: "anyone",
    summary: "Approved entries, newest first.",
    params: bySlug,
    query: z.object({
      nomination: slug.optional(),
      ageGroup: slug.optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(24),
    }),
    output: z.object({ items: z.array(publicEntry), nextCursor: z.string().nullable() }),
    refusals: ["invalid", "not_found", "rate_limited"],
  }),

  staffCampaigns: http({
    method: "get",
    path: "/api/v1/staff/campaigns",
    who: staffOf("admin", "moderator", "jury", "analyst", "editor"),
    summary: "All campaigns, drafts too, with criteria and counts by state.",
    output: z.object({
      items: z.array(
        campaign.extend({
          criteria: z.array(criterion),
          counts: z.record(entryState, z.number().int()),
          announcement: z.object({ at: moment, publishedAt: moment.optional() }).optional(),
        }),
      ),
    }),
    refusals: [],
  }),
  staffEntries: http({
    method: "get",
    path: "/api/v1/staff/entries",
    who: staffOf("admin", "moderator", "jury"),
    summary: "Entries to moderate or judge; personal data for moderators and administrators only.",
    query: z.object({
      campaign: slug.optional(),
      state: entryState.optional(),
      nomination: slug.optional(),
      ageGroup: slug.optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(60),
    }),
    output: z.object({ items: z.array(staffEntry), nextCursor: z.string().nullable() }),
    refusals: ["invalid", "not_found"],
  }),
  decide: http({
    method: "post",
    path: "/api/v1/staff/entries/decisions",
    who: moderators,
    summary:
      "Admits, rejects or asks to mend entries, one or many at once; `reopen` takes a decision back. A refusal needs a reason.",
    body: z.object({
      ids: z.array(id).min(1).max(200),
      decision: z.enum(["approve", "reject", "ask_fix", "reopen"]),
      reason: z.string().trim().max(500).optional(),
    }),
    output: z.object({ entries: z.array(staffEntry) }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  score: http({
    method: "put",
    path: "/api/v1/staff/entries/{id}/scores",
    who: staffOf("jury"),
    summary: "A juror's own scores; a later call replaces the earlier one.",
    params: z.object({ id }),
    body: z.object({
      scores: z.record(z.string().max(80), z.number().int().min(0).max(100)),
      comment: z.string().max(1000).optional(),
    }),
    output: z.object({ scores: z.record(z.string(), z.number().int()), comment: z.string().optional() }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  ownScores: http({
    method: "get",
    path: "/api/v1/staff/entries/{id}/scores",
    who: staffOf("jury"),
    summary: "The juror's own scores; nobody else's.",
    params: z.object({ id }),
    output: z.object({ scores: z.record(z.string(), z.number().int()), comment: z.string().optional() }),
    refusals: ["not_found"],
  }),
  results: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/results",
    who: staffOf("admin"),
    summary: "The sealed results, as entered so far.",
    params: bySlug,
    output: z.object({
      results: z.array(z.object({ entryId: id, place: z.number().int().nullable(), title: z.string() })),
    }),
    refusals: ["not_found"],
  }),
  seal: http({
    method: "put",
    path: "/api/v1/staff/campaigns/{slug}/results",
    who: staffOf("admin"),
    summary: "Enters the sealed results; the whole list at once.",
    params: bySlug,
    body: z.object({
      results: z
        .array(z.object({ entryId: id, place: z.number().int().min(1).max(100).nullish(), title: line(200) }))
        .max(1000),
    }),
    output: z.object({
      results: z.array(z.object({ entryId: id, place: z.number().int().nullable(), title: z.string() })),
    }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  staffMedia: http({
    method: "get",
    path: "/api/v1/staff/media/{key}",
    who: staffOf("admin", "moderator", "jury"),
    summary: "A picture that is not public yet; a juror's only while the campaign is judged.",
    params: z.object({ key: mediaKey }),
    output: RAW,
    refusals: ["not_found"],
  }),
  move: http({
    method: "post",
    path: "/api/v1/staff/campaigns/{slug}/state",
    who: staffOf("admin"),
    summary: "Opens a draft, closes entries for judging, archives. Announcing is an act of its own.",
    params: bySlug,
    body: z.object({ state: campaignState }),
    output: z.object({ campaign }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
};
