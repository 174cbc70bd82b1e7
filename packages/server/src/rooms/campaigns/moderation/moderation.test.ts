import { afterEach, expect, test } from "vitest";
import { aContest, type Contest, type SentEntry } from "../testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

const seenBy = (role: "admin" | "moderator" | "jury", query: object = {}) =>
  contest.operations.staffEntries({ limit: 60, ...query }, contest.staff(role));
const JUDGING = "2026-12-25T10:00:00Z";

test("a moderator sees whose work it is and what was consented to, the longest waiting first", async () => {
  contest = await aContest();
  await contest.send({ "consent.use": undefined });
  contest.setClock("2026-11-23T10:00:00Z");
  await contest.sendFrom("Ева");

  const { items } = await seenBy("moderator", { state: "submitted" });
  expect(items.map((it) => it.author?.firstName)).toEqual(["Варя", "Ева"]);
  expect(items[0]).toMatchObject({
    author: { firstName: "Варя", lastName: "Кузнецова", age: 6 },
    guardian: { name: "Кузнецова Анна Сергеевна", contact: "anna@pochta.example" },
    institution: "Детский сад № 41",
    consents: ["processing", "publishing"],
  });
  expect(items[0]?.image?.variants[0]?.url).toMatch(/^\/api\/v1\/staff\/media\//);
});

test("a juror sees admitted works of a campaign that is judged, and nothing of the person", async () => {
  contest = await aContest();
  const sent = await contest.send({ settlement: "Заречный", teacher: "Ольга Петровна", helpedBy: "Брат" });
  await contest.sendFrom("Ева");
  await contest.decide("approve", [sent]);
  expect((await seenBy("jury")).items).toEqual([]);

  contest.setClock(JUDGING);
  const { items } = await seenBy("jury");
  expect(items).toHaveLength(1);
  expect(Object.keys(items[0]!).toSorted()).toEqual([
    "ageGroup",
    "campaign",
    "consents",
    "createdAt",
    "id",
    "image",
    "nomination",
    "number",
    "similar",
    "state",
    "title",
  ]);
  const told = JSON.stringify(items);
  for (const word of ["Варя", "Кузнецов", "anna@", "Детский сад", "Заречный", "Ольга", "Брат"]) {
    expect(told).not.toContain(word);
  }
});

test("staff see a picture before it is public, a juror only what is to be judged", async () => {
  contest = await aContest();
  const sent = await contest.send();
  const key = sent.entry.image!.variants[0]!.url.split("/").at(-1)!;
  const look = (role: "moderator" | "jury") => contest.operations.staffMedia({ key }, contest.staff(role));

  expect(await look("moderator")).toMatchObject({ contentType: "image/webp" });
  contest.setClock(JUDGING);
  await expect(look("jury")).rejects.toMatchObject({ code: "not_found" });
  await contest.decide("approve", [sent]);
  expect(await look("jury")).toMatchObject({ contentType: "image/webp" });
});

test("the same drawing entered again is shown beside it, whoever sends it", async () => {
  contest = await aContest();
  const first = await contest.send();
  const again = await contest.sendFrom("Ева");
  const other = await contest.send({ authorFirstName: "Глеб" }, { drawing: "kd_2393fa72.jpg" });
  await contest.slowJobs.runDue();

  const { items } = await seenBy("moderator");
  const similarTo = (sent: SentEntry) => items.find((it) => it.id === sent.entry.id)?.similar;
  expect(similarTo(again)).toMatchObject([
    { id: first.entry.id, number: 1, campaign: "les", places: expect.any(Number) },
  ]);
  expect(similarTo(again)?.[0]?.image).toEqual(items.find((it) => it.id === first.entry.id)?.image);
  expect(similarTo(other)).toEqual([]);
});

test("a moderator whose screen is stale does not overrule a colleague, nor take back what the colleague decided", async () => {
  contest = await aContest();
  const { entry } = await contest.send();
  const decide = async (decision: "approve" | "reopen" | "ask_fix", seen: string | undefined) =>
    (
      await contest.operations.decide(
        { ids: [entry.id], decision, reason: "Тень", seen: [seen ?? null] },
        contest.staff("moderator"),
      )
    ).entries[0]?.decidedAt;
  const meanwhile = { code: "conflict", details: { reason: "campaigns.decided_meanwhile" } };
  const approvedAt = await decide("approve", undefined);
  await expect(decide("ask_fix", undefined)).rejects.toMatchObject(meanwhile);
  contest.setClock("2026-12-02T10:00:00Z");
  await decide("ask_fix", approvedAt);
  await expect(decide("reopen", approvedAt)).rejects.toMatchObject(meanwhile);
});

test("what is decided for many is decided for all of them or none", async () => {
  contest = await aContest();
  const [first, second] = [await contest.send(), await contest.sendFrom("Ева")];
  await contest.operations.withdraw({ id: second.entry.id }, contest.holder(second));

  await expect(contest.decide("approve", [first, second])).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "campaigns.decided_already", values: { number: 2 } },
  });
  await expect(
    contest.operations.decide(
      { ids: [first.entry.id, "nowhere"], decision: "approve" },
      contest.staff("moderator"),
    ),
  ).rejects.toMatchObject({ code: "not_found" });
  expect((await seenBy("moderator", { state: "approved" })).items).toEqual([]);
  expect(await contest.database.read.selectFrom("audit").selectAll().execute()).toEqual([]);

  const { entries } = await contest.decide("approve", [first]);
  expect(entries.map((it) => it.state)).toEqual(["approved"]);
});

