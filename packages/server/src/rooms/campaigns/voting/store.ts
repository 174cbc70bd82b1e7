import type { SomeVotes } from "@veche/protocol";
import type { Connection, VoteSetAsideTable, VoteTable } from "../../../storage/index.ts";
import { ADMITTED } from "../rules.ts";

/** Gives a vote, or moves the one that this voter gave in this scope; whether it counts stays as it was. */
export const putVote = (db: Connection, vote: VoteTable) =>
  db
    .insertInto("vote")
    .values(vote)
    .onConflict((it) =>
      it
        .columns(["campaign", "scope", "voter"])
        .doUpdateSet({ entry_id: vote.entry_id, network: vote.network, at: vote.at }),
    )
    .execute();

export async function entriesVotedFor(db: Connection, campaign: string, voter: string): Promise<string[]> {
  const rows = await db
    .selectFrom("vote")
    .select("entry_id")
    .where("campaign", "=", campaign)
    .where("voter", "=", voter)
    .orderBy("scope")
    .execute();
  return rows.map(({ entry_id }) => entry_id);
}

export async function votesOfNetworkSince(db: Connection, network: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom("vote")
    .select((it) => it.fn.countAll<number | bigint>().as("votes"))
    .where("network", "=", network)
    .where("at", ">", since.toISOString())
    .executeTakeFirst();
  return Number(row?.votes ?? 0);
}

/** Entry → votes that count, for those of the entries that have any; all entries of a campaign where none are named. */
export async function votesThatCount(
  db: Connection,
  campaign: string,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids?.length === 0) return new Map();
  let query = db
    .selectFrom("vote")
    .select((it) => ["entry_id", it.fn.countAll<number | bigint>().as("votes")])
    .where("campaign", "=", campaign)
    .where("set_aside", "is", null)
    .groupBy("entry_id");
  if (ids) query = query.where("entry_id", "in", ids);
  return new Map((await query.execute()).map(({ entry_id, votes }) => [entry_id, Number(votes)]));
}

/** Every vote as it was given, the earliest first. */
export const rawVotes = (db: Connection, campaign: string) =>
  db
    .selectFrom("vote")
    .innerJoin("entry", "entry.id", "vote.entry_id")
    .leftJoin("vote_set_aside", "vote_set_aside.id", "vote.set_aside")
    .select([
      "vote.entry_id",
      "vote.voter",
      "vote.network",
      "vote.scope",
      "vote.at",
      "vote.set_aside",
      "vote_set_aside.reason",
      "entry.number",
    ])
    .where("vote.campaign", "=", campaign)
    .orderBy("vote.at")
    .orderBy("vote.id")
    .execute();

/** What the public votes among, or voted for. */
export const worksInVote = (db: Connection, campaign: string) =>
  db
    .selectFrom("entry")
    .select(["id", "number", "title", "nomination", "age_group"])
    .where("campaign", "=", campaign)
    .where("state", "in", ADMITTED)
    .where((it) =>
      it.or([
        it("state", "=", "shortlisted"),
        it("id", "in", it.selectFrom("vote").select("entry_id").where("vote.campaign", "=", campaign)),
      ]),
    )
    .orderBy("number")
    .execute();

/** Sets aside those of the meant votes that count. @returns how many */
export async function setAside(db: Connection, campaign: string, act: string, meant: SomeVotes) {
  let query = db
    .updateTable("vote")
    .set({ set_aside: act })
    .where("campaign", "=", campaign)
    .where("set_aside", "is", null)
    .where("at", ">=", meant.from)
    .where("at", "<=", meant.to);
  if (meant.network !== undefined) query = query.where("network", "=", meant.network);
  if (meant.entryId !== undefined) query = query.where("entry_id", "=", meant.entryId);
  return (await query.returning("id").execute()).length;
}

export const addSetAside = (db: Connection, act: VoteSetAsideTable) =>
  db.insertInto("vote_set_aside").values(act).execute();

/** The latest first, with who did and who undid it. */
export const setAsideActs = (db: Connection, campaign: string) =>
  db
    .selectFrom("vote_set_aside")
    .leftJoin("user as doer", "doer.id", "vote_set_aside.by")
    .leftJoin("user as undoer", "undoer.id", "vote_set_aside.undone_by")
    .selectAll("vote_set_aside")
    .select(["doer.name as doer", "undoer.name as undoer"])
    .where("campaign", "=", campaign)
    .orderBy("vote_set_aside.at", "desc")
    .execute();

/** @returns whether there was such an act, not undone yet */
export async function undoSetAside(
  db: Connection,
  undone: { readonly campaign: string; readonly act: string; readonly at: Date; readonly by: string },
): Promise<boolean> {
  const rows = await db
    .updateTable("vote_set_aside")
    .set({ undone_at: undone.at.toISOString(), undone_by: undone.by })
    .where("campaign", "=", undone.campaign)
    .where("id", "=", undone.act)
    .where("undone_at", "is", null)
    .returning("id")
    .execute();
  await db.updateTable("vote").set({ set_aside: null }).where("set_aside", "=", undone.act).execute();
  return rows.length > 0;
}

/** Networks are kept for telling floods alone. */
export const forgetNetworks = (db: Connection, campaign: string) =>
  db
    .updateTable("vote")
    .set({ network: "" })
    .where("campaign", "=", campaign)
    .where("network", "!=", "")
    .execute();
