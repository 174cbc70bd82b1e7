import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { aContest, type Contest } from "../testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

const keyOf = (url: string) => url.split("/").at(-1) ?? "";

test("somebody else's token, a wrong one and an unknown entry look the same", async () => {
  contest = await aContest();
  const mine = await contest.send();
  const theirs = await contest.sendFrom("Тимур");
  const asked = [
    contest.operations.entry({ id: mine.entry.id }, contest.holder(theirs)),
    contest.operations.entry({ id: mine.entry.id }, contest.holder({ token: "wrong" })),
    contest.operations.entry({ id: "nowhere" }, contest.holder(mine)),
    contest.operations.withdraw({ id: mine.entry.id }, contest.holder(theirs)),
  ];
  const refusals = (await Promise.allSettled(asked)).map((it) => (it.status === "rejected" ? it.reason : it));
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ code: "not_found", details: { reason: "campaigns.no_entry" } });
  }
  await expect(contest.operations.entry({ id: mine.entry.id }, contest.resident)).rejects.toMatchObject({
    code: "unauthenticated",
  });
});

test("the holder of the token sees the picture before anyone else does", async () => {
  contest = await aContest();
  const sent = await contest.send();
  const key = keyOf(sent.entry.image!.variants[0]!.url);
  const other = await contest.sendFrom("Тимур");

  await expect(contest.picture(key)).rejects.toMatchObject({ code: "not_found" });
  await expect(contest.picture(key, contest.holder(other))).rejects.toMatchObject({ code: "not_found" });
  expect(await contest.picture(key, contest.holder(sent))).toMatchObject({
    contentType: "image/webp",
    headers: { "Cache-Control": "private, no-store" },
  });
});

test("withdrawing erases the person and the pictures, and the token still tells that it happened", async () => {
  contest = await aContest();
  const sent = await contest.send({ helpedBy: "Брат Пётр" }, { key: "k-1" });
  await contest.decide("approve", [sent]);
  const key = keyOf(sent.entry.image!.variants[0]!.url);
  expect((await contest.gallery()).items).toHaveLength(1);

  await contest.operations.withdraw({ id: sent.entry.id }, contest.holder(sent));

  expect((await contest.gallery()).items).toEqual([]);
  await expect(contest.picture(key)).rejects.toMatchObject({ code: "not_found" });
  await expect(contest.picture(key, contest.holder(sent))).rejects.toMatchObject({ code: "not_found" });
  const { entry } = await contest.operations.entry({ id: sent.entry.id }, contest.holder(sent));
  expect(entry).toEqual({
    id: sent.entry.id,
    number: 1,
    code: sent.entry.code,
    campaign: "les",
    state: "withdrawn",
    nomination: "beregi-les",
    ageGroup: "3-6",
    title: "",
    image: undefined,
    createdAt: sent.entry.createdAt,
  });
  const rows = await contest.database.read.selectFrom("entry").selectAll().execute();
  for (const word of ["Варя", "Кузнецов", "anna@", "Лиса", "Петр", "Пётр", "Детский"]) {
    expect(JSON.stringify(rows)).not.toContain(word);
  }
  const consents = await contest.database.read.selectFrom("consent").selectAll().execute();
  expect(consents.map((it) => it.withdrawn_at)).toEqual(Array(3).fill("2026-11-22T10:00:00.000Z"));

  expect(contest.files().originals).toHaveLength(1);
  await contest.jobs.runDue();
  expect(contest.files()).toMatchObject({ originals: [], media: [] });
});

test("pictures that the disk would not give up at first are erased once it does", async () => {
  contest = await aContest();
  const sent = await contest.send();
  const { remove } = contest.blobs;
  const died = contest.files().media.map((file) => join(contest.folder, "blobs", "media", file));
  await contest.operations.withdraw({ id: sent.entry.id }, contest.holder(sent));
  expect(died.every((file) => existsSync(file))).toBe(true);

  Object.assign(contest.blobs, { remove: () => Promise.reject(new Error("the disk is away")) });
  await contest.jobs.runDue();
  expect(contest.troubles).toEqual(["a job failed and is tried again later"]);
  Object.assign(contest.blobs, { remove });
  contest.setClock("2026-11-22T10:00:06Z");
  await contest.jobs.runDue();
  expect(died.some((file) => existsSync(file))).toBe(false);
});

test("withdrawing twice is as good as once", async () => {
  contest = await aContest();
  const sent = await contest.send();
  const first = await contest.operations.withdraw({ id: sent.entry.id }, contest.holder(sent));
  expect(await contest.operations.withdraw({ id: sent.entry.id }, contest.holder(sent))).toEqual(first);
});

test("the parent reads why a work was not admitted, and what is to be mended", async () => {
  contest = await aContest();
  const [rejected, toMend] = [await contest.sendFrom("Ева"), await contest.send()];
  await contest.decide("reject", [rejected], "На рисунке написан адрес.");
  await contest.decide("ask_fix", [toMend], "Снимите без вспышки.");

  const read = async (sent: typeof toMend) =>
    (await contest.operations.entry({ id: sent.entry.id }, contest.holder(sent))).entry;
  expect(await read(rejected)).toMatchObject({ state: "rejected", reason: "На рисунке написан адрес." });
  expect(await read(toMend)).toMatchObject({ state: "submitted", reason: "Снимите без вспышки." });

  const mended = await contest.send({ title: "Лиса, снятая днём" });
  expect(await read(mended)).toEqual(mended.entry);
  expect(await read(toMend)).toMatchObject({ state: "rejected", reason: "Снимите без вспышки." });
});

test("the number and the code tell what became of the work, one without the other tells nothing", async () => {
  contest = await aContest();
  const { entry } = await contest.send();
  expect(await contest.campaigns.newsByCode(entry.number, entry.code)).toEqual({
    number: 1,
    title: entry.title,
    campaign: "les",
    state: "submitted",
  });
  expect(await contest.campaigns.newsByCode(entry.number + 1, entry.code)).toBeUndefined();
  expect(await contest.campaigns.newsByCode(entry.number, "0000-0000")).toBeUndefined();
});
