import type { RawReply } from "@veche/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aContest, type Contest, plain, type SentEntry, terms } from "../campaigns/testing/index.ts";
import { announcementsOf } from "./announcements.fixture.ts";

const JUDGING = "2026-12-25T10:00:00Z";
const MINUTE = "2027-01-20T07:00:00.000Z";
const BEFORE = "2027-01-20T06:59:59.999Z";

let contest: Contest;
let fox: SentEntry;
let bear: SentEntry;
let hidden: SentEntry;

/** The announcements of a process; another call is another process over the same database. */
function announcements() {
  const room = announcementsOf(contest);
  return { ...plain(room.operations), jobs: room.jobs };
}

beforeEach(async () => {
  contest = await aContest();
  fox = await contest.send();
  bear = await contest.sendFrom("Ева", { title: "Медведь & мёд" });
  hidden = await contest.sendFrom("Тимур", {
    authorLastName: "Сафин",
    title: "Тайна",
    "consent.publishing": undefined,
  });
  await contest.decide("approve", [fox, bear, hidden]);
  contest.setClock(JUDGING);
});
afterEach(() => contest.end());

const seal = () =>
  contest.operations.seal(
    {
      slug: "les",
      results: [
        { entryId: bear.entry.id, place: 2, title: "Призёр" },
        { entryId: fox.entry.id, place: 1, title: "Победитель" },
        { entryId: hidden.entry.id, title: "Приз за доброту" },
      ],
    },
    contest.staff("admin"),
  );
const announce = (at?: string) => announcements().announce({ slug: "les", at }, contest.staff("admin"));
const winners = () => announcements().winners({ slug: "les" }, contest.resident);
function textOf({ body }: RawReply): string {
  if (typeof body !== "string") throw new Error("a feed is text");
  return body;
}
const feeds = async () => {
  const room = announcements();
  const [atom, json] = [await room.atom({}, contest.resident), await room.json({}, contest.resident)];
  return {
    atom: textOf(atom),
    json: JSON.parse(textOf(json)) as { items: { content_html: string }[] },
    headers: atom.headers,
  };
};
const own = async (sent: SentEntry) =>
  (await contest.operations.entry({ id: sent.entry.id }, contest.holder(sent))).entry;

/** Everything that someone other than an administrator can read. */
async function everythingPublic() {
  const { resident, operations, staff } = contest;
  return JSON.stringify([
    await operations.list({}, resident),
    await contest.gallery(),
    await Promise.all([fox, bear, hidden].map(own)),
    await operations.staffEntries({ limit: 60 }, staff("jury")),
    await winners().catch((error: { code: string }) => error.code),
    await feeds(),
  ]);
}

test("until the minute nothing anywhere tells the results, from it on everything does", async () => {
  const unsealed = await everythingPublic();
  await seal();
  const { announcement } = await announce(MINUTE);
  expect(announcement).toMatchObject({ at: MINUTE, winners: 3 });
  expect(announcement.publishedAt).toBeUndefined();
  expect(await everythingPublic()).toBe(unsealed);

  contest.setClock(BEFORE);
  await contest.jobs.runDue();
  expect(await everythingPublic()).toBe(unsealed);
  await expect(winners()).rejects.toMatchObject({
    code: "not_found",
    details: { reason: "announcements.not_yet" },
  });

  contest.setClock(MINUTE);
  expect((await winners()).announcedAt).toBe(MINUTE);
  expect((await feeds()).json.items).toHaveLength(1);
  expect(await own(fox)).toMatchObject({ state: "winner" });
  expect((await contest.operations.get({ slug: "les" }, contest.resident)).campaign.state).toBe("announced");
});

test("winners come by place, as the public may know them", async () => {
  await seal();
  await announce();
  expect((await winners()).winners).toEqual([
    {
      nomination: "beregi-les",
      ageGroup: "3-6",
      place: 1,
      title: "Победитель",
      entryId: fox.entry.id,
      number: 1,
      authorName: "Варя К.",
      authorAge: 6,
      entryTitle: "Лиса тушит костёр",
      image: fox.entry.image,
    },
    expect.objectContaining({ place: 2, authorName: "Ева К.", entryTitle: "Медведь & мёд" }),
    {
      nomination: "beregi-les",
      ageGroup: "3-6",
      place: null,
      title: "Приз за доброту",
      authorName: "Имя не публикуется",
    },
  ]);
});

test("what was announced is written down by the job, once, also after a restart", async () => {
  await seal();
  await announce(MINUTE);
  contest.setClock("2027-01-20T09:00:00Z");
  const restarted = announcements();
  contest.jobs.handle(restarted.jobs);
  expect(await contest.jobs.runDue()).toBe(1);
  expect(await contest.jobs.runDue()).toBe(0);

  const rows = await contest.database.read
    .selectFrom("entry")
    .select(["number", "state"])
    .orderBy("number")
    .execute();
  expect(rows.map((it) => it.state)).toEqual(["winner", "winner", "winner"]);
  const [campaign] = (await contest.operations.staffCampaigns({}, contest.staff("admin"))).items;
  expect(campaign).toMatchObject({
    state: "announced",
    announcement: { at: MINUTE, publishedAt: "2027-01-20T09:00:00.000Z" },
  });
});

