import { z } from "zod";
import { winner } from "./campaign-shapes.ts";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";
import { moment, slug } from "./values.ts";

export const announcement = z.object({
  campaign: slug,
  /** The minute at which the results are public. */
  at: moment,
  publishedAt: moment.optional(),
  winners: z.number().int(),
});
export type Announcement = z.infer<typeof announcement>;

/** A post names no child: it can't be taken back. */
const posted = z.object({
  post: z.object({ title: z.string(), text: z.string(), url: z.string(), card: z.string() }),
  channels: z.array(
    z.object({
      name: z.string(),
      sentAt: moment.optional(),
      /** Why the last try failed; it is tried again. */
      failure: z.string().optional(),
    }),
  ),
});

export const announcements = {
  winners: http({
    method: "get",
    path: "/api/v1/campaigns/{slug}/winners",
    who: "anyone",
    summary: "Announced winners; `not_found` before the announcement.",
    params: z.object({ slug }),
    output: z.object({ announcedAt: moment, winners: z.array(winner) }),
    refusals: ["not_found", "rate_limited"],
  }),
  announce: http({
    method: "post",
    path: "/api/v1/staff/campaigns/{slug}/announcement",
    who: may.runCampaigns,
    summary: "Makes the sealed results public, now or at a minute.",
    params: z.object({ slug }),
    body: z.object({ at: moment.optional() }),
    output: z.object({ announcement }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  pressRelease: http({
    method: "get",
    path: "/api/v1/campaigns/{slug}/press-release",
    who: "anyone",
    summary: "The announcement as a text for newspapers, in Russian; `not_found` before the announcement.",
    params: z.object({ slug }),
    output: z.object({ title: z.string(), text: z.string() }),
    refusals: ["not_found", "rate_limited"],
  }),
  pressDraft: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/press-release",
    who: may.runCampaigns,
    summary: "The same while it is sealed, to be read before it is public.",
    params: z.object({ slug }),
    output: z.object({ title: z.string(), text: z.string() }),
    refusals: ["not_found", "conflict"],
  }),
  post: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/post",
    who: may.runCampaigns,
    summary: "What is posted to other places at the announcement, and what became of it.",
    params: z.object({ slug }),
    output: posted,
    refusals: ["not_found"],
  }),
  postAgain: http({
    method: "post",
    path: "/api/v1/staff/campaigns/{slug}/post",
    who: may.runCampaigns,
    summary: "Posts it to one place again, after the announcement.",
    params: z.object({ slug }),
    body: z.object({ channel: z.string().max(200) }),
    output: posted,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  card: http({
    method: "get",
    path: "/campaigns/{slug}/card.png",
    who: "anyone",
    summary:
      "What a link to the contest shows where it is shared: 1200 × 630, with works once they are announced.",
    params: z.object({ slug }),
    output: RAW,
    refusals: ["not_found", "rate_limited"],
  }),
  atom: http({
    method: "get",
    path: "/feeds/announcements.atom",
    who: "anyone",
    summary: "Announcements as an Atom feed.",
    output: RAW,
    refusals: ["rate_limited"],
  }),
  json: http({
    method: "get",
    path: "/feeds/announcements.json",
    who: "anyone",
    summary: "Announcements as a JSON feed.",
    output: RAW,
    refusals: ["rate_limited"],
  }),
};
