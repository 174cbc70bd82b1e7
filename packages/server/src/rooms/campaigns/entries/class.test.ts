import type { ClassEntryForm } from "@veche/protocol";
import { afterEach, expect, test } from "vitest";
import { aContest, type Contest } from "../testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

const bring = (form: Partial<ClassEntryForm> = {}, key?: string) =>
  contest.operations.submitForClass(
    {
      slug: "les",
      upload: contest.upload(),
      nomination: "beregi-les",
      title: "Лиса тушит костёр",
      authorFirstName: "Варя",
      authorAge: 8,
      className: "2 «Б»",
      institution: "Школа № 41",
      teacher: "Ольга Петровна",
      teacherContact: "olga@shkola.example",
      ...form,
    },
    { ...contest.resident, ...(key === undefined ? {} : { idempotencyKey: key }) },
  );

const parent = {
  authorLastName: "Кузнецова",
  guardianName: "Анна Кузнецова",
  guardianContact: "anna@pochta.example",
};
const all = { "consent.processing": "les-1", "consent.publishing": "les-1", "consent.use": "les-1" };
const seen = async () =>
  (await contest.operations.staffEntries({ limit: 60 }, contest.staff("moderator"))).items;

test("a teacher's work waits for a parent: until then nobody can admit it", async () => {
  contest = await aContest();
  const sent = await bring();
  expect(sent.entry.consentDue).toEqual({ authorFirstName: "Варя", authorAge: 8 });
  await expect(contest.decide("approve", [sent])).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "campaigns.consent_due" },
  });

  const { entry } = await contest.operations.consent(
    { id: sent.entry.id, ...parent, ...all },
    contest.holder(sent),
  );
  expect(entry.consentDue).toBeUndefined();
  await contest.decide("approve", [sent]);
  expect((await contest.gallery()).items).toMatchObject([{ authorName: "Варя К.", authorAge: 8 }]);
});

test("a moderator notes the consent from the slip with its code, and from no other", async () => {
  contest = await aContest();
  const [vary, timur] = [await bring(), await bring({ authorFirstName: "Тимур", title: "Пожарные" })];
  const note = (code: string, purposes: ("processing" | "publishing" | "use")[]) =>
    contest.operations.noteConsent(
      { id: vary.entry.id, code, purposes, authorAgreed: false, ...parent },
      contest.staff("moderator"),
    );
  await expect(note(timur.entry.code, ["processing"])).rejects.toMatchObject({ details: { field: "code" } });
  await expect(note(vary.entry.code, ["publishing"])).rejects.toMatchObject({ code: "invalid" });
  const { entry } = await note(vary.entry.code.toLowerCase().replace("-", " "), ["processing"]);
  expect(entry).toMatchObject({
    consents: ["processing"],
    guardian: { name: "Анна Кузнецова", contact: "anna@pochta.example" },
    className: "2 «Б»",
  });
  const rows = await contest.database.read.selectFrom("consent").selectAll().execute();
  expect(rows.map((it) => [it.purpose, it.noted_by])).toEqual([["processing", "moderator"]]);
  await expect(note(vary.entry.code, ["processing"])).rejects.toMatchObject({ code: "conflict" });
  await contest.decide("approve", [vary]);
  // Judged, but never shown: publishing was not ticked.
  expect((await contest.gallery()).items).toEqual([]);
});

test("before a parent consents no more than a first name is kept, afterwards the teacher's contact is gone", async () => {
  contest = await aContest();
  const sent = await bring();
  expect(await seen()).toMatchObject([
    { consentDue: true, author: { firstName: "Варя", lastName: "" }, teacherContact: "olga@shkola.example" },
  ]);
  await contest.operations.consent({ id: sent.entry.id, ...parent, ...all }, contest.holder(sent));
  const [entry] = await seen();
  expect(entry).not.toHaveProperty("teacherContact");
  expect(entry).not.toHaveProperty("consentDue");
});

test("two children of one first name both enter; one work sent twice is there once", async () => {
  contest = await aContest();
  const upload = async (title: string, key: string) => (await bring({ title }, key)).entry.number;
  expect(await upload("Ёж", "k-1")).toBe(1);
  expect(await upload("Сова", "k-2")).toBe(2);
  expect(await upload("Ёж", "k-1")).toBe(1);
  await expect(bring({ title: "Ёж" }, "k-3")).rejects.toMatchObject({ code: "conflict" });
});

test("the same child, sent by the parent already, can not be entered a second time by consenting", async () => {
  contest = await aContest();
  await contest.send({ authorAge: 8 });
  const sent = await bring();
  await expect(
    contest.operations.consent({ id: sent.entry.id, ...parent, ...all }, contest.holder(sent)),
  ).rejects.toMatchObject({ code: "conflict", details: { reason: "campaigns.limit_in_nomination" } });
});

test("withdrawn, a teacher's work leaves nothing of child, class or teacher", async () => {
  contest = await aContest();
  const sent = await bring();
  await contest.operations.withdraw({ id: sent.entry.id }, contest.holder(sent));
  const rows = JSON.stringify(await contest.database.read.selectFrom("entry").selectAll().execute());
  for (const word of ["Варя", "2 «Б»", "Школа", "Ольга", "olga@", "Лиса"]) expect(rows).not.toContain(word);
});

test("a contest that knows no teachers takes no classes", async () => {
  contest = await aContest({ kind: "photo" });
  await expect(bring()).rejects.toMatchObject({ details: { reason: "campaigns.no_classes" } });
});

test("a young person of 14 to 17 agrees beside the parent, and staff see whether they did", async () => {
  contest = await aContest();
  await contest.sendFrom("Ева", { authorAge: 15, "consent.author": "les-1" });
  await contest.sendFrom("Яна", { authorAge: 14 });
  await contest.sendFrom("Оля", { authorAge: 13 });
  const agreed = new Map((await seen()).map((it) => [it.author?.firstName, it.authorAgreed]));
  expect(Object.fromEntries(agreed)).toEqual({ Ева: true, Яна: false, Оля: undefined });
  await expect(contest.sendFrom("Лев", { authorAge: 16, "consent.author": "les-0" })).rejects.toMatchObject({
    details: { reason: "campaigns.consent_changed", field: "consent.author" },
  });
});

test("a single work is told by its number, while everyone may see it", async () => {
  contest = await aContest();
  const [shown, waiting] = [await contest.send(), await contest.sendFrom("Тимур")];
  const silent = await contest.sendFrom("Ева", { "consent.publishing": "" });
  await contest.decide("approve", [shown, silent]);
  const work = (number: number) => contest.operations.work({ slug: "les", number }, contest.resident);
  expect((await work(shown.entry.number)).entry).toEqual((await contest.gallery()).items[0]);
  for (const { entry } of [waiting, silent])
    await expect(work(entry.number)).rejects.toMatchObject({ code: "not_found" });
});