test.each(["reject", "ask_fix"] as const)("%s needs a reason", async (decision) => {
  contest = await aContest();
  const sent = await contest.send();
  await expect(contest.decide(decision, [sent])).rejects.toMatchObject({
    code: "invalid",
    details: { field: "reason" },
  });
});

test("every decision is written down with who, what and why", async () => {
  contest = await aContest();
  const sent = await contest.send();
  await contest.decide("reject", [sent], "Срисовано");
  await contest.decide("approve", [sent]);
  const audit = await contest.database.read
    .selectFrom("audit")
    .select(["staff_id", "action", "subject", "detail"])
    .orderBy("action")
    .execute();
  expect(audit).toEqual([
    { staff_id: "moderator", action: "entry.approve", subject: sent.entry.id, detail: null },
    { staff_id: "moderator", action: "entry.reject", subject: sent.entry.id, detail: "Срисовано" },
  ]);
});

test("rejecting what was admitted takes it and its picture out of sight", async () => {
  contest = await aContest();
  const sent = await contest.send();
  const key = sent.entry.image!.variants[0]!.url.split("/").at(-1)!;
  await contest.decide("approve", [sent]);
  expect((await contest.picture(key)).headers?.["Cache-Control"]).toBe("public, max-age=45, must-revalidate");
  await contest.decide("reject", [sent], "На рисунке телефон");
  expect((await contest.gallery()).items).toEqual([]);
  await expect(contest.picture(key)).rejects.toMatchObject({ code: "not_found" });
});

test("a work that may not be published has no public picture though it was admitted", async () => {
  contest = await aContest();
  const sent = await contest.send({ "consent.publishing": undefined });
  await contest.decide("approve", [sent]);
  const key = sent.entry.image!.variants[0]!.url.split("/").at(-1)!;
  await expect(contest.picture(key)).rejects.toMatchObject({ code: "not_found" });
});

test("pages of the grid follow each other", async () => {
  contest = await aContest();
  for (const name of ["Аня", "Боря", "Вера"]) await contest.sendFrom(name);
  const first = await seenBy("moderator", { limit: 2, campaign: "les" });
  const second = await seenBy("moderator", { limit: 2, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map((it) => it.number).toSorted((a, b) => a - b)).toEqual([
    1, 2, 3,
  ]);
  expect(second.nextCursor).toBeNull();
  await expect(seenBy("moderator", { campaign: "nowhere" })).rejects.toMatchObject({ code: "not_found" });
});

test("a moderator is told what may be amiss with a picture, a juror and the public are not", async () => {
  contest = await aContest({
    limits: { entriesPerAuthorPerNomination: 1, maxFileMb: 25, minLongSidePx: 2000 },
  });
  const sent = await contest.send();
  expect((await seenBy("moderator")).items[0]?.hints).toEqual(["small"]);

  await contest.decide("approve", [sent]);
  expect(JSON.stringify(await contest.gallery())).not.toContain("hints");
  contest.setClock(JUDGING);
  expect((await seenBy("jury")).items[0]).not.toHaveProperty("hints");
});
