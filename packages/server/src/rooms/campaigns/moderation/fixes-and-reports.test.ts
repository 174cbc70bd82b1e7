import { afterEach, expect, test } from "vitest";
import { aContest, type Contest, type SentEntry } from "../testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

const DAY = "2026-12-01T18:59:00.000Z";
const moderator = (name?: string) => contest.staff("moderator", name);
const askFix = (sent: SentEntry, fixBy?: string) =>
  contest.operations.decide(
    { ids: [sent.entry.id], decision: "ask_fix", reason: "Снимите весь лист.", fixBy },
    moderator(),
  );
const own = (sent: SentEntry) => contest.operations.entry({ id: sent.entry.id }, contest.holder(sent));
const same = (sent: SentEntry, number: number, reason?: string) =>
  contest.operations.decide(
    { ids: [sent.entry.id], decision: "same", sameAs: { campaign: "les", number }, reason },
    moderator(),
  );

test("a work to be mended by a day says that day to its parent by letter and page, and kindly that it has passed", async () => {
  const letters: string[] = [];
  contest = await aContest({}, undefined, { send: async ({ text }) => void letters.push(text) });
  const sent = await contest.send();
  await expect(askFix(sent, "2026-11-22T09:00:00Z")).rejects.toMatchObject({ code: "invalid" });

  const { entries } = await askFix(sent, DAY);
  expect(entries[0]).toMatchObject({ state: "submitted", fixBy: DAY });
  await contest.jobs.runDue();
  expect(letters.at(-1)).toContain("Ждём исправленную работу до 1 декабря 2026 г. в 23:59");
  expect((await own(sent)).entry).toMatchObject({
    fixBy: DAY,
    notice:
      "Исправленную работу ждём до 1 декабря 2026 г. в 23:59: отправьте её через форму на этой странице. Имя и фамилия ребёнка, контакт взрослого и номинация — те же: новая работа встанет на место прежней.",
  });

  contest.setClock("2026-12-02T10:00:00Z");
  expect((await own(sent)).entry.notice).toMatch(/Приём ещё идёт: её можно прислать/);
  const mended = await contest.send();
  expect((await own(sent)).entry.state).toBe("rejected");
  expect((await own(mended)).entry.state).toBe("submitted");
});

test("a mended work comes until its day though entries closed meanwhile, and then no more", async () => {
  contest = await aContest();
  const sent = await contest.send();
  const other = await contest.sendFrom("Ева");
  contest.setClock("2026-12-25T10:00:00Z");
  await askFix(sent, "2026-12-26T10:00:00Z");
  await expect(contest.sendFrom("Глеб")).rejects.toMatchObject({ details: { reason: "campaigns.closed" } });
  const mended = await contest.send();
  expect((await own(mended)).entry.state).toBe("submitted");

  await askFix(mended, "2026-12-26T10:00:00Z");
  contest.setClock("2026-12-26T10:00:01Z");
  await expect(contest.send()).rejects.toMatchObject({ details: { reason: "campaigns.closed" } });
  expect((await own(mended)).entry.notice).toMatch(/позвоните организатору/);
  expect((await own(other)).entry).not.toHaveProperty("fixBy");
});

test("the same work again is rejected beside the other, in kind words, and that is taken back", async () => {
  contest = await aContest();
  await contest.send();
  const again = await contest.sendFrom("Ева");
  await expect(same(again, 77)).rejects.toMatchObject({ details: { reason: "campaigns.no_other_work" } });
  await expect(same(again, 2)).rejects.toMatchObject({ details: { reason: "campaigns.no_other_work" } });

  const { entries } = await same(again, 1);
  expect(entries[0]).toMatchObject({ state: "rejected", sameAs: { campaign: "les", number: 1 } });
  expect((await own(again)).entry.reason).toMatch(/^Эта работа уже есть среди присланных, под № 1/);

  const back = await contest.operations.decide({ ids: [again.entry.id], decision: "reopen" }, moderator());
  expect(back.entries[0]).toMatchObject({ state: "submitted" });
  expect(back.entries[0]).not.toHaveProperty("sameAs");
  expect((await same(again, 1, "Рисунок уже прислала школа.")).entries[0]?.reason).toBe(
    "Рисунок уже прислала школа.",
  );
});

