import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Knowledge, NoticedQuestion } from "../index.ts";
import { aCity, type City, editor, potholes, refusal } from "../knowledge.fixture.ts";

vi.setConfig({ testTimeout: 30_000 });

let city: City;
let knowledge: Knowledge;
beforeEach(async () => {
  city = await aCity();
  knowledge = await city.open();
});
afterEach(() => city.close());

const anna = editor("Анна");
const boris = editor("Борис");
const offered = [{ slug: "potholes", title: potholes.question }];
const noticed = (notice: NoticedQuestion) =>
  city.database.write((connection) => knowledge.noticed(connection, notice));
const unanswered = (question: string, more: object = {}) =>
  noticed({ kind: "unanswered", question, locale: "ru", offered: [], ...more });
const list = async (wanted: object = {}) => {
  const reply = await knowledge.operations.openQuestions({ state: "open", limit: 50, ...wanted }, anna);
  if (!("items" in reply)) throw new Error("headers were not expected");
  return reply;
};
const texts = async (wanted: object = {}) => (await list(wanted)).items.map(({ question }) => question);
const first = async (wanted: object = {}) => {
  const [question] = (await list(wanted)).items;
  if (!question) throw new Error("there is no question");
  return question;
};

test("what could not be answered is kept with what was offered, when and how often", async () => {
  await unanswered("Где дорожники сушат асфальт?", { offered, confidence: 0.314 });
  city.now = new Date("2026-11-25T05:00:00Z");
  await unanswered("где дорожники сушат асфальт", { kind: "none_of_these", offered: [], confidence: 0.2 });

  expect((await list()).items).toEqual([
    {
      id: "id-000001",
      question: "Где дорожники сушат асфальт?",
      locale: "ru",
      origin: "none_of_these",
      offered: [],
      confidence: 0.2,
      article: undefined,
      times: 2,
      firstAt: "2026-11-24T05:00:00.000Z",
      lastAt: "2026-11-25T05:00:00.000Z",
      state: "open",
      decidedBy: undefined,
    },
  ]);
});

test("the most frequent question comes first, and pages follow each other without a gap", async () => {
  for (const question of ["вопрос а", "вопрос б", "вопрос б", "вопрос в", "вопрос в", "вопрос в", "вопрос г"])
    await unanswered(question);

  const page = await list({ limit: 2 });
  const rest = await list({ limit: 2, cursor: page.nextCursor });

  expect(page.items.map(({ question, times }) => [question, times])).toEqual([
    ["вопрос в", 3],
    ["вопрос б", 2],
  ]);
  expect(rest.items.map(({ question }) => question)).toEqual(["вопрос г", "вопрос а"]);
  expect(rest.nextCursor).toBeUndefined();
  expect(await refusal(list({ cursor: "made-up" }))).toMatchObject({ code: "invalid" });
});

test.each([
  ["Перезвоните мне на +7 (912) 345-67-89 про яму", "Перезвоните мне на [номер] про яму"],
  ["мой номер 89123456789, яма у дома 12", "мой номер [номер], яма у дома 12"],
  ["Напишите на ivan.petrov@mail.example.ru о яме", "Напишите на [почта] о яме"],
  ["лицевой счёт 1234 5678 90 не тот", "лицевой счёт [номер] не тот"],
  ["Меня зовут Иван Петров, где мой паспорт", "Меня зовут [имя], где мой паспорт"],
  ["здравствуйте меня зовут мария и у меня течёт", "здравствуйте меня зовут [имя] и у меня течёт"],
  ["Я Иванова Мария Петровна, где очередь в садик", "Я [имя], где очередь в садик"],
  ["По 59-ФЗ за 30 дней, дом 12к3, в 18:00", "По 59-ФЗ за 30 дней, дом 12к3, в 18:00"],
])("personal data is left out before storing: %s", async (asked, stored) => {
  await unanswered(asked);
  expect(await texts()).toEqual([stored]);
});

test("neither a long story whole nor a message without words is kept", async () => {
  await unanswered(`Дело было так: ${"а потом ещё и ".repeat(40)}`);
  await unanswered("?!");
  await unanswered("8 912 345 67 89");

  const kept = await texts();
  expect(kept).toHaveLength(1);
  expect(kept[0]?.length).toBeLessThanOrEqual(300);
});

test("an accepted question becomes a phrasing of the draft and is answered from once that is published", async () => {
  await city.publish(knowledge, { slug: "potholes" });
  await unanswered("Колдобина съела колесо!", { offered });
  const { id } = await first();

  const accepted = await knowledge.operations.acceptQuestion({ id, slug: "potholes" }, anna);

  expect(accepted).toMatchObject({
    question: {
      state: "accepted",
      decidedBy: "Анна",
      article: { slug: "potholes", question: potholes.question },
    },
    article: { version: 2, publishedVersion: 1, changedBy: "Анна" },
  });
  expect("article" in accepted && accepted.article.alternatives).toEqual([
    ...potholes.alternatives,
    "Колдобина съела колесо!",
  ]);
  expect((await knowledge.find("колдобина съела колесо")).outcome).not.toBe("answer");
  await knowledge.operations.publish({ slug: "potholes", locale: "ru" }, anna);
  expect((await knowledge.find("колдобина съела колесо")).ranked[0]?.article.slug).toBe("potholes");
  expect(await texts()).toEqual([]);
});

test("an editor's own wording is added in place of the resident's, and masks are never part of one", async () => {
  await city.save(knowledge, {}, 0);
  await unanswered("Меня зовут Пётр, колдобина у ворот");
  const { id } = await first();
  await knowledge.operations.acceptQuestion({ id, slug: "potholes", phrasing: "Колдобина у ворот" }, anna);
  await unanswered("Меня зовут Пётр, а яму кто заделает");
  await knowledge.operations.acceptQuestion({ id: (await first()).id, slug: "potholes" }, anna);

  expect(await knowledge.operations.draft({ slug: "potholes", locale: "ru" }, anna)).toMatchObject({
    article: {
      version: 3,
      alternatives: [...potholes.alternatives, "Колдобина у ворот", "а яму кто заделает"],
    },
  });
});

