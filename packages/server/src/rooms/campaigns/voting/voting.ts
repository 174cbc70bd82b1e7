import { type Ballot, type HandlersOf, type Operations, type PublicVote, Refusal } from "@veche/protocol";
import type { Connection } from "../../../storage/index.ts";
import { entryById } from "../entries/store.ts";
import type { CampaignParts } from "../parts.ts";
import { campaignBySlug, type CampaignRecord } from "../store.ts";
import { bitsFor, createProof } from "./proof.ts";
import { publicVoteAt } from "./rules.ts";
import { entriesVotedFor, putVote, votesOfNetworkSince } from "./store.ts";

type Voting = Pick<HandlersOf<Operations["campaigns"]>, "ballot" | "vote">;
const HOUR_MS = 60 * 60_000;

/**
 * The public's votes among shortlisted works. A voter is a random token that their browser keeps, or, where the rule
 * says so, a conversation in which they have written. Whoever clears it or begins another can vote again, so every vote
 * costs the browser some work, and what comes in floods is shown to staff.
 */
export function createVoting(parts: CampaignParts): Voting {
  const { database, secrets, clock, newId } = parts;
  const proof = createProof(parts);
  /** Who it is that votes, by this vote's rule; undefined where the rule does not know them. */
  async function voterOf({ by }: PublicVote, token: string | undefined): Promise<string | undefined> {
    if (!token) return undefined;
    if (by === "browser") return secrets.hash(JSON.stringify(["voter", token]));
    const talk = await parts.talkOf(token);
    return talk && secrets.hash(JSON.stringify(["voter of talk", talk]));
  }
  const networkOf = (slug: string, network: string) =>
    secrets.hash(JSON.stringify(["vote network", slug, network]));

  async function campaignWithVote(db: Connection, slug: string): Promise<CampaignRecord> {
    const campaign = await campaignBySlug(db, slug);
    if (!campaign || campaign.state === "draft") throw new Refusal("not_found", { reason: "campaigns.none" });
    if (!campaign.data.vote) throw new Refusal("not_found", { reason: "campaigns.no_vote" });
    return campaign;
  }

  async function ballotOf(slug: string, caller: { token?: string | undefined; network: string }) {
    const campaign = await campaignWithVote(database.read, slug);
    const vote = publicVoteAt(campaign, clock());
    if (!vote) throw new Refusal("not_found", { reason: "campaigns.no_vote" });
    const voter = await voterOf(vote, caller.token);
    if (!voter) return { vote, own: [] } satisfies Ballot;
    const own = await entriesVotedFor(database.read, slug, voter);
    if (vote.state !== "open") return { vote, own } satisfies Ballot;
    const lately = await votesOfNetworkSince(
      database.read,
      networkOf(slug, caller.network),
      new Date(clock().getTime() - HOUR_MS),
    );
    return { vote, own, work: proof.task(slug, voter, bitsFor(lately)) } satisfies Ballot;
  }

  return {
    async ballot({ slug }, caller) {
      return { ballot: await ballotOf(slug, caller) };
    },

    async vote({ slug, entryId, task, answer }, caller) {
      const campaign = await campaignWithVote(database.read, slug);
      const vote = publicVoteAt(campaign, clock());
      const voter = vote && (await voterOf(vote, caller.token));
      if (!voter) {
        const reason = vote?.by === "chat" ? "vote_needs_talk" : "voter_needed";
        throw new Refusal("unauthenticated", { reason: `campaigns.${reason}` });
      }
      if (!proof.isDone(slug, voter, task, answer))
        throw new Refusal("invalid", { reason: "campaigns.vote_work", field: "answer" });
      if (vote.state !== "open") throw new Refusal("conflict", { reason: `campaigns.vote_${vote.state}` });
      await database.write(async (db) => {
        // It may be withdrawn or taken off the list at this moment.
        const entry = await entryById(db, entryId);
        if (entry?.campaign !== slug || entry.state !== "shortlisted" || entry.publishing === 0)
          throw new Refusal("not_found", { reason: "campaigns.not_in_vote" });
        await putVote(db, {
          id: newId(),
          campaign: slug,
          scope: vote.per === "nomination" ? entry.nomination : "",
          entry_id: entryId,
          voter,
          network: networkOf(slug, caller.network),
          at: clock().toISOString(),
          set_aside: null,
        });
      });
      return { ballot: { vote, own: await entriesVotedFor(database.read, slug, voter) } };
    },
  };
}
