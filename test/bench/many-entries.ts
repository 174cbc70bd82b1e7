import { aContest } from "../../packages/server/src/rooms/campaigns/testing/index.ts";

const ENTRIES = 10_000;
const ROUNDS = 300;
/** So that the first look, which compiles, is not taken for a slow page. */
const WARM_UP = 10;
const JURORS = 3;
const AT_ONCE = 200;

export interface ManyEntriesBench {
  readonly what: string;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly goalMs: number;
}

/** What a contest of 10,000 works is asked for, as the rooms answer it: the gallery, the grid, the ranking. */
export async function benchManyEntries(): Promise<readonly ManyEntriesBench[]> {
  const contest = await aContest();
  try {
    const { database, operations, resident } = contest;
    const first = await contest.send();
    await contest.decide("approve", [first]);
    const like = await database.read.selectFrom("entry").selectAll().executeTakeFirstOrThrow();
    const consents = await database.read.selectFrom("consent").selectAll().execute();
    const entries = Array.from({ length: ENTRIES - 1 }, (_, index) => ({
      ...like,
      id: `entry-${index}`,
      number: index + 2,
      state: index % 10 === 0 ? "submitted" : "approved",
      token_hash: `hash-${index}`,
      idempotency_key: null,
      author_key: `author-${index}`,
      created_at: new Date(Date.parse(like.created_at) + index * 1000).toISOString(),
    }));
    for (let from = 0; from < entries.length; from += AT_ONCE) {
      const some = entries.slice(from, from + AT_ONCE);
      await database.write((db) => db.insertInto("entry").values(some).execute());
      const theirs = some.flatMap(({ id }) =>
        consents.map((it) => ({ ...it, id: `${it.id}-${id}`, entry_id: id })),
      );
      await database.write((db) => db.insertInto("consent").values(theirs).execute());
    }
    const gallery = await timed(async (round, cursor: string | undefined) => {
      const page = await operations.gallery({ slug: "les", limit: 24, cursor }, resident);
      return round % 10 === 9 ? undefined : (page.nextCursor ?? undefined);
    });
    const moderator = contest.staff("moderator");
    const grid = await timed(async (round, cursor: string | undefined) => {
      const query = { limit: 60, campaign: "les", state: "approved" as const, cursor };
      const page = await operations.staffEntries(query, moderator);
      return round % 10 === 9 ? undefined : (page.nextCursor ?? undefined);
    });

    contest.setClock("2026-12-25T10:00:00Z");
    const scores = [like, ...entries]
      .filter(({ state }) => state !== "submitted")
      .flatMap(({ id }, place) =>
        Array.from({ length: JURORS }, (_, juror) =>
          ["idea", "skill"].map((criterion, nth) => ({
            entry_id: id,
            juror_id: `juror-${juror}`,
            criterion,
            points: (place * 7 + juror * 3 + nth) % 11,
            at: like.created_at,
          })),
        ).flat(),
      );
    for (let from = 0; from < scores.length; from += 1000) {
      const some = scores.slice(from, from + 1000);
      await database.write((db) => db.insertInto("score").values(some).execute());
    }
    contest.setClock("2027-01-25T10:00:00Z");
    const admin = contest.staff("admin");
    const ranking = await timed(async () => {
      await operations.staffEntries({ limit: 60, campaign: "les", state: "approved" }, admin);
      return undefined;
    }, 8);
    return [
      { what: "a page of the gallery", ...gallery, goalMs: 50 },
      { what: "a page of the moderation grid", ...grid, goalMs: 50 },
      { what: "works with their ranking", ...ranking, goalMs: 1000 },
    ];
  } finally {
    await contest.end();
  }
}

/** @param act gets where the last round stopped */
async function timed(
  act: (round: number, cursor: string | undefined) => Promise<string | undefined>,
  rounds = ROUNDS,
) {
  const took: number[] = [];
  let cursor: string | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    cursor = await act(round, cursor);
    if (round >= Math.min(WARM_UP, rounds / 4)) took.push(performance.now() - startedAt);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const taking = (share: number) => Number((sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1));
  return { p50Ms: taking(0.5), p99Ms: taking(0.99) };
}

if (import.meta.main) console.table(await benchManyEntries());