test("an article that has the phrasing already gets no second one and no new version", async () => {
  await city.save(knowledge, {}, 0);
  await unanswered("Яма на асфальте!!!");
  const accepted = await knowledge.operations.acceptQuestion(
    { id: (await first()).id, slug: "potholes" },
    anna,
  );
  expect(accepted).toMatchObject({ article: { version: 1 }, question: { state: "accepted" } });
});

test("a resident's pick and an operator's article are suggestions for that article", async () => {
  await city.publish(knowledge, { slug: "potholes" });
  const asked = { question: "Колесо пробил, кому жаловаться", locale: "ru", offered } as const;
  await noticed({ ...asked, kind: "picked", article: "potholes" });
  await noticed({ ...asked, kind: "sent_by_operator", article: "potholes" });
  await noticed({ ...asked, kind: "picked", article: "potholes", question: "яма на асфальте" });
  await unanswered(asked.question);

  const suggestion = await first({ origin: "sent_by_operator" });
  expect(suggestion).toMatchObject({
    question: asked.question,
    times: 2,
    article: { slug: "potholes", question: potholes.question },
  });
  expect((await list()).items).toHaveLength(2);
  await knowledge.operations.acceptQuestion({ id: suggestion.id, slug: "potholes" }, anna);
  expect(await texts()).toEqual([]);
  expect(await texts({ state: "accepted" })).toHaveLength(2);
});

test("a rejected question stays aside however often it is asked, until somebody takes that back", async () => {
  await unanswered("Кто победит в воскресенье?");
  const { id } = await first();
  await knowledge.operations.rejectQuestion({ id }, anna);
  await unanswered("кто победит в воскресенье");
  expect(await texts()).toEqual([]);
  expect(await first({ state: "rejected" })).toMatchObject({ times: 2, decidedBy: "Анна" });
  expect(await refusal(knowledge.operations.rejectQuestion({ id }, boris))).toMatchObject({
    code: "conflict",
    details: { reason: "knowledge.question_settled", values: { who: "Анна" } },
  });

  await knowledge.operations.reopenQuestion({ id }, boris);
  expect(await texts()).toEqual(["Кто победит в воскресенье?"]);
});

test("of two who decide the same question one is told who was faster", async () => {
  await city.save(knowledge, {}, 0);
  await unanswered("Где лежит асфальт?");
  const { id } = await first();
  const outcomes = await Promise.all([
    refusal(knowledge.operations.acceptQuestion({ id, slug: "potholes" }, anna)),
    refusal(knowledge.operations.acceptQuestion({ id, slug: "potholes" }, boris)),
  ]);
  expect(outcomes[0]).toBe("accepted");
  expect(outcomes[1]).toMatchObject({ code: "conflict", details: { values: { who: "Анна" } } });
});

test("a new article's draft made of a question has it among its phrasings, and nothing is made where the name is taken", async () => {
  await unanswered("Где посмотреть на лебедей?");
  const { id } = await first();
  const { slug: _slug, ...content } = potholes;
  const written = { ...content, question: "Где живут лебеди?", department: "ecology" };

  const made = await knowledge.operations.draftFromQuestion({ ...written, id, slug: "swans" }, anna);

  expect(made).toMatchObject({
    article: {
      slug: "swans",
      version: 1,
      alternatives: ["Где посмотреть на лебедей?", ...potholes.alternatives],
    },
    question: { state: "accepted", article: { slug: "swans", question: "Где живут лебеди?" } },
  });
  await unanswered("Сколько лебедей?");
  const other = await first();
  expect(
    await refusal(knowledge.operations.draftFromQuestion({ ...written, id: other.id, slug: "swans" }, anna)),
  ).toMatchObject({ code: "conflict", details: { reason: "knowledge.exists" } });
  expect(await texts()).toEqual(["Сколько лебедей?"]);
});

test("a question goes to no article that isn't there, nor past an article's last phrasing", async () => {
  await unanswered("Где лежит асфальт?");
  const { id } = await first();
  expect(await refusal(knowledge.operations.acceptQuestion({ id, slug: "moon" }, anna))).toMatchObject({
    code: "not_found",
    details: { reason: "knowledge.no_such_article" },
  });
  await city.save(knowledge, { alternatives: Array.from({ length: 50 }, (_, at) => `вопрос ${at}`) }, 0);
  expect(await refusal(knowledge.operations.acceptQuestion({ id, slug: "potholes" }, anna))).toMatchObject({
    code: "conflict",
    details: { reason: "knowledge.too_many_phrasings" },
  });
  expect(await texts()).toEqual(["Где лежит асфальт?"]);
});

test("a question that nobody asked for a year is forgotten", async () => {
  await unanswered("Старый вопрос?");
  city.now = new Date("2027-06-01T05:00:00Z");
  await unanswered("Новый вопрос?");
  city.now = new Date("2027-11-25T05:00:00Z");
  await knowledge.refreshIfChanged();
  expect(await texts()).toEqual(["Новый вопрос?"]);
});

test("what is noticed beside an answer that can't be stored goes with it", async () => {
  const notice = { kind: "unanswered", question: "Где асфальт?", locale: "ru", offered: [] } as const;
  const stored = city.database.write(async (connection) => {
    await knowledge.noticed(connection, notice);
    throw new Error("no room for the answer");
  });
  await expect(stored).rejects.toThrow("no room");
  expect(await texts()).toEqual([]);
});
