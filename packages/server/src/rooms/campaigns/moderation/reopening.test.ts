import { afterEach, expect, test } from "vitest";
import { aContest, type Contest } from "../testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

const reopen = (ids: readonly string[]) =>
  contest.operations.decide({ ids: [...ids], decision: "reopen" }, contest.staff("moderator"));

test("decisions taken back leave the entries as if nobody had looked at them", async () => {
  contest = await aContest();
  const approved = await contest.send();
  const rejected = await contest.sendFrom("Ева");
  await contest.decide("approve", [approved]);
  await contest.decide("reject", [rejected], "Работа не по теме конкурса.");

  const { entries } = await reopen([approved.entry.id, rejected.entry.id]);

  expect(entries.map(({ state, reason }) => ({ state, reason }))).toEqual([
    { state: "submitted", reason: undefined },
    { state: "submitted", reason: undefined },
  ]);
  expect((await contest.gallery()).items).toEqual([]);
});
