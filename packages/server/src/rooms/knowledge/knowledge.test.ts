import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { explainProblem, ImportRefused } from "../../sheets/index.ts";
import { aDatabase } from "../../storage/storage.fixture.ts";
import { aCity, type City, editor, potholes, refusal, resident } from "./knowledge.fixture.ts";

const demo = (name: string) =>
  readFileSync(new URL(`../../../../../demo/city/${name}`, import.meta.url), "utf8");

// A ranking thread takes a while to start where the machine has much else to do.
vi.setConfig({ testTimeout: 60_000 });

let city: City;
beforeEach(async () => {
  city = await aCity();
});
afterEach(() => city.close());

const anna = editor("Анна");
const boris = editor("Борис");

test("a draft is not answered from; the question right after publishing is", async () => {
  const knowledge = await city.open();
  await city.save(knowledge, {}, 0);
  expect((await knowledge.find("яма на дороге")).ranked).toEqual([]);

  await knowledge.operations.publish({ slug: "potholes", locale: "ru" }, anna);

  const [first] = (await knowledge.find("яма на дороге")).ranked;
  expect(first?.article).toEqual({ ...potholes, version: 1, vouchedUntil: "", expired: false });
});

test("a published article keeps its words until the changed draft is published too", async () => {
  const knowledge = await city.open();
  await city.save(knowledge, {}, 0);
  await knowledge.operations.publish({ slug: "potholes", locale: "ru" }, anna);
  await city.save(knowledge, { answer: "Напишите в дорожную службу." }, 1, boris);
  expect(knowledge.articleAnswer("potholes", "ru")).toMatchObject({ version: 1, answer: potholes.answer });

  await knowledge.operations.publish({ slug: "potholes", locale: "ru", expectedVersion: 2 }, boris);

  expect(knowledge.articleAnswer("potholes", "ru")).toMatchObject({
    version: 2,
    answer: "Напишите в дорожную службу.",
  });
});

test("of two who save the same version the second is told who was faster, and nothing is overwritten", async () => {
  const knowledge = await city.open();
  await city.save(knowledge, {}, 0);

  const outcomes = await Promise.all([
    refusal(city.save(knowledge, { answer: "Первый текст." }, 1, anna)),
    refusal(city.save(knowledge, { answer: "Второй текст." }, 1, boris)),
  ]);

  expect(outcomes[0]).toBe("accepted");
  expect(outcomes[1]).toMatchObject({
    code: "conflict",
    details: { reason: "knowledge.stale", values: { who: "Анна", version: 2 } },
  });
  const draft = await knowledge.operations.draft({ slug: "potholes", locale: "ru" }, boris);
  expect(draft).toMatchObject({ article: { version: 2, answer: "Первый текст.", changedBy: "Анна" } });
});

test("every save is kept with who and when, and an earlier one can be read again page by page", async () => {
  const knowledge = await city.open();
  await city.save(knowledge, {}, 0, anna);
  await knowledge.operations.publish({ slug: "potholes", locale: "ru" }, anna);
  city.now = new Date("2026-11-23T10:00:00Z");
  await city.save(knowledge, { answer: "Напишите нам.", reviewOn: "2027-02-01" }, 1, boris);
  const asked = { slug: "potholes", locale: "ru" as const };

  expect(await knowledge.operations.versions({ ...asked, limit: 20 }, boris)).toMatchObject({
    items: [
      {
        version: 2,
        savedBy: "Борис",
        savedAt: "2026-11-23T10:00:00.000Z",
        answer: "Напишите нам.",
        reviewOn: "2027-02-01",
      },
      { version: 1, savedBy: "Анна", publishedBy: "Анна", answer: potholes.answer, reviewOn: "" },
    ],
  });
  expect(await knowledge.operations.versions({ ...asked, limit: 20, before: 2 }, boris)).toMatchObject({
    items: [{ version: 1 }],
  });
  expect(
    await refusal(knowledge.operations.versions({ ...asked, slug: "no-such", limit: 20 }, boris)),
  ).toMatchObject({ code: "not_found" });
});

test("a new article under a taken name, and publishing another version than was seen, are conflicts", async () => {
  const knowledge = await city.open();
  await city.save(knowledge, {}, 0);
  expect(await refusal(city.save(knowledge, {}, 0, boris))).toMatchObject({
    code: "conflict",
    details: { reason: "knowledge.exists" },
  });
  expect(
    await refusal(
      knowledge.operations.publish({ slug: "potholes", locale: "ru", expectedVersion: 2 }, boris),
    ),
  ).toMatchObject({ code: "conflict" });
  expect(await refusal(knowledge.operations.publish({ slug: "no-such", locale: "ru" }, boris))).toMatchObject(
    {
      code: "not_found",
    },
  );
});

test("an article names a department that exists, or is not saved", async () => {
  const knowledge = await city.open();
  expect(await refusal(city.save(knowledge, { department: "moon" }, 0))).toMatchObject({
    code: "invalid",
    details: { field: "department", values: { department: "moon" } },
  });
  expect(await knowledge.operations.drafts({}, anna)).toEqual({ items: [] });
});

