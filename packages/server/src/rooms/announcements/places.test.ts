import { Buffer } from "node:buffer";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aContest, type Contest, plain, type SentEntry } from "../campaigns/testing/index.ts";
import { announcementsOf } from "./announcements.fixture.ts";

const MINUTE = "2027-01-20T07:00:00.000Z";
const BEFORE = "2027-01-20T06:59:59.999Z";

let contest: Contest;
let fox: SentEntry;
let bear: SentEntry;
let hidden: SentEntry;
let room: ReturnType<typeof announcements>;

function announcements() {
  const { operations, jobs } = announcementsOf(contest);
  return { ...plain(operations), jobs };
}

beforeEach(async () => {
  contest = await aContest();
  room = announcements();
  contest.jobs.handle(room.jobs);
  fox = await contest.send();
  bear = await contest.sendFrom("Ева", { title: "Медведь", authorLastName: "Осипова" });
  hidden = await contest.sendFrom("Тимур", {
    authorLastName: "Сафин",
    title: "Тайна",
    "consent.publishing": undefined,
  });
  await contest.decide("approve", [fox, bear, hidden]);
  contest.setClock("2026-12-25T10:00:00Z");
});
afterEach(() => contest.end());

async function sealFor(at: string) {
  const results = [
    { entryId: fox.entry.id, place: 1, title: "Победитель" },
    { entryId: bear.entry.id, place: 2, title: "Призёр" },
    { entryId: hidden.entry.id, place: 3, title: "Приз за тайну" },
  ];
  await contest.operations.seal({ slug: "les", results }, contest.staff("admin"));
  await room.announce({ slug: "les", at }, contest.staff("admin"));
}

const answered = async (asked: Promise<unknown>): Promise<string> => {
  try {
    const answer = await asked;
    const { body } = Object(answer) as { body?: unknown };
    return body instanceof Uint8Array ? Buffer.from(body).toString("base64") : JSON.stringify(answer);
  } catch (error) {
    return String(Object(error).code);
  }
};

/** Every place where the public, or staff who may not know, can look; each by its name. */
async function places(): Promise<Record<string, string>> {
  const { operations, resident, staff } = contest;
  const variant = fox.entry.image?.variants[0]?.url.split("/").at(-1) ?? "";
  const asked: Record<string, Promise<unknown>> = {
    list: operations.list({}, resident),
    campaign: operations.get({ slug: "les" }, resident),
    gallery: contest.gallery(),
    work: operations.work({ slug: "les", number: fox.entry.number }, resident),
    unpublished: operations.work({ slug: "les", number: hidden.entry.number }, resident),
    picture: contest.picture(variant).then(() => "shown"),
    winners: room.winners({ slug: "les" }, resident),
    press: room.pressRelease({ slug: "les" }, resident),
    card: room.card({ slug: "les" }, resident),
    atom: room.atom({}, resident),
    json: room.json({}, resident),
    juror: operations.staffEntries({ limit: 60 }, staff("jury")),
    ...Object.fromEntries(
      Object.entries({ bear, hidden }).map(([name, sent]) => [
        `own ${name}`,
        operations.entry({ id: sent.entry.id }, contest.holder(sent)),
      ]),
    ),
  };
  const told = Object.entries(asked).map(async ([name, answer]) => [name, await answered(answer)] as const);
  return Object.fromEntries(await Promise.all(told));
}

const TELLING = ["campaign", "gallery", "work", "winners", "press", "card", "atom", "json", "own bear"];

test("no public place differs by a byte until the minute, and every one tells it from then on", async () => {
  const unknown = await places();
  await sealFor(MINUTE);
  expect(await places()).toEqual(unknown);
  contest.setClock(BEFORE);
  await contest.jobs.runDue();
  expect(await places()).toEqual(unknown);

  contest.setClock(MINUTE);
  const known = await places();
  for (const place of TELLING) expect(known[place], place).not.toBe(unknown[place]);
  await contest.jobs.runDue();
  expect(await places()).toEqual({ ...known, juror: (await places())["juror"] });
  expect(JSON.parse(known["gallery"] ?? "").items.map((it: { awards?: string[] }) => it.awards)).toEqual([
    ["Призёр"],
    ["Победитель"],
  ]);
});

