import type { Connection, JuryRecusalTable, ResultTable } from "../../../storage/index.ts";
import { ADMITTED } from "../rules.ts";

/** All points in a campaign for works that are still in it. */
export const scoresInCampaign = (db: Connection, campaign: string) =>
  db
    .selectFrom("score")
    .innerJoin("entry", "entry.id", "score.entry_id")
    .select([
      "score.entry_id",
      "score.juror_id",
      "score.criterion",
      "score.points",
      "entry.nomination",
      "entry.age_group",
    ])
    .where("entry.campaign", "=", campaign)
    .where("entry.state", "in", ADMITTED)
    .execute();

export const scoresOfJuror = (db: Connection, entryId: string, jurorId: string) =>
  db
    .selectFrom("score")
    .select(["criterion", "points"])
    .where("entry_id", "=", entryId)
    .where("juror_id", "=", jurorId)
    .orderBy("criterion")
    .execute();

export const commentOfJuror = (db: Connection, entryId: string, jurorId: string) =>
  db
    .selectFrom("score_comment")
    .select("comment")
    .where("entry_id", "=", entryId)
    .where("juror_id", "=", jurorId)
    .executeTakeFirst();

export async function replaceScores(
  db: Connection,
  score: {
    readonly entryId: string;
    readonly jurorId: string;
    readonly points: Readonly<Record<string, number>>;
    readonly comment: string | undefined;
    readonly at: Date;
  },
): Promise<void> {
  const own = { entry_id: score.entryId, juror_id: score.jurorId };
  for (const table of ["score", "score_comment"] as const) {
    await db
      .deleteFrom(table)
      .where("entry_id", "=", own.entry_id)
      .where("juror_id", "=", own.juror_id)
      .execute();
  }
  const rows = Object.entries(score.points).map(([criterion, points]) => ({
    ...own,
    criterion,
    points,
    at: score.at.toISOString(),
  }));
  if (rows.length > 0) await db.insertInto("score").values(rows).execute();
  if (score.comment)
    await db
      .insertInto("score_comment")
      .values({ ...own, comment: score.comment })
      .execute();
}

/** Said again, it is the same. */
export const addRecusal = (db: Connection, recusal: JuryRecusalTable) =>
  db
    .insertInto("jury_recusal")
    .values(recusal)
    .onConflict((it) => it.columns(["campaign", "juror_id", "by", "value"]).doNothing())
    .execute();

export const entriesScoredBy = (db: Connection, campaign: string, jurorId: string) =>
  db
    .selectFrom("entry")
    .select(["id", "institution", "author_last_name", "teacher", "guardian_name"])
    .where("campaign", "=", campaign)
    .where("id", "in", (it) => it.selectFrom("score").select("entry_id").where("juror_id", "=", jurorId))
    .execute();

export async function forgetScores(db: Connection, ids: readonly string[], jurorId: string): Promise<void> {
  if (ids.length === 0) return;
  for (const table of ["score", "score_comment"] as const)
    await db.deleteFrom(table).where("entry_id", "in", ids).where("juror_id", "=", jurorId).execute();
}

export const sealedResults = (db: Connection, campaign: string) =>
  db.selectFrom("result").selectAll().where("campaign", "=", campaign).orderBy("position").execute();

/** When the results were sealed last, as the log of acts has it. */
export async function sealedAt(db: Connection, campaign: string): Promise<Date | undefined> {
  const last = await db
    .selectFrom("audit")
    .select("at")
    .where("action", "=", "results.seal")
    .where("subject", "=", campaign)
    .orderBy("at", "desc")
    .executeTakeFirst();
  return last && new Date(last.at);
}

/** What these entries were awarded, by the results as they are sealed. */
export const awardsOf = async (db: Connection, campaign: string, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom("result")
        .select(["entry_id", "title"])
        .where("campaign", "=", campaign)
        .where("entry_id", "in", ids)
        .orderBy("position")
        .execute();

export async function replaceResults(
  db: Connection,
  campaign: string,
  results: readonly ResultTable[],
): Promise<void> {
  await db.deleteFrom("result").where("campaign", "=", campaign).execute();
  if (results.length > 0)
    await db
      .insertInto("result")
      .values([...results])
      .execute();
}

/** The sealed results with their entries, as far as these still take part. */
export const resultsWithEntries = (db: Connection, campaign: string) =>
  db
    .selectFrom("result")
    .innerJoin("entry", "entry.id", "result.entry_id")
    .selectAll("entry")
    .select(["result.place", "result.title as award", "result.position"])
    .where("result.campaign", "=", campaign)
    .where("entry.state", "in", ADMITTED)
    .orderBy("result.position")
    .execute();

export const makeWinners = (db: Connection, campaign: string) =>
  db
    .updateTable("entry")
    .set({ state: "winner" })
    .where("campaign", "=", campaign)
    .where("state", "in", ["approved", "shortlisted"])
    .where("id", "in", (it) =>
      it.selectFrom("result").select("entry_id").where("result.campaign", "=", campaign),
    )
    .execute();

/** When the last of the winners left, by withdrawing or by a decision: what was told of them has changed since. */
export async function lastChangeAmongResults(db: Connection, campaign: string): Promise<Date | undefined> {
  const rows = await db
    .selectFrom("result")
    .innerJoin("entry", "entry.id", "result.entry_id")
    .select(["entry.withdrawn_at", "entry.decided_at"])
    .where("result.campaign", "=", campaign)
    .execute();
  const last = rows
    .flatMap((row) => [row.withdrawn_at ?? [], row.decided_at ?? []].flat())
    .toSorted()
    .at(-1);
  return last === undefined ? undefined : new Date(last);
}
