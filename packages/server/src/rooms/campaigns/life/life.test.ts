import { afterEach, expect, test } from "vitest";
import { aContest, type Contest, terms } from "../testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

const admin = () => contest.staff("admin");
const les = async () => contest.operations.terms({ slug: "les" }, admin());
const later = "2026-12-27T18:59:59.000Z";
async function extend(closesAt = later) {
  const { terms: now, version } = await les();
  return contest.operations.changeTerms(
    { slug: "les", version, terms: { ...now, dates: { ...now.dates, closesAt } } },
    admin(),
  );
}

test("terms change in the first half of the time for entries, and those who entered are told", async () => {
  contest = await aContest();
  const sent = await contest.send();
  expect((await contest.operations.entry({ id: sent.entry.id }, contest.holder(sent))).entry.notice).toBe(
    undefined,
  );
  contest.setClock("2026-11-25T10:00:00Z");
  expect((await extend()).changed).toEqual(["dates"]);

  const { campaign } = await contest.operations.get({ slug: "les" }, contest.resident);
  expect(campaign.dates.closesAt).toBe(later);
  expect(campaign.changes).toEqual([{ at: "2026-11-25T10:00:00.000Z", parts: ["dates"] }]);
  const { entry } = await contest.operations.entry({ id: sent.entry.id }, contest.holder(sent));
  expect(entry.notice).toBe("Условия конкурса изменились 25 ноября 2026 г.: даты.");
  const afterwards = await contest.sendFrom("Ева");
  contest.setClock("2026-11-25T11:00:00Z");
  const late = await contest.sendFrom("Тимур");
  expect((await contest.operations.entry({ id: late.entry.id }, contest.holder(late))).entry.notice).toBe(
    undefined,
  );
  expect(afterwards.entry.number).toBe(2);
});

test("from the half on terms stay as they are", async () => {
  contest = await aContest();
  const { until } = await les();
  expect(until).toBe("2026-11-26T06:59:59.500Z");
  contest.setClock("2026-11-26T06:59:59.499Z");
  expect((await les()).mayChange).toBe(true);
  contest.setClock("2026-11-26T06:59:59.500Z");
  expect((await les()).mayChange).toBe(false);
  await expect(extend()).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "campaigns.terms_fixed" },
  });
});

test("a draft changes freely; a colleague's change is not overwritten, and a mistake is told by its field", async () => {
  contest = await aContest({ state: "draft" });
  const { terms: before, version } = await les();
  contest.setClock("2027-03-01T00:00:00Z");
  const change = (over: object, of: string) =>
    contest.operations.changeTerms({ slug: "les", version: of, terms: { ...before, ...over } }, admin());
  const { version: second, changed } = await change({ title: { ru: "Лес" }, consentWithinDays: 14 }, version);
  expect(changed).toEqual(["title", "consentWithinDays"]);
  await expect(change({}, version)).rejects.toMatchObject({ details: { reason: "campaigns.terms_stale" } });
  const backwards = [{ slug: "9-3", title: "9–3", minAge: 9, maxAge: 3 }];
  await expect(change({ ageGroups: backwards }, second)).rejects.toMatchObject({
    code: "invalid",
    details: { field: "ageGroups.0.maxAge" },
  });
  expect((await les()).changes).toEqual([]);
});

