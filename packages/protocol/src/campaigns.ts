import { z } from "zod";
import {
  campaign,
  campaignState,
  classEntryForm,
  entryForm,
  entryState,
  notedConsent,
  ownEntry,
  parentsConsent,
  pictureEdits,
  pictureLook,
  publicEntry,
  staffEntry,
} from "./campaign-shapes.ts";
import { CAMPAIGN_ASKS, campaignTerms, criterion, termsChange, termsProblem } from "./campaign-terms.ts";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, line, mediaKey, moment, slug } from "./values.ts";

const moderators = may.moderateEntries;
const bySlug = z.object({ slug });
/** What an entry's picture may be refused for. */
const TAKING_A_PICTURE = [
  "invalid",
  "not_found",
  "conflict",
  "too_large",
  "unsupported_media",
  "rate_limited",
  "unavailable",
] as const;
const recusal = z.object({ by: z.enum(["work", "school", "surname"]), value: z.string() });

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
    summary:
      "Submits one entry with its picture, or in words where the campaign takes those. `Idempotency-Key` makes a repeat return the first result.",
    params: bySlug,
    body: entryForm,
    upload: "drawing",
    mayLackUpload: true,
    output: z.object({ entry: ownEntry, token: z.string() }),
    status: 201,
    refusals: TAKING_A_PICTURE,
  }),
  submitForClass: http({
    method: "post",
    path: "/api/v1/campaigns/{slug}/class-entries",
    who: "anyone",
    summary:
      "A teacher brings one work of a class; it waits until a parent consents, on paper or by its link.",
    params: bySlug,
    body: classEntryForm,
    upload: "drawing",
    output: z.object({ entry: ownEntry, token: z.string() }),
    status: 201,
    refusals: TAKING_A_PICTURE,
  }),
  consent: http({
    method: "post",
    path: "/api/v1/entries/{id}/consents",
    who: "token",
    summary: "A parent consents to a work that a teacher brought.",
    params: z.object({ id }),
    body: parentsConsent,
    output: z.object({ entry: ownEntry }),
    refusals: ["unauthenticated", "invalid", "not_found", "conflict", "rate_limited"],
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
  chooseLook: http({
    method: "put",
    path: "/api/v1/entries/{id}/look",
    who: "token",
    summary:
      "Shows the straightened page, or the photograph as it was, until somebody has decided on the entry.",
    params: z.object({ id }),
    body: z.object({ look: pictureLook }),
    output: z.object({ entry: ownEntry }),
    refusals: ["unauthenticated", "invalid", "not_found", "conflict", "unavailable", "rate_limited"],
  }),
  mend: http({
    method: "put",
    path: "/api/v1/entries/{id}/drawing",
    who: "token",
    summary:
      "Another picture in the place of the one that was asked to be mended, while it is awaited; the entry keeps its number, words and consents.",
    params: z.object({ id }),
    upload: "drawing",
    output: z.object({ entry: ownEntry }),
    refusals: ["unauthenticated", ...TAKING_A_PICTURE],
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
      /** Only those that the public votes among. */
      shortlisted: z.enum(["true"]).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(24),
    }),
    output: z.object({ items: z.array(publicEntry), nextCursor: z.string().nullable() }),
    refusals: ["invalid", "not_found", "rate_limited"],
  }),
  work: http({
    method: "get",
    path: "/api/v1/campaigns/{slug}/entries/{number}",
    who: "anyone",
    summary: "One approved entry by its number; nothing of one that is not public.",
    params: bySlug.extend({ number: z.coerce.number().int().min(1) }),
    output: z.object({ entry: publicEntry }),
    refusals: ["invalid", "not_found", "rate_limited"],
  }),

  staffCampaigns: http({
    method: "get",
    path: "/api/v1/staff/campaigns",
    who: may.readCampaigns,
    summary: "All campaigns, drafts too, with criteria and counts by state.",
    output: z.object({
      /** What a new one may be. */
      kinds: z.array(z.string()),
      items: z.array(
        campaign.extend({
          titles: campaignTerms.shape.titles.optional(),
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
    who: may.readEntries,
    summary: "Entries to moderate or judge; personal data for moderators and administrators only.",
    query: z.object({
      campaign: slug.optional(),
      state: entryState.optional(),
      nomination: slug.optional(),
      ageGroup: slug.optional(),
      /** Only works with reports that nobody has looked into. */
      reported: z.enum(["true"]).optional(),
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
      "Admits, rejects or asks to mend entries, one or many at once; `same` rejects what is the same work as another, `reopen` takes a decision back, `shortlist` and `unshortlist` say what the public votes among. Rejecting and asking to mend need a reason.",
    body: z.object({
      ids: z.array(id).min(1).max(200),
      decision: z.enum(["approve", "reject", "ask_fix", "same", "reopen", "shortlist", "unshortlist"]),
      reason: z.string().trim().max(500).optional(),
      /** With `ask_fix`: until when; the parent is told. */
      fixBy: moment.nullish(),
      /** With `same`: the other work. */
      sameAs: z.object({ campaign: slug, number: z.number().int().min(1) }).optional(),
      /** The `decidedAt` that the caller saw of each; refused where a colleague has decided since. */
      seen: z.array(moment.nullable()).max(200).optional(),
    }),
    output: z.object({ entries: z.array(staffEntry) }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  editPicture: http({
    method: "put",
    path: "/api/v1/staff/entries/{id}/picture",
    who: moderators,
    summary:
      "Makes the shown picture anew from the original: its look, turn, crop and black covers. Each call tells them all.",
    params: z.object({ id }),
    /** With `before`, what the caller saw, it is refused once the picture is another. */
    body: pictureEdits.extend({ before: pictureEdits.optional() }),
    output: z.object({ entry: staffEntry }),
    refusals: ["invalid", "not_found", "conflict", "unavailable"],
  }),
  noteConsent: http({
    method: "post",
    path: "/api/v1/staff/entries/{id}/consents",
    who: moderators,
    summary: "Notes a parent's consent from the signed slip of a work that a teacher brought.",
    params: z.object({ id }),
    body: notedConsent,
    output: z.object({ entry: staffEntry }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  score: http({
    method: "put",
    path: "/api/v1/staff/entries/{id}/scores",
    who: may.scoreEntries,
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
    who: may.scoreEntries,
    summary: "The juror's own scores; nobody else's.",
    params: z.object({ id }),
    output: z.object({ scores: z.record(z.string(), z.number().int()), comment: z.string().optional() }),
    refusals: ["not_found"],
  }),
  recuse: http({
    method: "post",
    path: "/api/v1/staff/campaigns/{slug}/recusals",
    who: may.scoreEntries,
    summary: "A juror stands back from a work, a school or a family; what they gave such works is erased.",
    params: bySlug,
    body: z.object({ by: z.enum(["work", "school", "surname"]), value: line(200) }),
    output: z.object({ recusals: z.array(recusal) }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  ownRecusals: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/recusals",
    who: may.scoreEntries,
    summary: "What the juror stands back from; nobody else's.",
    params: bySlug,
    output: z.object({ recusals: z.array(recusal) }),
    refusals: ["not_found"],
  }),
  results: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/results",
    who: may.runCampaigns,
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
    who: may.runCampaigns,
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
    who: may.readEntries,
    summary: "A picture that is not public yet; a juror's only while the campaign is judged.",
    params: z.object({ key: mediaKey }),
    output: RAW,
    refusals: ["not_found"],
  }),
  move: http({
    method: "post",
    path: "/api/v1/staff/campaigns/{slug}/state",
    who: may.runCampaigns,
    summary: "Opens a draft, closes entries for judging, archives. Announcing is an act of its own.",
    params: bySlug,
    body: z.object({ state: campaignState }),
    output: z.object({ campaign }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  terms: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/terms",
    who: may.runCampaigns,
    summary: "What an administrator may change of a campaign, until when, and what was changed.",
    params: bySlug,
    output: z.object({
      terms: campaignTerms,
      /** To be sent back with a change, so that nobody overwrites a colleague's. */
      version: z.string(),
      mayChange: z.boolean(),
      /** The last moment for it: half of the entry period. */
      until: moment,
      changes: z.array(termsChange.extend({ by: z.string() })),
      kind: z.string(),
      state: campaignState,
      /** Voluntary parts of the form that this kind knows. */
      offeredAsks: z.array(z.enum(CAMPAIGN_ASKS)),
      /** What keeps it from being opened. */
      problems: z.array(termsProblem),
    }),
    refusals: ["not_found"],
  }),
  changeTerms: http({
    method: "put",
    path: "/api/v1/staff/campaigns/{slug}/terms",
    who: may.runCampaigns,
    summary:
      "Changes a campaign's terms, in a draft or the first half of the entry period; those who entered are told.",
    params: bySlug,
    body: z.object({ terms: campaignTerms, version: z.string().max(60) }),
    output: z.object({
      changed: z.array(z.string()),
      version: z.string(),
      problems: z.array(termsProblem),
    }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  create: http({
    method: "post",
    path: "/api/v1/staff/campaigns",
    who: may.runCampaigns,
    summary: "Begins a campaign: a draft of that kind, whose terms are still to be filled in.",
    body: z.object({ slug, kind: z.string().max(40), title: line(200) }),
    output: z.object({ campaign }),
    status: 201,
    refusals: ["invalid", "conflict"],
  }),
  copy: http({
    method: "post",
    path: "/api/v1/staff/campaigns/{slug}/copies",
    who: may.runCampaigns,
    summary:
      "Copies a campaign into a draft for the next year: its terms, with the dates moved by whole years.",
    params: bySlug,
    output: z.object({ campaign }),
    refusals: ["not_found"],
  }),
};
