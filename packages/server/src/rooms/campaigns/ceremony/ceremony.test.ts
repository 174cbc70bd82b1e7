import { buffer } from "node:stream/consumers";
import type { RawReply } from "@veche/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aContest, type Contest, type SentEntry } from "../testing/index.ts";

const AWARD = "2027-01-27T09:00:00.000Z";
let contest: Contest;
let fox: SentEntry;
let bear: SentEntry;
let letters: { to: string; subject: string; text: string; attachment?: { content: string } }[];

beforeEach(async () => {
  letters = [];
  contest = await aContest({}, undefined, { send: async (letter) => void letters.push(letter) });
  fox = await contest.send({}, { key: "once" });
  await contest.decide("approve", [fox]);
  const eva = { author_first_name: "Ева", author_age: 9, age_group: "7-17" };
  bear = await contest.twin(fox, { ...eva, guardian_contact: "+7 912 345-67-89" });
  contest.setClock("2026-12-25T10:00:00Z");
  const results = [
    { entryId: bear.entry.id, place: 1, title: "1 место" },
    { entryId: fox.entry.id, place: 1, title: "1 место" },
    { entryId: fox.entry.id, title: "Приз зрителей" },
  ];
  await contest.operations.seal({ slug: "les", results }, admin());
});
afterEach(() => contest.end());

const admin = () => contest.staff("admin");
const parent = () => contest.holder(fox);
const set = (at = AWARD, place = "Дворец, зал; 2 этаж") =>
  contest.operations.setCeremony({ slug: "les", at, place, note: "Вход с 13:30" }, admin());
const invite = () => contest.operations.inviteToCeremony({ slug: "les" }, admin());
const guests = async () => (await contest.operations.ceremony({ slug: "les" }, admin())).ceremony.guests;
const ids = async () => (await guests()).map(({ entryId }) => entryId);
async function announce() {
  const { database } = contest;
  await database.write((db) =>
    db
      .insertInto("announcement")
      .values({ campaign: "les", at: contest.clock().toISOString(), published_at: null, by: "admin" })
      .execute(),
  );
  await contest.jobs.runDue();
  letters = [];
}
const own = async () => (await contest.operations.entry({ id: fox.entry.id }, parent())).entry;
const text = async ({ body }: RawReply) =>
  typeof body === "string"
    ? body
    : typeof body === "object" && "stream" in body
      ? (await buffer(body.stream)).toString("latin1")
      : Buffer.from(body as Uint8Array).toString("latin1");

test("nobody is invited before the announcement, which an invitation would tell", async () => {
  await set();
  await expect(invite()).rejects.toMatchObject({ details: { reason: "campaigns.invited_too_early" } });
  expect((await own()).invitation).toBeUndefined();
});

test("who was awarded is invited once, with a calendar file in the city's time", async () => {
  await announce();
  await expect(invite()).rejects.toMatchObject({ details: { reason: "campaigns.no_ceremony" } });
  await set();
  await invite();
  await invite();
  await contest.jobs.runDue();
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    ["anna@pochta.example", "Приглашение на награждение"],
  ]);
  const [letter] = letters;
  const words = letter?.text ?? "";
  expect(words).toContain("среда, 27 января 2027 г. в 14:00");
  expect(words).toContain(`#veche-entry=${fox.entry.id}.${fox.token}`);
  expect(words).not.toContain("Варя");
  const lines = letter?.attachment?.content.split("\r\n") ?? [];
  expect(lines).toContain("DTSTART;TZID=Asia/Yekaterinburg:20270127T140000");
  expect(lines).toContain("TZOFFSETTO:+0500");
  expect(lines).toContain(String.raw`LOCATION:Дворец\, зал\; 2 этаж`);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(lines.join("").replaceAll(/\n /g, "")).toContain("SUMMARY:Награждение: Конкурс");
  const file = await contest.operations.ceremonyCalendar({ slug: "les" }, contest.resident);
  expect(await text(file)).toBe(letter?.attachment?.content);
});

