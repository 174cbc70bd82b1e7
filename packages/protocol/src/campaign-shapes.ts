import { z } from "zod";
import {
  ageGroup,
  campaignDates,
  CAMPAIGN_ASKS,
  consentDocument,
  consentPurpose,
  nomination,
  termsChange,
} from "./campaign-terms.ts";
import { PICTURE_HINTS } from "./picture-look.ts";
import { id, line, moment, sentence, slug } from "./values.ts";
import { publicVote } from "./votes.ts";

export const CAMPAIGN_STATES = ["draft", "open", "judging", "announced", "archived"] as const;
export const ENTRY_STATES = [
  "submitted",
  "approved",
  "rejected",
  "shortlisted",
  "winner",
  "withdrawn",
] as const;
/** Why somebody reports a published work; `else` says it in words alone. */
export const REPORT_REASONS = ["not_own", "personal", "unsuitable", "mistake", "else"] as const;
export const DRAWING_MAX_BYTES = 25 * 1024 * 1024;
export const DRAWING_MAX_PIXELS = 50_000_000;
/** Whether a work needs a picture or is words beside which one may stand, as its kind of campaign decides. */
export const WORK_PICTURES = ["needed", "may"] as const;

export const campaignState = z.enum(CAMPAIGN_STATES);
export const entryState = z.enum(ENTRY_STATES);

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
      titleEn: z.string().optional(),
      forAgeGroups: z.array(z.string()).optional(),
    }),
  ),
  limits: z.object({
    entriesPerAuthorPerNomination: z.number().int().optional(),
    maxEntriesPerAuthor: z.number().int().optional(),
    entriesPerInstitution: z.number().int().optional(),
    maxFileMb: z.number(),
    minLongSidePx: z.number().int().optional(),
  }),
  award: z
    .object({
      place: z.string(),
      note: z.string(),
      en: z.object({ place: z.string(), note: z.string() }).optional(),
    })
    .optional(),
  /** What a work of this kind is made of: a picture, words of up to `textMax` letters, or both. */
  work: z.object({ picture: z.enum(WORK_PICTURES), textMax: z.number().int().optional() }),
  /** The form's voluntary parts that this kind of campaign asks for. */
  asks: z.array(z.enum(CAMPAIGN_ASKS)),
  /** Markdown. */
  rules: z.string(),
  /** The same in English, where the city has written it. */
  rulesEn: z.string().optional(),
  rulesVersion: z.string(),
  consents: z.array(consentDocument),
  /** Of `processing`, the one without which nothing is accepted. */
  consent: z.object({ version: z.string(), text: z.string() }),
  /** Where the public votes among shortlisted works. */
  vote: publicVote.optional(),
  /** What of the terms was changed since it opened, the latest first. */
  changes: z.array(termsChange).optional(),
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

/** The straightened page, or the photograph as it was taken. */
export const pictureLook = z.enum(["page", "as_it_was"]);
export type PictureLookName = z.infer<typeof pictureLook>;

const share = z.number().min(0).max(1);
/** A part of a picture, in shares of its width and height. */
export const picturePart = z.object({ x: share, y: share, width: share, height: share });
export type PicturePart = z.infer<typeof picturePart>;

/** What is done to a picture before it is shown: turned, then covered and cropped, both as it lies when turned. */
export const pictureEdits = z.object({
  look: pictureLook,
  /** Degrees, clockwise. */
  turn: z.literal([0, 90, 180, 270]),
  crop: picturePart.optional(),
  /** Made black. */
  covers: z.array(picturePart).max(30),
});
export type PictureEdits = z.infer<typeof pictureEdits>;

/** Where a page was found: which look is shown, and the other one. */
const otherLook = z.object({ shown: pictureLook, other: image });

/** The submitter's own view. */
export const ownEntry = z.object({
  id,
  number: z.number().int(),
  /** With the number it lets its holder ask in the chat what became of the work. */
  code: z.string(),
  campaign: slug,
  state: entryState,
  reason: z.string().optional(),
  /** Until when it is to be mended, where it is and a day was set. */
  fixBy: moment.optional(),
  nomination: slug,
  ageGroup: slug,
  title: z.string(),
  /** Of a work in words. */
  text: z.string().optional(),
  image: image.optional(),
  /** While the choice between them is the parent's: until somebody has decided. */
  looks: otherLook.optional(),
  createdAt: moment,
  /** What its holder should hear besides: changed terms, a consent that is due. In the reader's language. */
  notice: z.string().optional(),
  /** A teacher brought it: until a parent consents it waits. Whose consent is asked is told by the first name. */
  consentDue: z.object({ authorFirstName: z.string(), authorAge: z.number().int() }).optional(),
  /** To the ceremony: until when it can be answered, and what was answered. */
  invitation: z
    .object({
      at: moment,
      place: z.string(),
      note: z.string(),
      open: z.boolean(),
      reply: z
        .object({ coming: z.boolean(), people: z.number().int().optional(), photo: z.boolean().optional() })
        .optional(),
    })
    .optional(),
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
  /** Of a work in words. */
  text: z.string().optional(),
  /** Absent where a work in words has none. */
  image: image.optional(),
  /** What the picture shows, in a moderator's words; else the title says it. */
  alt: z.string().optional(),
  /** The public votes among these. */
  shortlisted: z.boolean().optional(),
  /** How many voted for it, once everyone may know. */
  votes: z.number().int().optional(),
  /** Once it is announced: what the work was awarded. */
  awards: z.array(z.string()).optional(),
});

