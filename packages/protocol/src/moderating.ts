import { z } from "zod";
import { REPORT_REASONS, staffEntry } from "./campaign-shapes.ts";
import { http } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, line, slug } from "./values.ts";

const entries = z.object({ entries: z.array(staffEntry) });

/** What moderators do besides deciding, and how a work that everybody sees is brought before them. */
export const moderating = {
  report: http({
    method: "post",
    path: "/api/v1/campaigns/{slug}/entries/{number}/reports",
    who: "anyone",
    summary:
      "Says what is wrong with a published work; moderators look at it. Nothing is kept of who says it.",
    params: z.object({ slug, number: z.coerce.number().int().min(1) }),
    body: z.object({ reason: z.enum(REPORT_REASONS), words: z.string().trim().max(500).optional() }),
    output: z.object({ received: z.literal(true) }),
    refusals: ["invalid", "not_found", "rate_limited"],
  }),
  resolveReports: http({
    method: "post",
    path: "/api/v1/staff/entries/reports/resolved",
    who: may.moderateEntries,
    summary: "All that was reported of these works is looked into: what was found, in the moderator's words.",
    body: z.object({ ids: z.array(id).min(1).max(200), words: line(500) }),
    output: entries,
    refusals: ["invalid", "not_found"],
  }),
  reopenReports: http({
    method: "post",
    path: "/api/v1/staff/entries/reports/reopened",
    who: may.moderateEntries,
    summary: "Takes the last resolution of these works' reports back.",
    body: z.object({ ids: z.array(id).min(1).max(200) }),
    output: entries,
    refusals: ["invalid", "not_found"],
  }),
  describe: http({
    method: "put",
    path: "/api/v1/staff/entries/{id}/description",
    who: may.moderateEntries,
    summary:
      "What the picture shows, for those who don't see it; nothing means that it follows from the title.",
    params: z.object({ id }),
    body: z.object({ alt: z.string().trim().max(300) }),
    output: z.object({ entry: staffEntry }),
    refusals: ["invalid", "not_found"],
  }),
  lookAt: http({
    method: "put",
    path: "/api/v1/staff/entries/{id}/look",
    who: may.moderateEntries,
    summary: "Says that one looks at this entry, for some seconds, and hears which colleagues do.",
    params: z.object({ id }),
    body: z.object({ looking: z.boolean() }),
    output: z.object({ others: z.array(z.string()) }),
    unaudited: "changes nothing",
    refusals: ["not_found"],
  }),
};
