import { stringify } from "csv-stringify/sync";
import { type HandlersOf, type Operations, Refusal, type VotesSoFar } from "@veche/protocol";
import { detailOf } from "../../../act-details.ts";
import type { CampaignParts } from "../parts.ts";
import { addAudit, campaignBySlug } from "../store.ts";
import { floodsIn } from "./floods.ts";
import { publicVoteAt } from "./rules.ts";
import { addSetAside, rawVotes, setAside, setAsideActs, undoSetAside, worksInVote } from "./store.ts";

type Counting = Pick<
  HandlersOf<Operations["campaigns"]>,
  "votes" | "rawVotes" | "setVotesAside" | "countVotesAgain"
>;
type RawVote = Awaited<ReturnType<typeof rawVotes>>[number];

/** How the public voted, for staff: always counted from the votes themselves, so that there is no second truth. */
export function createCounting({ database, clock, newId }: CampaignParts): Counting {
  async function withVote(slug: string) {
    const campaign = await campaignBySlug(database.read, slug);
    if (!campaign) throw new Refusal("not_found", { reason: "campaigns.none" });
    const vote = publicVoteAt(campaign, clock());
    if (!vote) throw new Refusal("not_found", { reason: "campaigns.no_vote" });
    return vote;
  }

  async function soFar(slug: string): Promise<VotesSoFar> {
    const vote = await withVote(slug);
    const raw = await rawVotes(database.read, slug);
    const works = await worksInVote(database.read, slug);
    const acts = await setAsideActs(database.read, slug);
    const byEntry = Map.groupBy(raw, (it) => it.entry_id);
    const given = raw.map(({ network, entry_id, at, set_aside }) => ({
      network,
      entryId: entry_id,
      at,
      counts: set_aside === null,
    }));
    return {
      vote,
      entries: works
        .map(({ id, number, title, nomination, age_group }) => ({
          entryId: id,
          number,
          title,
          nomination,
          ageGroup: age_group,
          ...counted(byEntry.get(id) ?? []),
        }))
        .toSorted((a, b) => b.votes - a.votes || a.number - b.number),
      hours: hoursOf(raw),
      floods: floodsIn(given),
      acts: acts.map((act) => ({
        id: act.id,
        ...(act.network === null ? {} : { network: act.network }),
        ...(act.entry_id === null ? {} : { entryId: act.entry_id }),
        from: act.from_at,
        to: act.to_at,
        reason: act.reason,
        votes: act.votes,
        at: act.at,
        by: act.doer ?? "",
        ...(act.undone_at === null ? {} : { undone: { at: act.undone_at, by: act.undoer ?? "" } }),
      })),
    };
  }

  return {
    votes: ({ slug }) => soFar(slug),

    async rawVotes({ slug }) {
      await withVote(slug);
      const rows = await rawVotes(database.read, slug);
      return {
        contentType: "text/csv; charset=utf-8",
        headers: { "Content-Disposition": `attachment; filename="${slug}-votes.csv"` },
        body: stringify(
          rows.map((row) => [
            row.at,
            row.number,
            row.scope,
            row.voter,
            row.network,
            row.set_aside === null ? "1" : "0",
            row.reason ?? "",
          ]),
          {
            header: true,
            columns: ["at", "entry", "nomination", "voter", "network", "counts", "reason"],
            bom: true,
            escape_formulas: true,
          },
        ),
      };
    },

    async setVotesAside({ slug, reason, ...meant }, { staff }) {
      await withVote(slug);
      if (meant.network === undefined && meant.entryId === undefined)
        throw new Refusal("invalid", { reason: "campaigns.which_votes", field: "network" });
      const act = newId();
      await database.write(async (db) => {
        const votes = await setAside(db, slug, act, utc(meant));
        if (votes === 0) throw new Refusal("conflict", { reason: "campaigns.no_such_votes" });
        const at = clock();
        await addSetAside(db, {
          id: act,
          campaign: slug,
          network: meant.network ?? null,
          entry_id: meant.entryId ?? null,
          from_at: utc(meant).from,
          to_at: utc(meant).to,
          reason,
          votes,
          at: at.toISOString(),
          by: staff.id,
          undone_at: null,
          undone_by: null,
        });
        const line = { id: newId(), at, by: staff.id, subject: slug };
        await addAudit(db, {
          ...line,
          action: "votes.set_aside",
          detail: detailOf({ facts: { votes, reason } }),
        });
      });
      return soFar(slug);
    },

    async countVotesAgain({ slug, act }, { staff }) {
      await withVote(slug);
      await database.write(async (db) => {
        const at = clock();
        if (!(await undoSetAside(db, { campaign: slug, act, at, by: staff.id })))
          throw new Refusal("not_found", { reason: "campaigns.no_such_votes" });
        await addAudit(db, { id: newId(), at, by: staff.id, action: "votes.count_again", subject: slug });
      });
      return soFar(slug);
    },
  };
}

/** Moments are compared as text. */
const utc = <Meant extends { from: string; to: string }>(meant: Meant): Meant => ({
  ...meant,
  from: new Date(meant.from).toISOString(),
  to: new Date(meant.to).toISOString(),
});

function counted(votes: readonly RawVote[]) {
  const aside = votes.filter(({ set_aside }) => set_aside !== null).length;
  return { votes: votes.length - aside, setAside: aside };
}

function hoursOf(votes: readonly RawVote[]) {
  const hours = Map.groupBy(votes, ({ at }) => `${at.slice(0, 13)}:00:00.000Z`);
  return [...hours].map(([at, own]) => ({ at, votes: own.length }));
}