test("a family answers by its link, changes its mind, and answers no more on the day", async () => {
  await announce();
  await set();
  const answer = (reply: { coming: boolean; people?: number; photo?: boolean }) =>
    contest.operations.replyToInvitation({ id: fox.entry.id, ...reply }, parent());
  await expect(answer({ coming: true })).rejects.toMatchObject({ code: "not_found" });
  await invite();
  expect((await own()).invitation).toMatchObject({ at: AWARD, open: true });
  await answer({ coming: true, people: 3, photo: true });
  expect((await own()).invitation?.reply).toEqual({ coming: true, people: 3, photo: true });
  await answer({ coming: false });
  expect((await guests())[0]?.reply).toEqual({ coming: false });
  const stranger = contest.operations.replyToInvitation(
    { id: fox.entry.id, coming: true },
    contest.holder(bear),
  );
  await expect(stranger).rejects.toMatchObject({ code: "not_found" });
  contest.setClock(AWARD);
  await expect(answer({ coming: true })).rejects.toMatchObject({
    details: { reason: "campaigns.ceremony_over" },
  });
});

test("another time or place is told to the invited ones, by a file that corrects the first", async () => {
  await announce();
  await set();
  await invite();
  await contest.jobs.runDue();
  const sequence = (content = "") => Number(/SEQUENCE:(\d+)/.exec(content)?.[1]);
  const before = sequence(letters[0]?.attachment?.content);
  contest.setClock("2026-12-26T10:00:00Z");
  await set();
  await set("2027-01-28T09:00:00.000Z");
  await contest.jobs.runDue();
  expect(letters.map(({ subject }) => subject)).toEqual([
    "Приглашение на награждение",
    "Награждение: время или место изменились",
  ]);
  expect(sequence(letters[1]?.attachment?.content)).toBeGreaterThan(before);
  await expect(set("2026-12-01T09:00:00.000Z")).rejects.toMatchObject({ code: "invalid" });
});

test("guests are called by nomination, age group and place, or as staff put them", async () => {
  expect(await ids()).toEqual([fox.entry.id, bear.entry.id]);
  expect((await guests())[0]).toMatchObject({
    name: "Кузнецова Варя",
    awards: ["1 место", "Приз зрителей"],
  });
  const order = (entryIds: string[]) => contest.operations.orderCeremony({ slug: "les", entryIds }, admin());
  expect((await order([bear.entry.id, fox.entry.id])).ceremony.reordered).toBe(true);
  expect(await ids()).toEqual([bear.entry.id, fox.entry.id]);
  await expect(order(["somebody"])).rejects.toMatchObject({ code: "invalid" });
  await order([]);
  expect(await ids()).toEqual([fox.entry.id, bear.entry.id]);
});

test("a prize is given once, and a mistaken note is taken back", async () => {
  await announce();
  const give = (to: string) => contest.operations.handOutPrize({ id: fox.entry.id, to }, admin());
  await give("Анна Кузнецова, мама");
  expect((await guests())[0]?.handedOut).toMatchObject({
    to: "Анна Кузнецова, мама",
    at: contest.clock().toISOString(),
  });
  await expect(give("ещё кто-то")).rejects.toMatchObject({ code: "conflict" });
  await contest.operations.takePrizeBack({ id: fox.entry.id }, admin());
  expect((await guests())[0]?.handedOut).toBeUndefined();
});

test("lists for the day are tagged PDFs", async () => {
  await announce();
  await contest.operations.noteReply({ id: bear.entry.id, coming: true, people: 2, photo: true }, admin());
  for (const list of ["calling", "prizes", "photo"] as const) {
    const paper = await contest.operations.ceremonyList({ slug: "les", list }, admin());
    expect(await text(paper)).toContain("/StructTreeRoot");
  }
});

test("who is withdrawn is nobody's guest any more, and gets no letter", async () => {
  await announce();
  await set();
  await invite();
  await contest.operations.withdraw({ id: fox.entry.id }, parent());
  await contest.jobs.runDue();
  expect(letters).toEqual([]);
  expect(await ids()).toEqual([bear.entry.id]);
  const kept = await contest.database.read.selectFrom("ceremony_guest").select("entry_id").execute();
  expect(kept).toEqual([{ entry_id: bear.entry.id }]);
});