test("a minute that is moved in time counts, and the first one no longer does", async () => {
  await seal();
  await announce(MINUTE);
  await announce("2027-01-21T07:00:00Z");
  contest.jobs.handle(announcements().jobs);

  contest.setClock(MINUTE);
  expect(await contest.jobs.runDue()).toBe(1);
  await expect(winners()).rejects.toMatchObject({ code: "not_found" });
  contest.setClock("2027-01-21T07:00:00Z");
  await contest.jobs.runDue();
  expect((await winners()).winners).toHaveLength(3);
});

test("results can be mended until the minute and never after it", async () => {
  await seal();
  await announce(MINUTE);
  const mend = () =>
    contest.operations.seal(
      { slug: "les", results: [{ entryId: fox.entry.id, place: 1, title: "Победитель" }] },
      contest.staff("admin"),
    );
  await mend();
  await expect(
    contest.operations.seal({ slug: "les", results: [] }, contest.staff("admin")),
  ).rejects.toMatchObject({ details: { reason: "campaigns.announcement_set" } });
  contest.setClock(MINUTE);
  await expect(mend()).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "campaigns.announced_already" },
  });
  await expect(announce()).rejects.toMatchObject({ code: "conflict" });
  expect((await winners()).winners).toHaveLength(1);
});

test("without sealed results there is nothing to announce", async () => {
  await expect(announce()).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "announcements.nothing_sealed" },
  });
});

test("an announcement in the past is refused; the running minute means now", async () => {
  await seal();
  await expect(announce("2026-12-24T10:00:00Z")).rejects.toMatchObject({
    code: "invalid",
    details: { field: "at" },
  });
  contest.setClock("2026-12-25T10:00:40Z");
  expect((await announce("2026-12-25T10:00:00Z")).announcement).toMatchObject({
    at: "2026-12-25T10:00:40.000Z",
    publishedAt: "2026-12-25T10:00:40.000Z",
  });
});

test("a winner who withdraws is gone from the list, the feeds and the pictures", async () => {
  await seal();
  await announce();
  const told = (await feeds()).headers?.["ETag"];
  contest.setClock("2026-12-26T10:00:00Z");
  await contest.operations.withdraw({ id: fox.entry.id }, contest.holder(fox));

  const after = await everythingPublic();
  for (const word of ["Варя", "Лиса", fox.entry.image!.variants[0]!.url]) expect(after).not.toContain(word);
  expect((await winners()).winners.map((it) => it.place)).toEqual([2, null]);
  const { headers } = await feeds();
  expect(headers?.["ETag"]).not.toBe(told);
  expect(headers?.["Last-Modified"]).toBe("Sat, 26 Dec 2026 10:00:00 GMT");
});

test("a winner taken down by moderation is gone too", async () => {
  await seal();
  await announce();
  await contest.decide("reject", [fox], "Чужая работа");
  expect((await winners()).winners.map((it) => it.place)).toEqual([2, null]);
});

test("the feeds tell permitted names only, and what residents wrote stays text", async () => {
  await seal();
  await announce();
  const { atom, json } = await feeds();
  for (const feed of [atom, JSON.stringify(json)]) {
    for (const word of ["Кузнецов", "Сафин", "Тимур", "Тайна", "anna@", "Детский сад", "Анна"]) {
      expect(feed).not.toContain(word);
    }
    expect(feed).toContain("Варя К.");
  }
  expect(json.items[0]?.content_html).toContain("«Медведь &amp; мёд»");
  expect(atom).toContain("https://town.example/contests/les");
});

test("a contest's title is a title, not markup, and no character in an award spoils the feed", async () => {
  await contest.campaigns.importCampaigns(terms({ title: { ru: "Лес & <b>дом</b>" } }));
  const title = "Приз\u000b зрителей\uffff";
  await contest.operations.seal(
    { slug: "les", results: [{ entryId: fox.entry.id, title }] },
    contest.staff("admin"),
  );
  await announce();
  const { atom, json } = await feeds();
  expect(atom).toContain("Итоги: Лес &amp; &lt;b&gt;дом&lt;/b&gt;");
  expect(atom).toContain("Приз зрителей");
  expect(json.items[0]).toMatchObject({ title: "Итоги: Лес & <b>дом</b>" });
});

test("a feed in English names age groups in English, where the city wrote it", async () => {
  await seal();
  await announce();
  const json = await announcements().json({}, { ...contest.resident, locale: "en" });
  expect(textOf(json)).toContain("<h3>Береги лес, ages 3–6</h3>");
});

test("personal data is in no public answer at all", async () => {
  await seal();
  await announce();
  const told = await everythingPublic();
  for (const word of ["Кузнецов", "Сафин", "Тимур", "anna@", "@pochta", "Анна", "Детский сад"]) {
    expect(told).not.toContain(word);
  }
  const stored = JSON.stringify(await contest.database.read.selectFrom("entry").selectAll().execute());
  for (const word of ["Кузнецова", "Сафин", "anna@", "Детский сад"]) expect(stored).toContain(word);
});

test("archived, a contest still shows its winners", async () => {
  await seal();
  await announce();
  await contest.operations.move({ slug: "les", state: "archived" }, contest.staff("admin"));
  expect((await winners()).winners).toHaveLength(3);
});
