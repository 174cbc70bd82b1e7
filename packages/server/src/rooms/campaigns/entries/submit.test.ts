import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { aContest, anEntry, type Contest, SMALL_SIDE } from "../testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

const nothing = { originals: [], media: [], documents: [], uploads: [], variants: [] };
const entries = () => contest.database.read.selectFrom("entry").selectAll().orderBy("number").execute();

test("an entry is answered once it stands with its picture, and nothing is left in quarantine", async () => {
  contest = await aContest();
  const { entry, token } = await contest.send();

  expect(entry).toMatchObject({
    number: 1,
    campaign: "les",
    state: "submitted",
    nomination: "beregi-les",
    ageGroup: "3-6",
    title: "Лиса тушит костёр",
    image: { width: SMALL_SIDE, height: SMALL_SIDE },
  });
  expect(token.length).toBeGreaterThanOrEqual(22);
  const { originals, media, uploads, variants } = contest.files();
  expect(originals).toHaveLength(1);
  expect(media).toHaveLength(entry.image!.variants.length);
  expect([uploads, variants]).toEqual([[], []]);
  expect(await contest.operations.entry({ id: entry.id }, contest.holder({ token }))).toEqual({ entry });
});

test("numbers count within a campaign, without a gap", async () => {
  contest = await aContest();
  await Promise.all(["Варя", "Тимур", "Ева"].map((name) => contest.sendFrom(name)));
  await expect(contest.send({ authorAge: 2 })).rejects.toMatchObject({ code: "invalid" });
  await contest.sendFrom("Глеб");
  expect((await entries()).map((it) => it.number)).toEqual([1, 2, 3, 4]);
});

test.each([
  ["2026-11-01T18:59:59.999Z", "not_open_yet"],
  ["2026-12-20T18:59:59Z", "closed"],
])("an entry at %s is refused: %s", async (at, reason) => {
  contest = await aContest();
  contest.setClock(at);
  await expect(contest.send()).rejects.toMatchObject({
    code: "conflict",
    details: { reason: `campaigns.${reason}` },
  });
  expect(contest.files()).toEqual(nothing);
});

test.each(["2026-11-01T19:00:00Z", "2026-12-20T18:59:58.999Z"])("an entry at %s is in time", async (at) => {
  contest = await aContest();
  contest.setClock(at);
  expect((await contest.send()).entry.state).toBe("submitted");
});

test("a draft is as unknown as a contest that is not there", async () => {
  contest = await aContest({ state: "draft" });
  for (const slug of ["les", "nowhere"]) {
    await expect(contest.send({}, { slug })).rejects.toMatchObject({ code: "not_found" });
  }
});

test.each([
  ["an author who is too old", { authorAge: 18 }, "authorAge"],
  ["an author too young for the nomination", { nomination: "plakat" }, "authorAge"],
  ["a nomination that is not there", { nomination: "nope" }, "nomination"],
  ["a name of invisible letters", { authorFirstName: "\u200b\u202e" }, "authorFirstName"],
  ["a contact that is neither mail nor phone", { guardianContact: "во дворе" }, "guardianContact"],
  ["a phone that is too short", { guardianContact: "123-45" }, "guardianContact"],
  ["a missing consent to processing", { "consent.processing": undefined }, "consent.processing"],
  ["an old version of a consent", { "consent.publishing": "les-0" }, "consent.publishing"],
])("%s is told at its field, before the picture is looked at", async (_, form, field) => {
  contest = await aContest();
  await expect(contest.send(form)).rejects.toMatchObject({ code: "invalid", details: { field } });
  expect(await entries()).toEqual([]);
  expect(contest.files()).toEqual(nothing);
});

test("a file that is no picture leaves nothing behind", async () => {
  contest = await aContest();
  const upload = contest.upload();
  await writeFile(upload.path, "это не картинка");
  await expect(
    contest.operations.submit({ slug: "les", ...anEntry(), upload }, contest.resident),
  ).rejects.toMatchObject({ code: "unsupported_media" });
  expect(existsSync(upload.path)).toBe(false);
  expect(contest.files()).toEqual(nothing);
});

test("when the row can't be written, no file stays", async () => {
  contest = await aContest({}, () => "00000000-0000-4000-8000-000000000000");
  await contest.sendFrom("Варя", { "consent.publishing": undefined, "consent.use": undefined });
  const before = contest.files();

  await expect(contest.sendFrom("Тимур")).rejects.toThrow(/unique/i);
  expect(contest.files()).toEqual(before);
  expect(await entries()).toHaveLength(1);
});

