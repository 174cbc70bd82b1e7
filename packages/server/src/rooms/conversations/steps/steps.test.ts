import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type Tab, type TownUnderTest } from "../../../town.fixture.ts";

let city: TownUnderTest;
beforeAll(async () => {
  city = await aTown();
});
afterAll(() => city.close());

async function ask(...texts: string[]): Promise<Tab["messages"]> {
  const tab = await city.chat();
  for (const text of texts) {
    const answers = tab.messages.filter((it) => it.author.kind === "assistant").length;
    await tab.say(text);
    await tab.until(
      () => tab.messages.filter((it) => it.author.kind === "assistant").length > answers,
      `an answer to «${text}»`,
    );
  }
  return tab.messages.filter((it) => it.author.kind === "assistant");
}

test.each(["Пахнет газом в подъезде", "у нас утечка газа!!!", "в квартире пожар"])(
  "a danger to life is answered first: %s",
  async (text) => {
    const [answer] = await ask(text);
    expect(answer?.text).toMatch(/tel:(104|112)/);
  },
);

test("what only may be a danger is answered like any question, the numbers before it", async () => {
  const [answer] = await ask("Во дворе ходит странный человек. Куда деть старый диван?");
  expect(answer?.text).toMatch(/^\*\*Если .*tel:112.*по вашему вопросу:\n\n/u);
  const said = [answer?.text, ...(answer?.replies ?? []).map(({ title }) => title)].join();
  expect(said).toMatch(/Вынесите к площадке|Куда деть старый диван/);
});

test.each(["Куда деть старый диван?", "телефон водоканала", "спасибо, до свидания"])(
  "a quiet question is given no emergency numbers: %s",
  async (text) => {
    const [answer] = await ask(text);
    expect(answer?.text).not.toContain("tel:112");
  },
);

test("two streets of one name: it asks which, and the pick is understood", async () => {
  const [which] = await ask("нет холодной воды на Мира");
  expect(which?.text).toMatch(/номер дома|Какая из них/);
});

test("a house without a number is asked for, and the next message is read as it", async () => {
  const [house, answer] = await ask("на улице Кирова нет холодной воды", "Кирова 12");
  expect(house?.text).toContain("Какой номер дома");
  expect(answer?.text).toContain("ул. Кирова, 12: сейчас отключена");
});

test("who keeps a house: name, phones, and whether the office is open", async () => {
  const [answer] = await ask("какая управляющая компания Кирова 12");
  expect(answer?.text).toContain("ООО «УК „Дом“»");
  expect(answer?.text).toContain("tel:+73999001109");
  expect(answer?.text).toMatch(/Сейчас (открыто|закрыто)/);
});

test("a department's phone is given with its hours", async () => {
  const [answer] = await ask("телефон водоканала");
  expect(answer?.text).toContain("+7 (3999) 00-22-11");
  expect(answer?.text).toContain("круглосуточно");
});

test("a formal appeal is shown the door where it is registered", async () => {
  const [answer] = await ask(
    "Прошу считать это официальным обращением и принять меры к управляющей компании",
  );
  expect(answer?.text).toContain("только справочный");
});

test("what became of a drawing is asked by number and code, never told by a name", async () => {
  const [ask1, unknown] = await ask("дошёл ли рисунок Вари Кузнецовой?", "12 и код K7M2-QF9X");
  expect(ask1?.text).toContain("номер заявки и её код");
  expect(unknown?.text).toContain("не нашёл");
  expect(`${ask1?.text} ${unknown?.text}`).not.toContain("Вар");
});

test("who wants a person gets one at once", async () => {
  const tab = await city.chat();
  await tab.say("соедините с живым человеком");
  await tab.until(() => tab.conversations.at(-1)?.state === "queued", "the queue");
});

test("two questions in one message get two answers", async () => {
  const [answer] = await ask("Как записать ребёнка в детский сад? И ещё: куда деть старый диван?");
  expect(answer?.text).toContain("Подайте заявление");
  expect(answer?.text).toContain("Вынесите к площадке");
  expect(answer?.sources.map(({ title }) => title)).toEqual(["Порядок учёта", "Правила"]);
});

test("marks in a resident's words stay words", async () => {
  const [answer] = await ask(
    "Как записать ребёнка в **[детский](javascript:alert(1))** сад? И ещё: куда деть старый диван?",
  );
  expect(answer?.text).not.toContain("](javascript:");
});

test("an English question is answered in English, and says so where the article is Russian only", async () => {
  const [hello, outage] = await ask("Hello!", "There is no cold water at Kirova 12, when will it be back?");
  expect(hello?.text).toContain("a program");
  expect(outage?.text).toContain("Cold water");
  expect(outage?.text).toContain("Water Utility");
});

test("an English question finds an article that is written in Russian only", async () => {
  const [offer] = await ask("How do I get my child a place in a kindergarten?");
  expect(offer?.text).toContain("in Russian only");
  expect(`${offer?.text} ${offer?.replies.map(({ value }) => value).join()}`).toMatch(/Подайте|детский сад/);
});

test("an article past its review date is offered with that date, and says it again when picked", async () => {
  await city.town.rooms.knowledge.importArticles(
    "slug,topic,locale,question,alternatives,answer,department,sourceTitle,sourceUrl,updated,expires\n" +
      "snow,roads,ru,Когда чистят снег во дворе?,Уборка снега,Снег чистят ночью.,vodokanal,,,2020-01-01,2020-12-01\n",
    "test",
  );
  const [offer, answer] = await ask("Когда чистят снег во дворе?", "Когда чистят снег во дворе?");
  expect(offer?.replies[0]).toEqual({
    title: "Когда чистят снег во дворе? (проверено до 1 декабря 2020 года)",
    value: "Когда чистят снег во дворе?",
  });
  expect(answer?.text).toContain("проверял до 1 декабря 2020 года");
  expect(answer?.text).toContain("Водоканал");
  expect(answer?.text).toMatch(/Снег чистят ночью\.$/);
});

test("what could not be answered, and what was picked instead, is kept for editors", async () => {
  const editor = await city.signIn("editor@town.example");
  const [unknown] = await ask("рецепт борща с пампушками");
  expect(unknown?.replies.at(-1)?.value).toBe("Позвать оператора");
  await expect
    .poll(async () =>
      JSON.stringify((await city.call("/api/v1/staff/open-questions", { cookie: editor })).body),
    )
    .toContain("пампушками");
});
