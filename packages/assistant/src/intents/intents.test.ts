import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAppeal } from "./appeal.ts";
import { asksEntryState, asksManagingOrganisation, asksOutage } from "./city-questions.ts";
import { isInsult } from "./insult.ts";
import { wantsOperator } from "./operator.ts";
import { resourceOf } from "./resource.ts";
import { smalltalkOf } from "./smalltalk.ts";
import { splitQuestions } from "./split-questions.ts";

const phrases = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

describe("a person is asked for", () => {
  test.each(
    phrases(`
      оператор
      соедините с оператором
      хочу поговорить с человеком
      позовите кого-нибудь живого
      переключите на специалиста
      мне нужен живой человек, а не робот
      operator pozhalujsta
      I want to talk to a human
      Call an operator
      operator
      operator please
      human!
      please call a person
      transfer me to an operator
      switch me to a real person
      can you put me through to someone
      get me an operator
      is there anybody to talk to
      I need a human, not a robot
      Нет горячей воды на Кирова 12, соедините с оператором
      УК трубку не берёт. Соедините с человеком, пожалуйста
      как оформить пособие, лучше позовите человека
      Где МФЦ? Мне нужен оператор
      сад закрыли, свяжите меня со специалистом
      how much is it, please connect me to an operator`),
  )("%s", (phrase) => expect(wantsOperator(phrase)).toBe(true));

  test.each(
    phrases(`
      сколько платить за мусор с человека
      телефон диспетчера водоканала
      региональный оператор не вывез мусор
      как прописать человека в квартиру
      вы бот или человек?
      можно ли взять с собой двух человек на награждение
      Дайте телефон диспетчера, кабель оборван
      Вода пропала, оператор сказал ждать
      Где купить билет, можно на двух человек?
      Нужна справка, можно без специалиста?
      phone of the waste operator
      my mobile operator charged me twice
      how do I become an operator of the contact centre
      do I need an estate agent to sell my flat
      call an ambulance
      how many people may I bring to the ceremony
      operator of the city bus is rude
      bus operator working hours`),
  )("not here: %s", (phrase) => expect(wantsOperator(phrase)).toBe(false));
});

test.each([
  ["Добрый день!", "greeting"],
  ["спасибо большое, помогли", "thanks"],
  ["до свидания", "bye"],
  ["Вы робот?", "who-are-you"],
  ["Здравствуйте, когда дадут воду?", undefined],
  ["спасибо, а сколько стоит проезд", undefined],
  ["пока не дали тепло, что делать", undefined],
])("«%s» is %s", (phrase, kind) => {
  expect(smalltalkOf(phrase)).toBe(kind);
});

test.each(["mended", "kept"])(
  "pleasantries of all ages and regions, and what only begins like them: %s",
  (list) => {
    const path = new URL(`../../quality/pleasantries/${list}.txt`, import.meta.url);
    const lines = phrases(readFileSync(path, "utf8")).map((line) => line.split("\t"));
    const mistaken = lines.filter(([kind, text = ""]) => (smalltalkOf(text) ?? "none") !== kind);
    expect(mistaken).toEqual([]);
  },
);

describe("a formal appeal is told from a question about appeals", () => {
  test.each(
    phrases(`
      Прошу принять меры к управляющей компании
      Официальное обращение главе города от жителей дома 5
      Прошу зарегистрировать моё обращение и дать письменный ответ
      Мы, нижеподписавшиеся, требуем убрать свалку
      Заявление на имя главы: прошу провести проверку`),
  )("%s", (phrase) => expect(isAppeal(phrase)).toBe(true));

  test.each(
    phrases(`
      Как подать официальное обращение?
      Сколько дней рассматривают жалобу
      куда написать заявление на перерасчёт
      Отправил обращение, где узнать номер
      нет воды, примите меры`),
  )("not here: %s", (phrase) => expect(isAppeal(phrase)).toBe(false));
});

test.each([
  ["нет воды", ["cold_water", "hot_water"]],
  ["горячей воды нет", ["hot_water"]],
  ["холодную воду отключили", ["cold_water"]],
  ["батареи ледяные", ["heating"]],
  ["вырубили свет", ["power"]],
  ["не горит газ на плите", ["gas"]],
  ["нет ни света, ни горячей воды", ["hot_water", "power"]],
  ["какой телефон у мэрии", []],
])("«%s» names %j", (phrase, resources) => {
  expect(resourceOf(phrase)).toEqual(resources);
});

test("outages, managing organisations and entries are asked about", () => {
  expect(asksOutage("на Мира 5 света нет с утра")).toBe(true);
  expect(asksOutage("когда горячую включат")).toBe(true);
  expect(asksOutage("как записать ребёнка в школу")).toBe(false);
  expect(asksManagingOrganisation("какая управляйка у дома Мира 5")).toBe(true);
  expect(asksManagingOrganisation("как сменить управляющую компанию")).toBe(false);
  expect(asksEntryState("дошёл ли наш рисунок?")).toBe(true);
  expect(asksEntryState("какой формат рисунка нужен")).toBe(false);
});

test("abuse is recognised, and plain speech isn't taken for it", () => {
  expect(isInsult("вы все дебилы")).toBe(true);
  expect(isInsult("когда уберут сугробы")).toBe(false);
});

test("a message that asks two things is split, and one that asks one thing isn't", () => {
  expect(splitQuestions("Когда включат отопление? И сколько стоит проезд в автобусе?")).toEqual([
    "Когда включат отопление?",
    "И сколько стоит проезд в автобусе?",
  ]);
  expect(splitQuestions("Здравствуйте! Живу на Мира. Когда дадут воду?")).toHaveLength(1);
  expect(splitQuestions("Почему? Когда уже включат отопление?")).toHaveLength(1);
});
