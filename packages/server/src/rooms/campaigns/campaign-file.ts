import {
  ageGroup,
  CAMPAIGN_ASKS,
  campaignState,
  consentDocument,
  criterion,
  locale,
  nomination,
  Refusal,
  sentence,
  VOTE_COUNTS_SHOWN,
  VOTE_SCOPES,
  VOTERS,
} from "@veche/protocol";
import { z } from "zod";
import { KIND_NAMES } from "./kinds/index.ts";

const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, { error: "must be letters a-z, digits and hyphens" });
const moment = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());
const laterMoment = moment.nullish().transform((value) => value ?? undefined);
const age = z.number().int().min(0).max(120);

const dates = (isDraft: boolean) =>
  z
    .strictObject({
      opensAt: moment,
      closesAt: moment,
      judgingFrom: laterMoment,
      judgingTo: laterMoment,
      announceAt: laterMoment,
      awardAt: laterMoment,
    })
    .refine(({ opensAt, closesAt }) => isDraft || opensAt < closesAt, {
      error: "must be after opensAt",
      path: ["closesAt"],
    });

const limits = z.strictObject({
  entriesPerAuthorPerNomination: z.number().int().min(1).optional(),
  maxEntriesPerAuthor: z.number().int().min(1).optional(),
  entriesPerInstitution: z.number().int().min(1).optional(),
  maxFileMb: z.number().positive().max(25).default(25),
  minLongSidePx: z.number().int().min(1).optional(),
  formats: z
    .array(z.enum(["jpeg", "png", "webp", "heic"]))
    .min(1)
    .optional(),
});

const prize = z.strictObject({
  place: z.number().int().min(1).nullable(),
  title: z.string().min(1),
  titleEn: z.string().min(1).optional(),
  forAgeGroups: z.array(slug).optional(),
});

const vote = (isDraft: boolean) =>
  z
    .strictObject({
      opensAt: moment,
      closesAt: moment,
      per: z.enum(VOTE_SCOPES).default("campaign"),
      counts: z.enum(VOTE_COUNTS_SHOWN).default("closed"),
      by: z.enum(VOTERS).default("browser"),
    })
    .refine(({ opensAt, closesAt }) => isDraft || opensAt < closesAt, {
      error: "must be after opensAt",
      path: ["closesAt"],
    });

const ages = <Shape extends z.ZodType<{ minAge: number; maxAge: number | null }>>(shape: Shape) =>
  shape.refine((it) => it.maxAge === null || it.minAge <= it.maxAge, {
    error: "must not be below minAge",
    path: ["maxAge"],
  });

function distinct(items: readonly { readonly slug: string }[]): boolean {
  return new Set(items.map((it) => it.slug)).size === items.length;
}
const several = <Shape extends z.ZodType<{ slug: string }>>(shape: Shape, isDraft: boolean) =>
  z
    .array(shape)
    .min(isDraft ? 0 : 1)
    .refine(distinct, { error: "has the same slug twice" });
/** A draft that is being filled in may have nothing there yet. */
const filled = (isDraft: boolean) => z.string().min(isDraft ? 0 : 1);

