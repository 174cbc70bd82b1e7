import { afterEach, beforeEach, expect, test } from "vitest";
import { aContest, type Contest, type SentEntry } from "../testing/index.ts";

let contest: Contest;
let sent: SentEntry[];
beforeEach(async () => {
  contest = await aContest({ jury: { size: 3, blind: true, perWork: 1 } });
  for (const id of ["Ада", "Борис", "Вера"])
    await contest.database.write((db) =>
      db
        .insertInto("user")
        .values({
          id,
          name: id,
          email: `${id}@town.example`,
          emailVerified: 1,
          image: null,
          createdAt: "2026-01-01T00:00:00.000Z",
          updatedAt: "2026-01-01T00:00:00.000Z",
          role: "jury",
          disabled: 0,
          department: null,
          twoFactorEnabled: 0,
        })
        .execute(),
    );
  sent = [];
  for (const name of ["Варя", "Ева", "Лия"]) sent.push(await contest.sendFrom(name));
  await contest.decide("approve", sent);
  contest.setClock("2026-12-25T10:00:00Z");
});
afterEach(() => contest.end());

const seenBy = async (juror: string) =>
  (
    await contest.operations.staffEntries({ campaign: "les", limit: 60 }, contest.staff("jury", juror))
  ).items.map(({ id }) => id);

test("a juror sees and scores their own share, and nothing of it after standing back", async () => {
  const shares = [await seenBy("Ада"), await seenBy("Борис"), await seenBy("Вера")];
  expect(shares.map((share) => share.length)).toEqual([1, 1, 1]);
  expect(new Set(shares.flat())).toEqual(new Set(sent.map(({ entry }) => entry.id)));
  const [mine = ""] = shares[0] ?? [];
  const [others = ""] = shares[1] ?? [];
  const score = (id: string) =>
    contest.operations.score({ id, scores: { idea: 9, skill: 9 } }, contest.staff("jury", "Ада"));
  await score(mine);
  await expect(score(others)).rejects.toMatchObject({ code: "not_found" });

  const ada = contest.staff("jury", "Ада");
  const recused = { by: "work", value: mine } as const;
  expect(await contest.operations.recuse({ slug: "les", ...recused }, ada)).toEqual({ recusals: [recused] });
  expect(await contest.operations.ownRecusals({ slug: "les" }, contest.staff("jury", "Борис"))).toEqual({
    recusals: [],
  });
  expect(await seenBy("Ада")).not.toContain(mine);
  expect([...(await seenBy("Борис")), ...(await seenBy("Вера"))]).toContain(mine);
  expect(await contest.database.read.selectFrom("score").selectAll().execute()).toEqual([]);
});
