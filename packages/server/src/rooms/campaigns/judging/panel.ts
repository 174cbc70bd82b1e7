import type { Connection, EntryTable } from "../../../storage/index.ts";
import { ADMITTED } from "../rules.ts";
import type { CampaignRecord } from "../store.ts";
import { EVERYTHING, judgesFrom, jurorsOf, seatsOf } from "./seats.ts";
import { isRecused, type Recusal, type RecusalBy } from "./recusal.ts";
import { spreadWorks } from "./spread.ts";

export async function recusalsOf(
  db: Connection,
  campaign: string,
): Promise<(Recusal & { juror: string; id: string })[]> {
  const rows = await db
    .selectFrom("jury_recusal")
    .selectAll()
    .where("campaign", "=", campaign)
    .orderBy("at")
    .execute();
  return rows.map(({ id, juror_id, by, value }) => ({ id, juror: juror_id, by: by as RecusalBy, value }));
}

export type JudgedWork = Pick<
  EntryTable,
  "id" | "nomination" | "age_group" | "institution" | "author_last_name" | "teacher" | "guardian_name"
>;

/** Everything of the campaign that is admitted, as far as who may judge it depends on it. */
export const worksToJudge = (db: Connection, campaign: string): Promise<JudgedWork[]> =>
  db
    .selectFrom("entry")
    .select(["id", "nomination", "age_group", "institution", "author_last_name", "teacher", "guardian_name"])
    .where("campaign", "=", campaign)
    .where("state", "in", ADMITTED)
    .execute();

/** The ids of what this juror judges in the campaign: from their seat, by quorum, and never where they recused themself. */
export async function worksFor(
  db: Connection,
  { slug, data }: CampaignRecord,
  juror: string,
): Promise<ReadonlySet<string>> {
  const works = await worksToJudge(db, slug);
  const recusals = Map.groupBy(await recusalsOf(db, slug), (it) => it.juror);
  const byId = new Map(works.map((work) => [work.id, work]));
  const jurors = await jurorsOf(db);
  const seats = await seatsOf(db, slug);
  const seatOf = new Map(jurors.map(({ id, email }) => [id, seats.get(email) ?? EVERYTHING]));
  const inReach = (who: string, id: string) => {
    const work = byId.get(id);
    return work !== undefined && judgesFrom(seatOf.get(who) ?? EVERYTHING, work);
  };
  const mayJudge = (who: string, id: string) => {
    const own = recusals.get(who) ?? [];
    const work = byId.get(id);
    return work !== undefined && inReach(who, id) && !isRecused(own, work);
  };
  const perWork = data.jury?.perWork;
  if (perWork === undefined) return new Set(works.map(({ id }) => id).filter((id) => mayJudge(juror, id)));
  const scored = await db
    .selectFrom("score")
    .innerJoin("entry", "entry.id", "score.entry_id")
    .select(["score.entry_id", "score.juror_id"])
    .where("entry.campaign", "=", slug)
    .groupBy(["score.entry_id", "score.juror_id"])
    .execute();
  const judged = new Map<string, Set<string>>();
  for (const { entry_id, juror_id } of scored)
    judged.set(entry_id, (judged.get(entry_id) ?? new Set()).add(juror_id));
  const spread = spreadWorks({
    works: works.map(({ id }) => id),
    jurors: [...new Set([...jurors.map(({ id }) => id), juror])].toSorted(),
    perWork,
    common: data.jury?.common ?? 0,
    seed: slug,
    judged,
    inReach,
    mayJudge,
  });
  return new Set(spread.get(juror));
}
