import { describe, expect, test } from "vitest";
import type { Entry } from "../types.ts";
import { createRetriever } from "./retriever.ts";

const article = (
  id: string,
  question: string,
  alternatives: string[],
  answer: string,
  locale: "ru" | "en" = "ru",
): Entry => ({
  id,
  locale,
  question,
  alternatives,
  answer,
});

const entries = [
  article(
    "kindergarten-queue",
    "Как поставить ребёнка в очередь в детский сад?",
    ["Встать на очередь в садик", "Какие документы нужны для очереди в детсад"],
    "Подайте заявление на госуслугах или в МФЦ. Понадобятся паспорт и свидетельство о рождении.",
  ),
  article(
    "pothole",
    "Яма на дороге: куда сообщить?",
    ["Разбитый асфальт во дворе"],
    "Звоните диспетчеру дорожной службы.",
  ),
  article(
    "garbage-not-collected",
    "Не вывезли мусор: куда обращаться?",
    ["Контейнеры переполнены", "Мусоровоз не приехал"],
    "Позвоните региональному оператору, машина приходит каждый день.",
  ),
  article(
    "street-lighting",
    "Не горит фонарь на улице: кому сообщить?",
    ["Во дворе нет освещения"],
    "Заявки принимает Горсвет.",
  ),
  article(
    "lift-broken",
    "Не работает лифт: кто чинит?",
    ["Застряли в лифте"],
    "Звоните в аварийную службу управляющей организации.",
  ),
  article(
    "fares",
    "Сколько стоит проезд в автобусе?",
    ["Цена билета"],
    "Проезд стоит 38 рублей, по карте 34 рубля.",
  ),
  article(
    "pothole",
    "There is a pothole: where do I report it?",
    ["The road is broken"],
    "Call the road desk.",
    "en",
  ),
  article("fares", "How much is a bus ticket?", ["Bus fare"], "A ride is 38 roubles.", "en"),
];
const retriever = createRetriever(entries);
const firstFor = (question: string) => retriever.rank(question).ranked[0]?.id;

describe("the right article comes first", () => {
  test.each([
    ["как встать в очередь в сад", "kindergarten-queue"],
    ["хотим записать малыша в ясли", "kindergarten-queue"],
    ["помойка забита с выходных", "garbage-not-collected"],
    ["на улице темнота, глаз выколи", "street-lighting"],
    ["колдобина посреди дороги", "pothole"],
    ["почём нынче маршрутка", "fares"],
    ["застряла в кабине между этажами", "lift-broken"],
  ])("%s", (question, id) => {
    expect(firstFor(question)).toBe(id);
  });
});

describe("what happened is found without the service's own word", () => {
  const town = createRetriever([
    ...entries,
    article("impound", "Штрафстоянка: как вернуть автомобиль", [], "Оплатите хранение и возьмите акт."),
    article("veterinary", "Государственная ветеринарная клиника", [], "Приём с 9 до 18 часов."),
    article("self-employed", "Как стать самозанятым", [], "Зарегистрируйтесь в приложении налоговой."),
    article("quiet", "Шум от соседей ночью", [], "Звоните в полицию."),
    article("registration", "Регистрация по месту жительства", [], "Обратитесь в МФЦ."),
  ]);
  test.each([
    ["вышел утром, а тачки нет, увезли", "impound"],
    ["щенка лабрадора от бешенства привить", "veterinary"],
    ["пеку торты на заказ, хочу честно платить", "self-employed"],
    ["перфоратор долбит, спать не дают", "quiet"],
    ["бабулю прописать к себе", "registration"],
  ])("%s", (question, id) => {
    expect(town.rank(question).ranked[0]?.id).toBe(id);
  });
});

test("an article's own question is answered at once", () => {
  const { outcome, confidence, ranked } = retriever.rank("Как поставить ребёнка в очередь в детский сад?");
  expect(ranked[0]?.id).toBe("kindergarten-queue");
  expect(outcome).toBe("answer");
  expect(confidence).toBeGreaterThan(0.9);
});

test("a question of something else goes to a person", () => {
  for (const question of [
    "рецепт борща",
    "курс биткоина на сегодня",
    "кто написал Войну и мир",
    "ывапролд",
  ]) {
    expect(retriever.rank(question).outcome).toBe("operator");
  }
});

