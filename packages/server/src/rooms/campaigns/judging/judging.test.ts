import { afterEach, beforeEach, expect, test } from "vitest";
import { aContest, type Contest, type SentEntry } from "../testing/index.ts";

let contest: Contest;
let fox: SentEntry;
let bear: SentEntry;
beforeEach(async () => {
  contest = await aContest();
  fox = await contest.send();
  contest.setClock("2026-11-23T10:00:00Z");
  bear = await contest.sendFrom("Ева");
  await contest.decide("approve", [fox, bear]);
});
afterEach(() => contest.end());

const JUDGING = "2026-12-25T10:00:00Z";
const AFTER_JUDGING = "2027-01-18T10:00:00Z";
const score = (juror: string, sent: SentEntry, scores: Record<string, number>) =>
  contest.operations.score({ id: sent.entry.id, scores }, contest.staff("jury", juror));
const scoresSeenByAdmin = async () =>
  (await contest.operations.staffEntries({ limit: 60 }, contest.staff("admin"))).items.map(
    ({ score, rank }) => [score, rank],
  );
const seal = (results: { entryId: string; place?: number | null; title: string }[]) =>
  contest.operations.seal({ slug: "les", results }, contest.staff("admin"));

test("a juror reads back the last scores given, and no colleague's", async () => {
  contest.setClock(JUDGING);
  await score("Ада", fox, { idea: 3 });
  await score("Ада", fox, { idea: 9, skill: 8 });
  await score("Борис", fox, { idea: 1, skill: 1 });
  expect(await contest.operations.ownScores({ id: fox.entry.id }, contest.staff("jury", "Ада"))).toEqual({
    scores: { idea: 9, skill: 8 },
  });
});

test("nobody is told a score until judging closes; then the administrator sees means and ranks", async () => {
  contest.setClock(JUDGING);
  await score("Ада", fox, { idea: 10, skill: 5 });
  await score("Борис", fox, { idea: 8, skill: 5 });
  await score("Ада", bear, { idea: 5, skill: 10 });
  expect(await scoresSeenByAdmin()).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);

  contest.setClock(AFTER_JUDGING);
  expect(await scoresSeenByAdmin()).toEqual([
    [74, 1],
    [70, 2],
  ]);
  for (const role of ["moderator", "jury"] as const) {
    const { items } = await contest.operations.staffEntries({ limit: 60 }, contest.staff(role));
    expect(items.map((it) => it.score)).toEqual([undefined, undefined]);
  }
  await expect(score("Ада", fox, { idea: 1, skill: 1 })).rejects.toMatchObject({
    details: { reason: "campaigns.judging_closed" },
  });
});

test("works are judged only after entries have closed", async () => {
  await expect(score("Ада", fox, { idea: 1 })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "campaigns.not_judging" },
  });
});

test.each([
  [{ idea: 11 }, "scores.idea"],
  [{ beauty: 5 }, "scores.beauty"],
])("points %j are told at %s", async (scores, field) => {
  contest.setClock(JUDGING);
  await expect(score("Ада", fox, scores)).rejects.toMatchObject({ code: "invalid", details: { field } });
});

test("a work that is not admitted can't be judged", async () => {
  const waiting = await contest.sendFrom("Глеб");
  contest.setClock(JUDGING);
  await expect(score("Ада", waiting, { idea: 1 })).rejects.toMatchObject({ code: "not_found" });
});

test("sealed results are kept in their order and can be entered anew", async () => {
  contest.setClock(JUDGING);
  await seal([{ entryId: fox.entry.id, place: 1, title: "Победитель" }]);
  const anew = [
    { entryId: bear.entry.id, place: 1, title: "Победитель" },
    { entryId: fox.entry.id, place: null, title: "Приз за доброту" },
  ];
  expect(await seal(anew)).toEqual({ results: anew });
  expect(await contest.operations.results({ slug: "les" }, contest.staff("admin"))).toEqual({
    results: anew,
  });
});

test("results come only from the campaign's admitted works, and all of them or none", async () => {
  const waiting = await contest.sendFrom("Глеб");
  contest.setClock(JUDGING);
  for (const entryId of [waiting.entry.id, "nowhere"]) {
    await expect(
      seal([
        { entryId: fox.entry.id, place: 1, title: "Победитель" },
        { entryId, place: 2, title: "Призёр" },
      ]),
    ).rejects.toMatchObject({ code: "invalid", details: { field: "results.1.entryId" } });
  }
  expect((await contest.operations.results({ slug: "les" }, contest.staff("admin"))).results).toEqual([]);
});

test("a work has one place, and besides it may get a prize", async () => {
  contest.setClock(JUDGING);
  const first = { entryId: fox.entry.id, place: 1, title: "Победитель" };
  const prize = { entryId: fox.entry.id, place: null, title: "Приз за доброту" };
  expect(await seal([first, prize])).toEqual({ results: [first, prize] });
  for (const twice of [
    [first, { ...first, place: 2 }],
    [prize, prize],
  ]) {
    await expect(seal(twice)).rejects.toMatchObject({
      code: "invalid",
      details: { field: "results.1.entryId" },
    });
  }
});

test("no results while entries still come in", async () => {
  await expect(seal([{ entryId: fox.entry.id, place: 1, title: "Победитель" }])).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "campaigns.not_judging" },
  });
});