/** One campaign as a file brings it: everything that makes it this contest and no other. */
const fileOf = (isDraft: boolean) =>
  z
    .strictObject({
      slug,
      kind: z.enum(KIND_NAMES),
      state: campaignState.default("draft"),
      locale: locale.default("ru"),
      title: sentence,
      summary: isDraft ? sentence.or(z.object({ ru: z.literal(""), en: z.string().optional() })) : sentence,
      /** Hotline slugs. */
      organiser: slug.optional(),
      coOrganiser: slug.optional(),
      participants: ages(z.strictObject({ minAge: age, maxAge: age.nullable() })),
      dates: dates(isDraft),
      award: z
        .strictObject({
          place: z.string(),
          note: z.string(),
          en: z.strictObject({ place: z.string(), note: z.string() }).optional(),
        })
        .optional(),
      limits,
      nominations: several(nomination, isDraft),
      ageGroups: several(ages(ageGroup), isDraft),
      /** Voluntary parts of the form; all that the kind knows where it is not said. */
      asks: z.array(z.enum(CAMPAIGN_ASKS)).optional(),
      prizes: z.array(prize).default([]),
      /** How places may be given; as the jury likes where it is not said. */
      places: z.strictObject({ shared: z.boolean(), mayStayEmpty: z.boolean() }).optional(),
      /** What the first place is called, and the others. */
      titles: z.strictObject({ winner: z.string().min(1), prizeWinner: z.string().min(1) }).optional(),
      criteria: several(
        criterion.extend({ weight: z.number().positive(), max: z.number().int().min(1).max(100) }),
        isDraft,
      ),
      /** Criteria that decide among equal totals, in order. */
      tieBreak: z.array(slug).default([]),
      jury: z
        .strictObject({
          size: z.number().int().min(1),
          blind: z.boolean(),
          /** How many jurors see each work; all of them where it is not said. */
          perWork: z.number().int().min(1).optional(),
          /** How many works everybody judges, to compare jurors' severity by. */
          common: z.number().int().min(0).max(50).optional(),
        })
        .optional(),
      /** Where the public votes, among the works that were shortlisted. */
      vote: vote(isDraft).optional(),
      rules: filled(isDraft),
      rulesEn: z.string().min(1).optional(),
      rulesVersion: z.string().min(1),
      consent: z.strictObject({
        version: z.string().min(1).max(60),
        text: filled(isDraft),
        textEn: z.string().min(1).optional(),
      }),
      /** Where the city has its own wording for each purpose; else all three follow from `consent`. */
      consents: z.array(consentDocument).optional(),
      /** How long a work that a teacher brought waits for its parent's consent before it is erased. */
      consentWithinDays: z.number().int().min(1).max(365).optional(),
      /** How long after the results names and contacts are kept. */
      keepNamesDays: z.number().int().min(1).max(3650).optional(),
      /** Slugs of articles about it. */
      articles: z.array(slug).default([]),
      /** Told by other files of the demo; results are entered by sealing them. */
      winners: z.array(z.unknown()).optional(),
    })
    .refine(
      ({ criteria, tieBreak }) => tieBreak.every((it) => criteria.some(({ slug: own }) => own === it)),
      {
        error: "names a criterion that is not there",
        path: ["tieBreak"],
      },
    )
    .refine(
      ({ consents }) => !consents || consents.some((it) => it.purpose === "processing" && it.required),
      {
        error: "must hold a required one for processing",
        path: ["consents"],
      },
    )
    .transform((campaign) => ({ ...campaign, winners: undefined }));

const campaignFile = fileOf(false);
const draftFile = fileOf(true);

export type CampaignFile = z.output<typeof campaignFile>;
/** What is kept of it besides slug, kind and state. */
export type CampaignData = Omit<CampaignFile, "slug" | "kind" | "state" | "winners">;
export type CampaignLimits = CampaignData["limits"];

/**
 * Reads campaigns from a parsed JSON file: one, or a list.
 *
 * @throws Refusal `invalid` whose field is the path of the first mistake, `1.dates.closesAt`
 */
export function readCampaigns(json: unknown): CampaignFile[] {
  const parsed = z
    .array(campaignFile)
    .min(1)
    .safeParse(Array.isArray(json) ? json : [json]);
  if (!parsed.success) throw badFile(parsed.error.issues);
  if (!distinct(parsed.data))
    throw badFile([{ path: [], message: "The same campaign stands in the file twice" }]);
  return parsed.data;
}

/** Reads one campaign, as `readCampaigns`, where a draft may have gaps; a mistake's path begins within it. */
export function readCampaign(json: object): CampaignFile {
  const parsed = ("state" in json && json.state === "draft" ? draftFile : campaignFile).safeParse(json);
  if (!parsed.success) throw badFile(parsed.error.issues);
  return parsed.data;
}

function badFile(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Refusal {
  const told = issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`);
  return new Refusal("invalid", {
    reason: "campaigns.bad_file",
    field: issues[0]?.path.map(String).join("."),
    values: { problems: told.slice(0, 5).join("; ") },
  });
}
