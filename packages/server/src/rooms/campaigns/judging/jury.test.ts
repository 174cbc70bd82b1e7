import { afterEach, beforeEach, expect, test } from "vitest";
import { aContest, type Contest, type SentEntry } from "../testing/index.ts";

const AT = "2026-01-01T00:00:00.000Z";
let contest: Contest;
let small: SentEntry;
let big: SentEntry;

/** Ada and Boris are jurors; Vera is invited. */
beforeEach(async () => {
  contest = await aContest({ jury: { size: 3, blind: true, perWork: 1 } });
  const person = (id: string) => ({ id, name: id, email: `${id.toLowerCase()}@town.example`, role: "jury" });
  await contest.database.write(async (db) => {
    for (const id of ["Ada", "Boris"])
      await db
        .insertInto("user")
        .values({
          ...person(id),
          emailVerified: 1,
          image: null,
          createdAt: AT,
          updatedAt: AT,
          disabled: 0,
          department: null,
          twoFactorEnabled: 0,
        })
        .execute();
  });
  contest.invited.push({ name: "Vera", email: "vera@town.example" });
  small = await contest.sendFrom("Варя", { authorAge: 5 });
  await contest.decide("approve", [small]);
  big = await contest.twin(small, { author_age: 12, age_group: "7-17" });
  contest.setClock("2026-12-25T10:00:00Z");
});
afterEach(() => contest.end());

const admin = () => contest.staff("admin");
const seat = (email: string, over: { judges?: boolean; nominations?: string[]; ageGroups?: string[] }) =>
  contest.operations.seatJuror(
    { slug: "les", email, judges: true, nominations: [], ageGroups: [], ...over },
    admin(),
  );
const seenBy = async (juror: string) =>
  (
    await contest.operations.staffEntries({ campaign: "les", limit: 60 }, contest.staff("jury", juror))
  ).items.map(({ id }) => id);

test("a juror who is limited to an age group sees and scores only it, and the others' share is spread anew", async () => {
  await seat("ada@town.example", { ageGroups: ["3-6"] });
  await seat("boris@town.example", { nominations: ["beregi-les"], ageGroups: ["7-17"] });
  expect(await seenBy("Ada")).toEqual([small.entry.id]);
  expect(await seenBy("Boris")).toEqual([big.entry.id]);
  const score = (sent: SentEntry) =>
    contest.operations.score(
      { id: sent.entry.id, scores: { idea: 9, skill: 9 } },
      contest.staff("jury", "Ada"),
    );
  await score(small);
  await expect(score(big)).rejects.toMatchObject({ code: "not_found" });
});

test("who does not judge the contest sees nothing of it", async () => {
  await seat("ada@town.example", { judges: false });
  expect(await seenBy("Ada")).toEqual([]);
  expect((await seenBy("Boris")).length).toBe(2);
});

test("points that were given before a juror was limited stay and count", async () => {
  const [mine = ""] = await seenBy("Ada");
  await contest.operations.score({ id: mine, scores: { idea: 9, skill: 9 } }, contest.staff("jury", "Ada"));
  await seat("ada@town.example", { judges: false });
  const scores = await contest.database.read.selectFrom("score").select("entry_id").execute();
  expect(scores).toEqual([{ entry_id: mine }, { entry_id: mine }]);
});

test("the organiser sees everybody with the invited, and where fewer may judge than a work needs", async () => {
  const all = { judges: true, nominations: [], ageGroups: [] };
  expect(await contest.operations.jury({ slug: "les" }, admin())).toEqual({
    jurors: [
      { name: "Ada", email: "ada@town.example", invited: false, ...all },
      { name: "Boris", email: "boris@town.example", invited: false, ...all },
      { name: "Vera", email: "vera@town.example", invited: true, ...all },
    ],
    thin: [],
  });
  await seat("ada@town.example", { ageGroups: ["3-6"] });
  await seat("vera@town.example", { ageGroups: ["7-17"] });
  const { jurors, thin } = await seat("boris@town.example", {
    nominations: ["beregi-les"],
    ageGroups: ["3-6"],
  });
  // Posters are for eleven and older: no five-year-old's needs a juror.
  expect(jurors.map(({ ageGroups }) => ageGroups)).toEqual([["3-6"], ["3-6"], ["7-17"]]);
  // Vera has only been invited.
  expect(thin).toEqual(
    ["beregi-les", "plakat"].map((nomination) => ({ nomination, ageGroup: "7-17", jurors: 0, needed: 1 })),
  );
});

test("a work that jurors stood back from is told as one that lacks them", async () => {
  const standBack = (juror: string, by: "work" | "school" | "surname", value: string) =>
    contest.operations.recuse({ slug: "les", by, value }, contest.staff("jury", juror));
  const thin = async () => (await contest.operations.jury({ slug: "les" }, admin())).thin;
  await standBack("Ada", "work", small.entry.id);
  expect(await thin()).toEqual([]);
  await standBack("Boris", "surname", "Кузнецов");
  const lacking = { nomination: "beregi-les", jurors: 0, needed: 1, works: 1 };
  expect(await thin()).toEqual([{ ...lacking, ageGroup: "3-6" }]);
  await standBack("Ada", "work", big.entry.id);
  expect(await thin()).toEqual([
    { ...lacking, ageGroup: "3-6" },
    { ...lacking, ageGroup: "7-17" },
  ]);
});

test("what there is not is refused: a juror, a nomination, an age group", async () => {
  const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ code });
  await refused(seat("nobody@town.example", {}), "not_found");
  await refused(seat("ada@town.example", { nominations: ["net"] }), "invalid");
  await refused(seat("ada@town.example", { ageGroups: ["99"] }), "invalid");
  // After judging has closed nobody's seat changes.
  contest.setClock("2027-06-01T10:00:00Z");
  await refused(seat("ada@town.example", { judges: false }), "conflict");
});