test("who withdraws is gone from every public place at once: pages, feeds, card, papers, walls, files", async () => {
  await sealFor(MINUTE);
  contest.setClock(MINUTE);
  await contest.jobs.runDue();
  await contest.operations.issueCertificates({ slug: "les", kinds: ["diploma"] }, contest.staff("admin"));
  await contest.operations.makeExhibition({ slug: "les", works: "awarded" }, contest.staff("admin"));
  await contest.jobs.runDue();
  const papers = async () =>
    (await contest.operations.certificates({ slug: "les" }, contest.staff("admin"))).items;
  const number = (await papers()).find(({ entryId }) => entryId === fox.entry.id)?.number ?? "";
  const confirmed = () => answered(contest.operations.certificate({ number }, contest.resident));
  const sheets = async () =>
    (await contest.operations.exhibition({ slug: "les" }, contest.staff("admin"))).made;
  expect([await confirmed(), await sheets()]).toEqual([expect.stringContaining("Победитель"), 3]);
  const kept = contest.files();

  const before = await places();
  for (const place of ["gallery", "work", "winners", "press", "atom", "json"])
    expect(before[place], place).toContain("Варя К.");

  await contest.operations.withdraw({ id: fox.entry.id }, contest.holder(fox));
  const after = await places();
  for (const [place, told] of Object.entries(after))
    for (const word of ["Варя", "Лиса", fox.entry.image?.variants[0]?.url ?? "?"])
      expect(told, place).not.toContain(word);
  expect(after["work"]).toBe("not_found");
  expect(after["picture"]).toBe("not_found");
  expect(after["card"]).not.toBe(before["card"]);
  expect([await confirmed(), await sheets()]).toEqual(["not_found", 2]);
  expect((await contest.campaigns.newsByCode(fox.entry.number, fox.entry.code))?.title).toBe("");

  // Its files go by the next job: three pictures and their original, the diploma and the sheet.
  await contest.jobs.runDue();
  const left = contest.files();
  expect(left.originals).toHaveLength(kept.originals.length - 1);
  expect(left.media.length).toBeLessThan(kept.media.length);
  expect(left.documents).toHaveLength(kept.documents.length - 2);
});

test("a winner without consent is told by place alone, nowhere by name or work", async () => {
  await sealFor(MINUTE);
  contest.setClock(MINUTE);
  const told = await places();
  for (const [place, text] of Object.entries(told)) {
    expect(text, place).not.toContain("Тимур");
    if (place !== "own hidden" && place !== "juror") expect(text, place).not.toContain("Тайна");
    for (const word of ["Кузнецов", "Осипов", "Сафин", "@pochta"]) expect(text, place).not.toContain(word);
  }
  expect(told["unpublished"]).toBe("not_found");
});

test("the press release is a Russian text to print, and staff read it before everyone", async () => {
  await sealFor(MINUTE);
  const draft = await room.pressDraft({ slug: "les" }, contest.staff("admin"));
  expect(draft.title).toBe("Итоги: Конкурс «Защитим лес»");
  expect(draft.text).toContain("Новореченск, 20 января 2027 года. ecology объявляет итоги");
  expect(draft.text).toContain("Жюри рассмотрело 3 работы и отметило 3 работы.");
  expect(draft.text).toContain("- 1 место (Победитель): Варя К., 6 лет, «Лиса тушит костёр»");
  expect(draft.text).toContain("- 3 место (Приз за тайну): имя автора не публикуется по его выбору");
  contest.setClock(MINUTE);
  expect(await room.pressRelease({ slug: "les" }, contest.resident)).toEqual(draft);
});

test("a link's card is a picture of 1200 × 630", async () => {
  const { body, contentType } = await room.card({ slug: "les" }, contest.resident);
  if (!(body instanceof Uint8Array)) throw new Error("a card is bytes");
  const { width, height, format } = await sharp(body).metadata();
  expect([contentType, format, width, height]).toEqual(["image/png", "png", 1200, 630]);
});
