import { z } from "zod";
import {
  campaign,
  campaignState,
  criterion,
  entryForm,
  entryState,
  ownEntry,
  publicEntry,
  staffEntry,
} from "./campaign-shapes.ts";
import { http, RAW } from "./operation.ts";
import { staffOf } from "./roles.ts";
import { id, line, mediaKey, moment, slug } from "./values.ts";

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