test("one work in a nomination: the same child again is refused, however the name is typed", async () => {
  contest = await aContest();
  await contest.send({ authorFirstName: "Семён", guardianContact: "8 (912) 345-67-89" });
  await expect(
    contest.send({ authorFirstName: " СЕМЕН", authorAge: 7, guardianContact: "+79123456789" }),
  ).rejects.toMatchObject({ code: "conflict", details: { reason: "campaigns.limit_in_nomination" } });

  await contest.send({ authorFirstName: "Ева", guardianContact: "8 (912) 345-67-89" });
  expect(await entries()).toHaveLength(2);
});

test("a withdrawn or rejected work makes room for another", async () => {
  contest = await aContest();
  const first = await contest.send();
  await contest.operations.withdraw({ id: first.entry.id }, contest.holder(first));
  const second = await contest.send();
  await contest.decide("reject", [second], "Обведено");
  await contest.send();
  expect((await entries()).map((it) => it.state)).toEqual(["withdrawn", "rejected", "submitted"]);
});

test("two entries of one child at once: one is taken", async () => {
  contest = await aContest();
  const outcomes = await Promise.allSettled([contest.send(), contest.send({ title: "Другая" })]);
  expect(outcomes.map((it) => it.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(contest.files().originals).toHaveLength(1);
});

test("no more works from one author than the campaign allows in all", async () => {
  contest = await aContest({ limits: { maxEntriesPerAuthor: 2, maxFileMb: 25 } });
  await contest.send();
  await contest.send({ title: "Вторая" });
  await expect(contest.send({ title: "Третья" })).rejects.toMatchObject({
    details: { reason: "campaigns.limit_in_campaign", values: { count: 2 } },
  });
});

test("the same request again gets the first result, and its token works", async () => {
  contest = await aContest();
  const first = await contest.send({}, { key: "k-1" });
  contest.setClock("2027-01-01T00:00:00Z");
  const again = await contest.send({}, { key: "k-1" });

  expect(again).toEqual(first);
  expect(await entries()).toHaveLength(1);
  expect(contest.files().originals).toHaveLength(1);
  expect((await contest.operations.entry({ id: first.entry.id }, contest.holder(again))).entry.number).toBe(
    1,
  );
});

test.each([
  ["another form", { title: "Другая работа" }, {}],
  ["another picture", {}, { drawing: "kd_70028812.jpg" }],
])("the same key with %s is a conflict", async (_, form, sent) => {
  contest = await aContest();
  await contest.send({}, { key: "k-1" });
  await expect(contest.send(form, { key: "k-1", ...sent })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "campaigns.key_reused" },
  });
  expect(await entries()).toHaveLength(1);
});

test("the same request several times at once makes one entry, and all hear the same", async () => {
  contest = await aContest();
  const answers = await Promise.all(Array.from({ length: 4 }, () => contest.send({}, { key: "k-1" })));
  expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1);
  expect(await entries()).toHaveLength(1);
  const { originals, uploads, variants } = contest.files();
  expect([originals.length, uploads, variants]).toEqual([1, [], []]);
});

test("neither token nor repeat key stands in the database", async () => {
  contest = await aContest();
  const { token } = await contest.send({}, { key: "a-key-of-the-browser" });
  const stored = JSON.stringify(await entries());
  expect(stored).not.toContain(token);
  expect(stored).not.toContain("a-key-of-the-browser");
});

test("a photo contest holds its least size and keeps no school", async () => {
  contest = await aContest({ kind: "photo", limits: { maxFileMb: 25, minLongSidePx: 3000 } });
  await expect(contest.send()).rejects.toMatchObject({ code: "invalid", details: { field: "drawing" } });
  expect(contest.files()).toEqual(nothing);

  await contest.send({}, { drawing: "animateddrawings_characters_char4_original_img.png" });
  expect((await entries())[0]).toMatchObject({ institution: "", settlement: "" });
});

test("a format that the campaign does not take is told", async () => {
  contest = await aContest({ limits: { maxFileMb: 25, formats: ["png"] } });
  await expect(contest.send()).rejects.toMatchObject({
    code: "unsupported_media",
    details: { field: "drawing" },
  });
  expect(contest.files()).toEqual(nothing);
});

test("a school sends as many works as it may, however its name is typed", async () => {
  contest = await aContest({ limits: { entriesPerInstitution: 1 } });
  await contest.send();
  await expect(contest.sendFrom("Ева", { institution: "детский сад №41" })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "campaigns.limit_of_institution", field: "institution" },
  });
  const elsewhere = await contest.sendFrom("Глеб", { institution: "Детский сад № 4" });
  expect(elsewhere.entry.number).toBe(2);
});