test("what is taken off is not found any more, and can be published again", async () => {
  const knowledge = await city.open();
  await city.save(knowledge, {}, 0);
  await knowledge.operations.publish({ slug: "potholes", locale: "ru" }, anna);
  await knowledge.operations.unpublish({ slug: "potholes", locale: "ru" }, anna);
  expect(knowledge.articleAnswer("potholes", "ru")).toBeUndefined();
  expect(await refusal(knowledge.operations.article({ slug: "potholes" }, resident))).toMatchObject({
    code: "not_found",
  });

  await knowledge.operations.publish({ slug: "potholes", locale: "ru" }, anna);
  expect(knowledge.articleAnswer("potholes", "ru")?.version).toBe(1);
});

test("an article past its last day in the city is offered with that date, and no longer answered from", async () => {
  const knowledge = await city.open();
  await city.save(knowledge, { expires: "2026-11-24" }, 0);
  city.now = new Date("2026-11-24T18:59:00Z");
  await knowledge.operations.publish({ slug: "potholes", locale: "ru" }, anna);
  expect(await knowledge.find("яма на асфальте")).toMatchObject({
    outcome: "answer",
    ranked: [{ article: { expired: false } }],
  });

  city.now = new Date("2026-11-24T19:00:00Z");
  expect(await knowledge.refreshIfChanged()).toBe(true);
  expect(await knowledge.find("яма на асфальте")).toMatchObject({
    outcome: "choose",
    ranked: [{ article: { slug: "potholes", expired: true, expires: "2026-11-24" } }],
  });
  expect(knowledge.articleAnswer("potholes", "ru")).toMatchObject({ expired: true });
  expect(await refusal(knowledge.operations.publish({ slug: "potholes", locale: "ru" }, anna))).toMatchObject(
    { code: "invalid", details: { reason: "knowledge.expired" } },
  );
});

test("so is one past the day on which it was to be checked again, until somebody did", async () => {
  const knowledge = await city.open();
  await city.publish(knowledge, { slug: "potholes", reviewOn: "2026-11-24", expires: "2027-11-24" });
  city.now = new Date("2026-11-24T19:00:00Z");
  await knowledge.refreshIfChanged();
  expect(await knowledge.find("яма на асфальте")).toMatchObject({
    outcome: "choose",
    ranked: [{ article: { slug: "potholes", expired: true, vouchedUntil: "2026-11-24" } }],
  });
  expect(await refusal(knowledge.operations.publish({ slug: "potholes", locale: "ru" }, anna))).toMatchObject(
    { code: "invalid", details: { reason: "knowledge.review_passed", field: "reviewOn" } },
  );
  await city.save(knowledge, { reviewOn: "2027-05-24", expires: "2027-11-24" }, 1);
  await knowledge.operations.publish({ slug: "potholes", locale: "ru" }, anna);
  expect(await knowledge.find("яма на асфальте")).toMatchObject({ outcome: "answer" });
});

test("public lists show no article past its last day; its own page says until when it held", async () => {
  const knowledge = await city.open();
  await city.publish(knowledge, { slug: "potholes", expires: "2026-11-24" });
  await city.publish(knowledge, { slug: "lights", question: "Не горит фонарь на дороге?", alternatives: [] });
  city.now = new Date("2026-11-25T05:00:00Z");
  await knowledge.refreshIfChanged();

  const all = await knowledge.operations.articles({}, resident);
  const search = await knowledge.operations.articles({ query: "яма на дороге" }, resident);
  const page = await knowledge.operations.article({ slug: "potholes" }, resident);

  expect("items" in all && all.items.map(({ slug }) => slug)).toEqual(["lights"]);
  expect("topics" in all && all.topics.map(({ articles }) => articles)).toEqual([1]);
  expect("items" in search && search.items.map(({ slug }) => slug)).not.toContain("potholes");
  expect(page).toMatchObject({ article: { expired: "2026-11-24", answer: potholes.answer } });
  expect(knowledge.approvedCount()).toBe(1);
});

test("the demo city's articles are written out as the same bytes, and taken again as nothing new", async () => {
  const knowledge = await city.open();
  for (const name of ["articles.csv", "articles.en.csv"]) await knowledge.importArticles(demo(name), "demo");
  expect(await knowledge.exportArticles("ru")).toBe(demo("articles.csv"));
  expect(await knowledge.exportArticles("en")).toBe(demo("articles.en.csv"));

  const again = await knowledge.importArticles(await knowledge.exportArticles(), "demo");
  expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 170 });
});