test("what visitors report of a published work waits for moderators, once a person, until somebody looks into it", async () => {
  contest = await aContest();
  const sent = await contest.send();
  const hidden = await contest.sendFrom("Ева");
  await contest.decide("approve", [sent]);
  const report = (number: number, network = "n", words?: string) =>
    contest.operations.report({ slug: "les", number, reason: "personal", words }, { locale: "ru", network });
  const reported = async () =>
    (await contest.operations.staffEntries({ limit: 60, reported: "true" }, moderator())).items;

  await expect(report(2)).rejects.toMatchObject({ code: "not_found" });
  await report(1, "n", "Виден телефон");
  await report(1, "n", "Ещё раз");
  await report(1, "other");
  const [seen, ...rest] = await reported();
  expect(rest).toEqual([]);
  expect(seen?.reports?.map(({ reason, words }) => [reason, words])).toEqual([
    ["personal", "Виден телефон"],
    ["personal", undefined],
  ]);
  expect(JSON.stringify(await contest.gallery())).not.toContain("Виден телефон");

  const ids = [sent.entry.id];
  await contest.operations.resolveReports({ ids, words: "Телефон закрыли" }, moderator());
  expect(await reported()).toEqual([]);
  await contest.operations.reopenReports({ ids }, moderator());
  expect(await reported()).toHaveLength(1);

  await contest.decide("reject", [sent], "На рисунке телефон");
  expect(await reported()).toEqual([]);
  await contest.decide("approve", [sent, hidden]);
  expect((await reported()).map(({ id }) => id)).toEqual(ids);
});

test("one network reports only so much in a day", async () => {
  contest = await aContest();
  const sent = await contest.send();
  await contest.decide("approve", [sent]);
  const report = (number: number) =>
    contest.operations.report({ slug: "les", number, reason: "mistake" }, contest.resident);
  for (let more = 2; more <= 22; more += 1) await contest.twin(sent, { number: more });
  for (let number = 2; number <= 21; number += 1) await report(number);
  await expect(report(22)).rejects.toMatchObject({ code: "rate_limited" });
  contest.setClock("2026-11-23T10:00:00Z");
  expect(await report(22)).toEqual({ received: true });
});

test("a picture's description is the moderator's, and a moderator hears who else looks at an entry", async () => {
  contest = await aContest();
  const sent = await contest.send();
  const { id } = sent.entry;
  await contest.operations.describe({ id, alt: "Лиса спит под ёлкой" }, moderator());
  await contest.decide("approve", [sent]);
  expect((await contest.gallery()).items[0]?.alt).toBe("Лиса спит под ёлкой");

  for (const name of ["Ольга", "Пётр"]) await aModerator(name);
  const look = (name: string, looking = true) => contest.operations.lookAt({ id, looking }, moderator(name));
  expect(await look("Ольга")).toEqual({ others: [] });
  expect(await look("Пётр")).toEqual({ others: ["Ольга"] });
  await look("Пётр", false);
  expect(await look("Ольга")).toEqual({ others: [] });
  await look("Пётр");
  contest.setClock("2026-11-22T10:00:21Z");
  expect(await look("Ольга")).toEqual({ others: [] });
});

const aModerator = (name: string) =>
  contest.database.write((db) =>
    db
      .insertInto("user")
      .values({
        id: name,
        name,
        email: `${name}@town.example`,
        emailVerified: 1,
        createdAt: DAY,
        updatedAt: DAY,
        role: "moderator",
        disabled: 0,
        image: null,
        department: null,
        twoFactorEnabled: 0,
      })
      .execute(),
  );