describe("a subject in a word or two is offered to choose from", () => {
  const school = createRetriever([
    ...entries,
    article("school-queue", "Как записать ребёнка в первый класс?", ["Приём в школу"], "Подайте заявление."),
    article("school-meals", "Питание в школе", ["Бесплатные обеды в школе"], "Кормят всех."),
    article("school-transfer", "Перевод в другую школу", [], "Заберите личное дело."),
  ]);
  test.each(["школа", "Школа?", "про школу"])("%s", (question) => {
    const { outcome, ranked } = school.rank(question);
    expect(outcome).toBe("choose");
    expect(ranked.map(({ id }) => id).toSorted()).toEqual([
      "school-meals",
      "school-queue",
      "school-transfer",
    ]);
  });
  test.each(["борщ", "биткоин", "погода"])("but not of what no article is about: %s", (question) => {
    expect(school.rank(question).outcome).toBe("operator");
  });
});

test("another town's matter is never answered alone", () => {
  expect(retriever.rank("Не вывезли мусор в Омске: куда обращаться?").outcome).not.toBe("answer");
});

describe("garbled questions are repaired", () => {
  test.each([
    ["yt dsdtpkb vecjh", "не вывезли мусор", "garbage-not-collected"],
    ["kak vstat v ochered v detskiy sad", "как встать в очередь в детский сад", "kindergarten-queue"],
    ["ни горит фанарь", "ни горит фонарь", "street-lighting"],
  ])("%s", (question, repaired, id) => {
    const ranking = retriever.rank(question);
    expect(ranking.repaired).toBe(repaired);
    expect(ranking.ranked[0]?.id).toBe(id);
  });
});

test("what is written well is left alone", () => {
  expect(retriever.rank("Сколько стоит проезд в автобусе?").repaired).toBeUndefined();
  expect(retriever.rank("How much is a bus ticket?").repaired).toBeUndefined();
});

test("an English question ranks English articles, unless another locale is asked for", () => {
  expect(retriever.rank("pothole in the road").ranked[0]?.id).toBe("pothole");
  expect(
    retriever.rank("сколько стоит билет", { locale: "en" }).ranked.every(({ score }) => score >= 0),
  ).toBe(true);
  expect(retriever.rank("сколько стоит проезд", { locale: "ru" }).ranked[0]?.id).toBe("fares");
});

describe("an English question finds what is written in Russian only", () => {
  test.each([
    ["They have not collected the rubbish, the bins are overflowing", "garbage-not-collected"],
    ["How do I get a place in a kindergarten?", "kindergarten-queue"],
  ])("%s", (question, id) => {
    const { ranked, outcome } = retriever.rank(question);
    expect(ranked[0]?.id).toBe(id);
    expect(outcome).not.toBe("operator");
  });

  test("but where the article is written in English too, that version", () => {
    const both = createRetriever([
      { ...article("ru:pothole", "Яма на дороге: куда сообщить?", [], "Звоните."), slug: "pothole" },
      { ...article("en:pothole", "Pothole in the road", [], "Call us.", "en"), slug: "pothole" },
    ]);
    expect(both.rank("pothole").ranked.map(({ id }) => id)).toEqual(["en:pothole"]);
  });

  test("and nothing is made of what has no article", () => {
    expect(retriever.rank("best pizza recipe").outcome).toBe("operator");
  });
});

test("a word of the same short stem is another word", () => {
  const burials = createRetriever([
    article("grave", "Как найти могилу на кладбище?", [], "Спросите в конторе."),
  ]);
  expect(burials.rank("где находятся могилы").ranked[0]?.id).toBe("grave");
  expect(burials.rank("могу ли я пожаловаться").ranked).toEqual([]);
});

test("no more is returned than asked for, best first", () => {
  const { ranked } = retriever.rank("кому сообщить, куда звонить", { limit: 2 });
  expect(ranked).toHaveLength(2);
  expect(ranked[0]!.score).toBeGreaterThanOrEqual(ranked[1]!.score);
});

test("the staff's own synonyms join words that the thesaurus doesn't know", () => {
  const taught = createRetriever(entries, { synonyms: [["речколёт", "автобус"]] });
  expect(retriever.rank("речколёт").ranked).toEqual([]);
  expect(taught.rank("речколёт").ranked[0]?.id).toBe("fares");
});

test("nothing is found in nothing", () => {
  expect(createRetriever([]).rank("где купить билет")).toEqual({
    outcome: "operator",
    confidence: 0,
    ranked: [],
  });
  expect(retriever.rank("").outcome).toBe("operator");
  expect(retriever.rank("🙂🙂🙂").outcome).toBe("operator");
  expect(retriever.rank("а".repeat(4000)).outcome).toBe("operator");
});
