import { afterAll, beforeAll, expect, test } from "vitest";
import { aContest, type Contest, type SentEntry } from "../../testing/index.ts";

const TEXT = "Посадить липы вдоль Речной:\nтам негде укрыться от солнца.";

let contest: Contest;
let sent: SentEntry;
beforeAll(async () => {
  contest = await aContest({ kind: "idea" });
  sent = await contest.sendIdea();
});
afterAll(() => contest.end());

test("an idea is taken without a picture; its own words are told to its sender, to staff and, admitted, to all", async () => {
  expect(sent.entry).toMatchObject({ number: 1, state: "submitted", text: TEXT });
  expect(sent.entry.image).toBeUndefined();
  await contest.decide("approve", [sent]);

  const [staffs] = (await contest.operations.staffEntries({ limit: 5 }, contest.staff("moderator"))).items;
  expect(staffs).toMatchObject({ text: TEXT, similar: [] });
  const { items } = await contest.gallery();
  expect(items).toEqual([
    expect.objectContaining({ title: "Лиса тушит костёр", text: TEXT, authorName: "Варя К." }),
  ]);
  const { entry } = await contest.operations.work({ slug: "les", number: 1 }, contest.resident);
  expect(entry.text).toBe(TEXT);
});

test.each([
  ["no words", { text: undefined }, { field: "text", reason: "campaigns.no_letters" }],
  ["words without letters", { text: "!!!" }, { field: "text", reason: "campaigns.no_letters" }],
  ["more words than fit", { text: "д".repeat(3001) }, { field: "text", reason: "campaigns.text_too_long" }],
])("an idea with %s is refused", async (_, form, details) => {
  await expect(contest.sendIdea(form)).rejects.toMatchObject({ code: "invalid", details });
});

test("paragraphs stay, hidden characters and a page of empty lines go", async () => {
  const { entry } = await contest.sendIdea({
    authorFirstName: "Ева",
    text: "Раз\u202e.\r\n\r\n\r\n\r\n  Два\t  три. ",
  });
  expect(entry.text).toBe("Раз.\n\nДва три.");
});

test("a sketch may stand beside the words", async () => {
  const { entry } = await contest.sendIdea({ authorFirstName: "Глеб" }, "kd_9b91dc39.jpg");
  expect(entry.text).toBe(TEXT);
  expect(entry.image?.variants).not.toEqual([]);
});

test("jurors judge it by its words, a winner's are told, and a paper can hang on the wall", async () => {
  contest.setClock("2026-12-21T10:00:00Z");
  const scores = { idea: 8, skill: 6 };
  await contest.operations.score({ id: sent.entry.id, scores }, contest.staff("jury"));
  const [seen] = (await contest.operations.staffEntries({ limit: 5 }, contest.staff("jury"))).items;
  expect(seen).toMatchObject({ title: "Лиса тушит костёр", text: TEXT, consents: [] });

  const results = [{ entryId: sent.entry.id, place: 1, title: "Победитель" }];
  await contest.operations.seal({ slug: "les", results }, contest.staff("admin"));
  const campaign = await contest.campaigns.announced.campaignOf(contest.database.read, "les");
  if (!campaign) throw new Error("the contest is gone");
  const [winner] = await contest.campaigns.announced.winnersOf(campaign, "ru");
  expect(winner).toMatchObject({ place: 1, entryTitle: "Лиса тушит костёр", entryText: TEXT });

  await contest.operations.makeExhibition({ slug: "les", works: "awarded" }, contest.staff("admin"));
  await contest.jobs.runDue();
  expect(await contest.operations.exhibition({ slug: "les" }, contest.staff("admin"))).toEqual({
    total: 1,
    made: 1,
  });
});

test("withdrawn, its words are gone from everywhere", async () => {
  const { entry } = await contest.operations.withdraw({ id: sent.entry.id }, contest.holder(sent));
  expect(entry).not.toHaveProperty("text");
  expect((await contest.gallery()).items).toEqual([]);
  const row = await contest.database.read
    .selectFrom("entry")
    .select("text")
    .where("id", "=", sent.entry.id)
    .executeTakeFirstOrThrow();
  expect(row.text).toBe("");
});

test("a contest of drawings still needs the picture", async () => {
  const drawings = await aContest();
  try {
    await expect(drawings.sendIdea()).rejects.toMatchObject({
      code: "invalid",
      details: { field: "drawing", reason: "uploads.no_file" },
    });
  } finally {
    await drawings.end();
  }
});
