import { afterEach, expect, test } from "vitest";
import { aContest, type Contest } from "../testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

test("the gallery shows what was admitted, and of the author a first name, an initial and the age", async () => {
  contest = await aContest();
  const shown = await contest.send();
  const [waiting, rejected] = [await contest.sendFrom("Ева"), await contest.sendFrom("Глеб")];
  const unpublished = await contest.sendFrom("Тимур", { "consent.publishing": undefined });
  await contest.decide("reject", [rejected], "Срисовано");
  await contest.decide("approve", [shown, unpublished]);

  const gallery = await contest.gallery();
  expect(gallery).toEqual({
    items: [
      {
        id: shown.entry.id,
        number: 1,
        nomination: "beregi-les",
        ageGroup: "3-6",
        title: "Лиса тушит костёр",
        authorName: "Варя К.",
        authorAge: 6,
        image: shown.entry.image,
      },
    ],
    nextCursor: null,
  });
  expect(waiting.entry.state).toBe("submitted");
});

test("pages follow each other without gap or repeat while new entries are admitted", async () => {
  contest = await aContest();
  const names = ["Аня", "Боря", "Вера", "Гриша", "Даша"];
  const sent = [];
  for (const name of names) sent.push(await contest.sendFrom(name));
  await contest.decide("approve", sent);

  const first = await contest.operations.gallery({ slug: "les", limit: 2 }, contest.resident);
  await contest.decide("approve", [await contest.sendFrom("Ева")]);
  const seen = [...first.items];
  let cursor = first.nextCursor;
  while (cursor !== null) {
    const page = await contest.operations.gallery({ slug: "les", limit: 2, cursor }, contest.resident);
    seen.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(seen.map((it) => it.number)).toEqual([5, 4, 3, 2, 1]);
});

test("a gallery is narrowed to a nomination and an age group", async () => {
  contest = await aContest();
  const poster = await contest.sendFrom("Ева", { nomination: "plakat", authorAge: 12 });
  await contest.decide("approve", [
    poster,
    await contest.sendFrom("Глеб"),
    await contest.sendFrom("Яна", { authorAge: 9 }),
  ]);
  const numbers = async (filter: { nomination?: string; ageGroup?: string }) =>
    (await contest.operations.gallery({ slug: "les", limit: 24, ...filter }, contest.resident)).items.map(
      (it) => it.number,
    );
  expect(await numbers({ nomination: "plakat" })).toEqual([1]);
  expect(await numbers({ ageGroup: "7-17" })).toEqual([3, 1]);
  expect(await numbers({ nomination: "plakat", ageGroup: "3-6" })).toEqual([]);
});

test.each(["MQ", "WyIxIiwiMiJd", "WyJ4Il0", "'; drop table entry"])(
  "the cursor %j is refused",
  async (cursor) => {
    contest = await aContest();
    await expect(
      contest.operations.gallery({ slug: "les", limit: 2, cursor }, contest.resident),
    ).rejects.toMatchObject({ code: "invalid", details: { field: "cursor" } });
  },
);

test("a draft has no gallery", async () => {
  contest = await aContest({ state: "draft" });
  await expect(contest.gallery()).rejects.toMatchObject({ code: "not_found" });
});