test("test questions go out with the articles and come back, and a file without them leaves them", async () => {
  const knowledge = await city.open();
  await city.publish(knowledge, { slug: "potholes" });
  const plain = await knowledge.exportArticles("ru");
  const of = { slug: "potholes", locale: "ru" } as const;
  const asked = ["яма на дороге", "провалился асфальт"];
  await knowledge.operations.saveTestQuestions({ ...of, questions: asked }, editor("Анна"));

  const written = await knowledge.exportArticles("ru");
  expect(written).toContain("яма на дороге | провалился асфальт");
  expect(await knowledge.importArticles(plain, "demo")).toMatchObject({ changed: 0 });
  await knowledge.operations.saveTestQuestions({ ...of, questions: [] }, editor("Анна"));
  expect(await knowledge.importArticles(written, "demo")).toMatchObject({ changed: 1 });
  expect(await knowledge.operations.testQuestions(of, editor("Анна"))).toMatchObject({ questions: asked });
});

test("an import makes a new published version of what differs and leaves the rest", async () => {
  const knowledge = await city.open();
  await knowledge.importArticles(demo("articles.csv"), "demo");
  const csv = demo("articles.csv").replace("Сначала проверьте, нет ли", "Для начала проверьте, нет ли");

  const report = await knowledge.importArticles(csv, "Анна");

  expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 129 });
  expect(knowledge.articleAnswer("cold-water-off", "ru")).toMatchObject({ version: 2 });
  expect(knowledge.articleAnswer("cold-water-off", "ru")?.answer).toMatch(/^Для начала/);
  expect(knowledge.articleAnswer("cold-water-off", "en")?.locale).toBe("ru");
});

test("every mistake of a file is named by the line on which its row starts, and nothing is taken", async () => {
  const knowledge = await city.open();
  const csv = [
    "slug,topic,locale,question,alternatives,answer,department,sourceTitle,sourceUrl,updated,expires",
    'good-one,roads,ru,Хороший вопрос?,,"Ответ',
    "",
    'в три строки",roads,,,2026-10-01,',
    "Bad Slug,roads,ru,Вопрос?,,Ответ,,,,2026-10-01,",
    "no-answer,roads,fr,Вопрос?,,,,,,2026-02-30,",
    "",
    "short,roads,ru",
    "good-one,roads,ru,Снова?,,Ответ,,,,2026-10-01,",
  ].join("\n");

  const refused = await refusal(knowledge.importArticles(csv, "Анна"));

  if (!(refused instanceof ImportRefused)) throw new Error("the file was accepted");
  expect(refused.problems.map((problem) => explainProblem(problem, "en"))).toEqual([
    "articles, line 5, slug: “Bad Slug”: use small Latin letters, digits and hyphens",
    "articles, line 6, locale: “fr”: must be one of ru, en",
    "articles, line 6, answer: must not be empty",
    "articles, line 6, updated: “2026-02-30”: write a date such as 2026-11-22",
    "articles, line 8: 3 fields, but 11 columns",
    "articles, line 9: this record is there already, on line 2",
  ]);
  expect(await knowledge.operations.drafts({}, anna)).toEqual({ items: [] });
});

test("a department that nobody has is told, and the article is taken", async () => {
  const knowledge = await city.open();
  const { warnings, added } = await knowledge.importArticles(
    "slug,topic,locale,question,alternatives,answer,department,sourceTitle,sourceUrl,updated,expires\n" +
      "lights,roads,ru,Не горит фонарь?,,Позвоните.,gorsvet,,,2026-10-01,\n",
    "Анна",
  );
  expect(added).toBe(1);
  expect(warnings.map((warning) => explainProblem(warning, "ru"))).toEqual([
    "articles, строка 2, department: в справочнике телефонов нет «gorsvet»",
  ]);
});

test("a running server notices what another process imported", async () => {
  const knowledge = await city.open();
  const elsewhere = await aDatabase(city.folder);
  const other = await city.open({ database: elsewhere });
  await other.importArticles(demo("articles.csv"), "command line");
  await elsewhere.close();
  expect(knowledge.approvedCount()).toBe(0);

  expect(await knowledge.refreshIfChanged()).toBe(true);
  expect(knowledge.approvedCount()).toBe(130);
  expect(await knowledge.refreshIfChanged()).toBe(false);
});

test("residents see topics with their names and can search", async () => {
  const knowledge = await city.open();
  for (const name of ["articles.csv", "articles.en.csv"]) await knowledge.importArticles(demo(name), "demo");

  const all = await knowledge.operations.articles({}, resident);
  const english = await knowledge.operations.articles({ locale: "en", topic: "waste" }, resident);
  const search = await knowledge.operations.articles(
    { query: "очередь в детский сад", topic: "education" },
    resident,
  );

  if (!("items" in all) || !("items" in english) || !("items" in search))
    throw new Error("unexpected headers");
  expect(all.items).toHaveLength(130);
  expect(all.topics[0]).toEqual({ topic: "utilities", title: "Вода, тепло, свет и газ", articles: 15 });
  expect(english.items.map(({ locale, topic }) => `${locale} ${topic}`)).toContain("en waste");
  expect(new Set(english.items.map(({ locale, topic }) => `${locale} ${topic}`)).size).toBe(1);
  expect(search.items.slice(0, 3).map(({ slug }) => slug)).toContain("kindergarten-queue-number");
});
