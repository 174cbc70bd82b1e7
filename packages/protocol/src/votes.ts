import { z } from "zod";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, line, moment, slug } from "./values.ts";

/** For what a person has one vote: the whole campaign, or each nomination. */
export const VOTE_SCOPES = ["campaign", "nomination"] as const;
/** From when everyone sees how many voted for a work. */
export const VOTE_COUNTS_SHOWN = ["always", "closed", "announced"] as const;
/** Who has one vote: a browser, or who has written in the chat with it. */
export const VOTERS = ["browser", "chat"] as const;
export const VOTE_STATES = ["ahead", "open", "closed"] as const;

/** The public vote of a campaign, as its rules set it. */
export const publicVote = z.object({
  state: z.enum(VOTE_STATES),
  opensAt: moment,
  closesAt: moment,
  per: z.enum(VOTE_SCOPES),
  counts: z.enum(VOTE_COUNTS_SHOWN),
  by: z.enum(VOTERS),
});
export type PublicVote = z.infer<typeof publicVote>;

/**
 * What a browser works out before it votes: an `answer` for which SHA-256 of `task.answer` begins with `bits`
 * bits of nought.
 */
const voteWork = z.object({ task: z.string(), bits: z.number().int() });
export type VoteWork = z.infer<typeof voteWork>;

const ballot = z.object({
  vote: publicVote,
  /** Entries that this voter's votes stand for. */
  own: z.array(id),
  /** While the vote is open, and the voter said who they are. */
  work: voteWork.optional(),
});
export type Ballot = z.infer<typeof ballot>;

/** Which votes are meant: of one network, for one entry, or both, from one moment to another, both ends included. */
const someVotes = z.object({
  network: z.string().max(80).optional(),
  entryId: id.optional(),
  from: moment,
  to: moment,
});
export type SomeVotes = z.infer<typeof someVotes>;

const votesOfEntry = z.object({
  entryId: id,
  number: z.number().int(),
  title: z.string(),
  nomination: slug,
  ageGroup: slug,
  /** Of those that count. */
  votes: z.number().int(),
  setAside: z.number().int(),
});
const voteFlood = someVotes.extend({
  /** Many from one network, or many for one entry, in a short time. */
  kind: z.enum(["network", "entry"]),
  votes: z.number().int(),
  setAside: z.number().int(),
});
const setAsideAct = someVotes.extend({
  id,
  reason: z.string(),
  votes: z.number().int(),
  at: moment,
  by: z.string(),
  undone: z.object({ at: moment, by: z.string() }).optional(),
});
const votesSoFar = z.object({
  vote: publicVote,
  entries: z.array(votesOfEntry),
  /** How many votes were given in each hour that had any. */
  hours: z.array(z.object({ at: moment, votes: z.number().int() })),
  /** What looks unusual: a hint for a person, never a verdict. */
  floods: z.array(voteFlood),
  acts: z.array(setAsideAct),
});
export type VotesSoFar = z.infer<typeof votesSoFar>;

const bySlug = z.object({ slug });

export const votes = {
  ballot: http({
    method: "get",
    path: "/api/v1/campaigns/{slug}/ballot",
    who: "anyone",
    summary:
      "The public vote, and with a voter's own random token as bearer: what they voted for and what to work out first.",
    params: bySlug,
    output: z.object({ ballot }),
    refusals: ["not_found", "rate_limited"],
  }),
  vote: http({
    method: "put",
    path: "/api/v1/campaigns/{slug}/ballot",
    who: "anyone",
    summary:
      "Votes for a shortlisted entry, under the voter's token; a vote given before in the same nomination or campaign moves to it.",
    params: bySlug,
    body: z.object({ entryId: id, task: z.string().max(200), answer: z.string().max(40) }),
    output: z.object({ ballot }),
    refusals: ["unauthenticated", "invalid", "not_found", "conflict", "rate_limited"],
  }),
  votes: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/votes",
    who: may.runCampaigns,
    summary: "The public vote so far: totals, hours, what looks like a flood, what was set aside.",
    params: bySlug,
    output: votesSoFar,
    refusals: ["not_found"],
  }),
  rawVotes: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/votes.csv",
    who: may.runCampaigns,
    summary: "Every vote as it was given, one a line, to count them again.",
    params: bySlug,
    output: RAW,
    refusals: ["not_found"],
  }),
  setVotesAside: http({
    method: "post",
    path: "/api/v1/staff/campaigns/{slug}/votes-set-aside",
    who: may.runCampaigns,
    summary: "Votes that are not to count, with the reason; they stay, and can count again.",
    params: bySlug,
    body: someVotes.extend({ reason: line(500) }),
    output: votesSoFar,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  countVotesAgain: http({
    method: "delete",
    path: "/api/v1/staff/campaigns/{slug}/votes-set-aside/{act}",
    who: may.runCampaigns,
    summary: "Takes setting aside back: these votes count again.",
    params: bySlug.extend({ act: id }),
    output: votesSoFar,
    refusals: ["not_found", "conflict"],
  }),
};