test("last year's contest is copied in one step, a draft with the dates of the next", async () => {
  contest = await aContest();
  await contest.campaigns.importCampaigns(
    terms({
      slug: "vesna-2024",
      title: { ru: "Весна-2024" },
      rules: "Работы принимаем до 29 февраля 2024 года. Закон 2006 года.",
      consent: { version: "vesna-2024-1", text: "Да." },
      dates: { opensAt: "2024-02-01T00:00:00Z", closesAt: "2024-02-29T12:00:00Z" },
    }),
  );
  contest.setClock("2026-03-10T00:00:00Z");
  const { campaign } = await contest.operations.copy({ slug: "vesna-2024" }, admin());
  expect(campaign).toMatchObject({
    slug: "vesna-2027",
    state: "draft",
    title: { ru: "Весна-2027" },
    rules: "Работы принимаем до 29 февраля 2027 года. Закон 2006 года.",
    dates: { opensAt: "2027-02-01T00:00:00.000Z", closesAt: "2027-02-28T12:00:00.000Z" },
    consent: { version: "vesna-2027-1" },
  });
  expect((await contest.operations.copy({ slug: "vesna-2024" }, admin())).campaign.slug).toBe("vesna-2027-2");
});

test("a work without its parent's consent is told until when, and goes on that day", async () => {
  contest = await aContest({ consentWithinDays: 10 });
  const brought = await contest.operations.submitForClass(
    {
      slug: "les",
      nomination: "beregi-les",
      title: "Ёж",
      authorFirstName: "Лия",
      authorAge: 6,
      className: "1 «А»",
      institution: "Школа № 2",
      teacher: "Ольга Петрова",
      teacherContact: "olga@school.example",
      upload: contest.upload(),
    },
    contest.resident,
  );
  const own = async () =>
    (await contest.operations.entry({ id: brought.entry.id }, contest.holder(brought))).entry;
  expect((await own()).notice).toBe("Согласие нужно до 2 декабря 2026 г.: потом работу и данные удалим.");

  contest.setClock("2026-12-02T09:59:59Z");
  await contest.campaigns.keepNoLonger();
  expect((await own()).state).toBe("submitted");
  contest.setClock("2026-12-02T10:00:00Z");
  await contest.campaigns.keepNoLonger();
  await contest.jobs.runDue();
  expect(await own()).toMatchObject({ state: "withdrawn", title: "" });
  expect(contest.files()).toMatchObject({ originals: [], media: [] });
  expect(await proofs()).toMatchObject([{ action: "entry.unconsented_erased", staff_id: "system" }]);
});

test("a year after the results names go, and the work stays where its consent lasts", async () => {
  contest = await aContest();
  const fox = await contest.send();
  const hidden = await contest.sendFrom("Тимур", {
    "consent.publishing": undefined,
    "consent.use": undefined,
  });
  await contest.decide("approve", [fox, hidden]);
  contest.setClock("2028-01-17T18:59:58Z");
  await contest.campaigns.keepNoLonger();
  expect((await contest.gallery()).items[0]).toMatchObject({ authorName: "Варя К." });

  contest.setClock("2028-01-17T18:59:59Z");
  expect(await contest.campaigns.keepNoLonger()).toEqual({ unconsented: 0, names: 2 });
  await contest.jobs.runDue();
  const { items } = await contest.gallery();
  expect(items).toMatchObject([{ title: "Лиса тушит костёр", authorName: "Имя не публикуется" }]);
  expect(contest.files().originals).toHaveLength(1);
  const stored = await everythingStored();
  expect(stored).toContain("Лиса тушит костёр");
  for (const told of ["Варя", "Кузнецова", "Тимур", "anna@pochta.example", "Детский сад"])
    expect(stored).not.toContain(told);
  expect(await contest.campaigns.keepNoLonger()).toEqual({ unconsented: 0, names: 0 });
  expect((await proofs()).map(({ action }) => action)).toEqual(["entry.names_erased", "entry.names_erased"]);
});

/** What the log says of erasures. */
const proofs = () =>
  contest.database.read.selectFrom("audit").selectAll().where("action", "like", "%erased").execute();

/** Every row of every table, as text. */
async function everythingStored(): Promise<string> {
  const { read } = contest.database;
  const tables = await read.introspection.getTables();
  const rows = await Promise.all(
    tables.map(({ name }) =>
      read
        .selectFrom(name as "entry")
        .selectAll()
        .execute(),
    ),
  );
  return JSON.stringify(rows);
}