/** Without consent to publishing only the place is told: neither name, age, title nor picture. */
export const winner = z.object({
  entryId: z.string().optional(),
  number: z.number().int().optional(),
  nomination: slug,
  ageGroup: slug,
  place: z.number().int().nullable(),
  /** The place's or prize's words. */
  title: z.string(),
  authorName: z.string(),
  authorAge: z.number().int().optional(),
  entryTitle: z.string().optional(),
  /** Of a work in words. */
  entryText: z.string().optional(),
  image: image.optional(),
});

export const staffEntry = z.object({
  id,
  number: z.number().int(),
  campaign: slug,
  state: entryState,
  reason: z.string().optional(),
  /** Until when it is to be mended, where that was asked for with a day. */
  fixBy: moment.optional(),
  /** It was rejected as the same work as this one. */
  sameAs: z.object({ campaign: slug, number: z.number().int() }).optional(),
  /** Of a picture that somebody described: for those who don't see it. */
  alt: z.string().optional(),
  /** What was reported from the gallery and nobody has looked into, the oldest first. */
  reports: z
    .array(z.object({ reason: z.enum(REPORT_REASONS), words: z.string().optional(), at: moment }))
    .optional(),
  nomination: slug,
  ageGroup: slug,
  title: z.string(),
  /** Of a work in words. */
  text: z.string().optional(),
  author: z.object({ firstName: z.string(), lastName: z.string(), age: z.number().int() }).optional(),
  guardian: z.object({ name: z.string(), contact: z.string() }).optional(),
  settlement: z.string().optional(),
  institution: z.string().optional(),
  teacher: z.string().optional(),
  helpedBy: z.string().optional(),
  /** Of a work that a teacher brought. */
  className: z.string().optional(),
  teacherContact: z.string().optional(),
  /** No parent has consented yet: the work can't be admitted. */
  consentDue: z.boolean().optional(),
  consents: z.array(consentPurpose),
  /** Whether an author of 14 to 17 agreed beside the parent; absent at other ages. */
  authorAgreed: z.boolean().optional(),
  image: image.optional(),
  looks: otherLook.optional(),
  /** Absent for jurors. */
  edits: pictureEdits.optional(),
  /** What may be amiss with the picture, for the moderator's eyes: hints, never verdicts. */
  hints: z.array(z.enum(PICTURE_HINTS)).optional(),
  /** Entries of all years that show the same sheet, turned, cropped or photographed again; the surest first. */
  similar: z.array(
    z.object({
      id,
      number: z.number().int(),
      campaign: slug,
      /** How many places of one picture are found again in the other. */
      places: z.number().int(),
      image: image.optional(),
    }),
  ),
  createdAt: moment,
  /** When a moderator last decided on it; absent for jurors. */
  decidedAt: moment.optional(),
  /** Mean weighted score, 0–100, once judging has closed. */
  score: z.number().optional(),
  /** The same as if all jurors were equally severe; it stands beside and decides nothing. */
  adjusted: z.number().optional(),
  /** By that score, within nomination and age group; equal works share one. */
  rank: z.number().int().optional(),
  /** Public votes that count, for administrators, once that vote has closed. */
  votes: z.number().int().optional(),
});

export const entryForm = z.object({
  nomination: slug,
  title: line(120),
  /** Of a work in words, where the kind of campaign takes those. */
  text: z.string().trim().max(10_000).optional(),
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
  /** Of an author of 14 to 17, who agrees beside the parent: the version of `processing`. */
  "consent.author": z.string().max(60).optional(),
});

/** One work of a class, brought by its teacher. Of the child no more than a first name is told before a parent consents. */
export const classEntryForm = z.object({
  nomination: slug,
  title: line(120),
  authorFirstName: line(60),
  authorAge: z.coerce.number().int().min(0).max(120),
  className: line(40),
  institution: line(200),
  settlement: z.string().trim().max(120).optional(),
  helpedBy: z.string().trim().max(200).optional(),
  teacher: line(120),
  teacherContact: line(120),
});

/** A parent's consent to a work that a teacher brought: who the child and the parent are, and each purpose's version. */
export const parentsConsent = entryForm.pick({
  authorLastName: true,
  guardianName: true,
  guardianContact: true,
  "consent.processing": true,
  "consent.publishing": true,
  "consent.use": true,
  "consent.author": true,
});

/** The same as a moderator reads it from the signed slip. */
export const notedConsent = z.object({
  /** From the slip: shows that it is this entry's. */
  code: line(20),
  authorLastName: line(60),
  guardianName: line(120),
  guardianContact: line(120),
  purposes: z.array(consentPurpose).min(1).max(3),
  authorAgreed: z.boolean().default(false),
});

export type Campaign = z.infer<typeof campaign>;
export type CampaignState = z.infer<typeof campaignState>;
export type EntryState = z.infer<typeof entryState>;
export type EntryForm = z.infer<typeof entryForm>;
export type ClassEntryForm = z.infer<typeof classEntryForm>;
export type ParentsConsent = z.infer<typeof parentsConsent>;
export type NotedConsent = z.infer<typeof notedConsent>;
export type Image = z.infer<typeof image>;
export type OwnEntry = z.infer<typeof ownEntry>;
export type PublicEntry = z.infer<typeof publicEntry>;
export type StaffEntry = z.infer<typeof staffEntry>;
export type Winner = z.infer<typeof winner>;
