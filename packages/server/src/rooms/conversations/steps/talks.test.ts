import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { languageOf } from "@veche/assistant";
import pino from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openTown, type Town } from "../../../compose.ts";
import { readConfig } from "../../../config.ts";
import { createReply } from "../index.ts";
import type { Origin, Outcome, Reply } from "./step.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "veche-talks-"));
const demo = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../../../demo/city/${name}`, import.meta.url)), "utf8");
/** A Tuesday morning in Novorechensk. */
const MORNING = "2026-11-24T10:00:00+05:00";
let town: Town;
let reply: Reply;

beforeAll(async () => {
  const config = readConfig({ PORT: "0", VECHE_DATA: folder });
  town = await openTown(config, pino({ level: "silent" }));
  const { city, knowledge, campaigns } = town.rooms;
  await city.importFiles({
    hotlines: demo("hotlines.csv"),
    organisations: demo("organisations.csv"),
    streets: demo("streets.csv"),
    buildings: demo("buildings.csv"),
    outages: demo("outages.csv"),
  });
  await knowledge.importArticles(demo("articles.csv"), "test");
  const { say } = town;
  reply = createReply({
    city,
    knowledge,
    campaigns,
    say,
    timeZone: config.timeZone,
    publicUrl: () => "https://t",
  });
});
afterAll(async () => {
  await town.close();
  rmSync(folder, { recursive: true, force: true });
});

async function talkAt(moment: string, ...texts: string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let previous: Origin | undefined;
  for (const text of texts) {
    const outcome = await reply({ text, locale: languageOf(text), previous, at: new Date(moment) });
    outcomes.push(outcome);
    previous = { ...outcome.origin, outcome: outcome.kind };
  }
  return outcomes;
}
const talk = (...texts: string[]) => talkAt(MORNING, ...texts);
const lastOf = async (...texts: string[]) => (await talk(...texts)).at(-1)!;

test.each([
  [["почему газа нет, Горького 38а", "а когда дадут?"], "Обещают включить 26 ноября до 17:00"],
  [["на Королева 6 корпус 2 нет горячей воды", "а почему"], "Причина: замена участка теплотрассы"],
  [["на Королева 6 корпус 2 нет горячей воды", "а кто отвечает"], "tel:+73999003311"],
  [["нет горячей воды на Королёва 4", "а в доме 8?"], "ул. Королёва, 8: сейчас отключена"],
  [["почему газа нет, Горького 38а", "а нам надо быть дома?"], "Просим быть дома 26 ноября"],
  [["нет света", "Комсомольская 40"], "Электричество, ул. Комсомольская, 40: сейчас отключено"],
  [["нет воды", "Ленина", "22а"], "Холодная вода, ул. Ленина, 22А"],
  [["завтра отключат воду?", "Ленина 15"], "Завтра по адресу ул. Ленина, 15 отключений не значится"],
  [["завтра отключат воду?", "Ленина 15", "а послезавтра?"], "в четверг, 26 ноября, с 9:00 до 17:00"],
  [["Отключения на Ленина 20", "спасибо", "а в четверг?"], "ул. Ленина, 20: отключат"],
  [["у нас нет холодной воды", "Фрунзе 7А", "а горячая?"], "не значится (горячая вода)"],
  [["воду когда отключат на Мира", "проспект"], "На просп. Мира"],
  [["какая управляйка на Ленина 39", "они сейчас работают?"], "Сейчас открыто до 12:00, после перерыва"],
  [["нет отопления на Чапаева 5", "а телефон?"], "tel:+73999003311"],
  [["сосульки на крыше, кто убирает", "а телефон?"], "+7 (3999) 00-51-20"],
])("what was spoken of is kept: %j", async (texts, said) => {
  expect((await lastOf(...texts)).text).toContain(said);
});

test.each([
  [["нет воды Ленина 7", "а кто за дом отвечает"], "ул. Ленина, 7: дом обслуживает ООО «УК „Центр-Комфорт“»"],
  [["нет воды Ленина 7", "кто следит за нашим домом?"], "ул. Ленина, 7: дом обслуживает"],
  [["как узнать очередь в детский сад", "а сколько ждать"], "tel:+73999009025"],
  [["как оформить субсидию на оплату коммуналки", "какие документы"], "tel:+73999009115"],
  [["как оформить субсидию на оплату коммуналки", "а куда жаловаться"], "tel:+73999009115"],
])("a few words without a subject are asked of what was spoken of: %j", async (texts, said) => {
  expect((await lastOf(...texts)).text).toContain(said);
});

test.each([
  [["прорвало трубу, затопило подвал, Ленина 7"], ["tel:+73999001109", "tel:+73999002211", "tel:112"]],
  [
    ["прорвало трубу на Ленина 999"],
    ["tel:+73999002211", "tel:+73999003311", "tel:112", "нет в моём списке"],
  ],
  [
    ["батарею прорвало, кипяток хлещет", "Ленина 7"],
    ["tel:+73999001109", "tel:+73999003311"],
  ],
  [["с потолка течет вода, Ленина 7"], ["tel:+73999001109", "перекройте воду"]],
  [["из-под земли бьет вода на Ленина 7"], ["tel:+73999002211"]],
  [["water is gushing in the basement, Lenina 7"], ["tel:+73999001109", "shut off the water"]],
])("a burst pipe is given the emergency lines, whatever is planned there: %j", async (texts, said) => {
  const { text } = await lastOf(...texts);
  for (const part of said) expect(text).toContain(part);
});

test.each(["течёт кран на кухне", "крыша течёт, Ленина 7", "соседи сверху затопили, как возместить ущерб"])(
  "what drips, and what is over, is no breakdown: %s",
  async (text) => expect((await lastOf(text)).text).not.toContain("Это авария"),
);

test("a single word offers the articles whose subject it is, and none by chance", async () => {
  const [dogs] = await talk("собаки");
  expect(dogs?.replies?.map(({ title }) => title)).toContain("Укусила собака: что делать и кто отвечает?");
  const [passport] = await talk("паспорт");
  expect(passport?.origin.offered).toEqual([]);
});

test.each([
  ["Здравствуйте, милая", "greeting"],
  ["ку", "greeting"],
  ["норм спс", "thanks"],
])("a pleasantry in anybody's words is answered as one: %s", async (text, key) => {
  expect((await lastOf(text)).text).toBe(town.say("ru", `conversations.steps.smalltalk.${key}`));
});

test.each([
  ["До скольки работает МФЦ в субботу?", "В субботу, 28 ноября: открыто с 9:00 до 17:00."],
  [
    "загс открыт в понедельник?",
    "В понедельник, 30 ноября: закрыто.** Откроется во вторник, 1 декабря, в 9:00.",
  ],
  ["работает ли МФЦ 31 декабря", "В четверг, 31 декабря: закрыто.** Откроется в субботу, 9 января, в 9:00."],
  ["архив обед во сколько", "с 9:00 до 17:00, перерыв с 12:00 до 13:00"],
  ["водоканал круглосуточно?", "Работает круглосуточно."],
  ["опека работает 3 ноября?", "В среду, 3 ноября 2027 года: закрыто."],
])("hours of the day that is asked for: %s", async (text, said) => {
  expect((await lastOf(text)).text).toContain(said);
});

test.each([
  ["2026-11-24T13:20:00+05:00", "Сейчас перерыв до 14:00."],
  ["2026-11-24T12:59:00+05:00", "Сейчас открыто до 13:00, после перерыва — с 14:00 до 18:00."],
  ["2026-11-24T19:00:00+05:00", "Сейчас закрыто, откроется завтра в 9:00."],
  ["2026-11-27T18:30:00+05:00", "откроется в понедельник, 30 ноября, в 9:00."],
])("whether an office is open at %s is said as people say it", async (moment, said) => {
  const [answer] = await talkAt(moment, "телефон департамента образования");
  expect(answer?.text).toContain(said);
});

test("who asks about now hears first that nothing is known of now, then what is planned, then whom to call", async () => {
  const { text } = await lastOf("кирова 12 нет горячей воды когда дадут");
  const [now, planned, call] = [
    "Сейчас по адресу",
    "отключат в понедельник, 7 июня",
    "Если у вас всё-таки отключено",
  ].map((words) => text.indexOf(words));
  expect(now).toBe(0);
  expect(planned).toBeGreaterThan(0);
  expect(call).toBeGreaterThan(planned ?? 0);
});

test("an outage of the whole street needs no house, one of some houses does", async () => {
  expect((await lastOf("свет будут отключать на Берёзовой?")).text).toContain(
    "ул. Берёзовая: отключат в пятницу, 27 ноября, с 10:00 до 15:00",
  );
  expect((await lastOf("отключат ли воду на улице Ленина")).text).toContain("Какой номер дома?");
});

test("two streets of one name: which one is asked, and either button is understood", async () => {
  const [which] = await talk("нет света на Мира");
  expect(which?.replies?.map(({ value }) => value)).toEqual(["улица Мира", "проспект Мира"]);
  expect((await lastOf("нет света на Мира", "проспект Мира", "8")).text).toContain("просп. Мира, 8: сейчас");
});

test("what is off in the town, or in a district, is listed", async () => {
  expect((await lastOf("где сейчас нет воды в городе")).text).toContain("ул. Максима Горького: 1-12");
  const { text } = await lastOf("Есть ли отключения в Заречном районе?");
  expect(text).toContain("б-р Космонавтов");
  expect(text).not.toContain("Металлургов");
});

test("a street that the city doesn't have is said so, and the address is still awaited", async () => {
  const [, unknown, answer] = await talk("нет воды", "Бейкер стрит 221б", "Максима Горького 5");
  expect(unknown?.text).toContain("Такой улицы нет");
  expect(answer?.text).toContain("Максима Горького, 5: сейчас отключена");
});

test("whoever speaks of the own home is asked for the address, with what to do meanwhile", async () => {
  const { text, replies } = await lastOf("нет света");
  expect(text).toContain("По какому адресу?");
  expect(replies?.map(({ title }) => title)).toContain(
    "Отключили электричество: куда звонить и сколько ждать?",
  );
});

test.each([
  ["телефон скорой", "tel:103"],
  ["номер полиции", "tel:102"],
  ["телефон роспотребнадзора", "Такого телефона в моём справочнике нет"],
  ["телефон", "tel:+73999000505"],
  ["телефон управляющей компании Центр-Комфорт", "tel:+73999001101"],
  ["Номер горгаза кроме 104", "tel:+73999000404"],
  ["номер справочной города дайте", "tel:+73999000505"],
])("a phone: %s", async (text, said) => {
  expect((await lastOf(text)).text).toContain(said);
});

test.each([
  ["?", "unclear"],
  ["помощь", "unclear"],
  ["а завтра?", "unclear"],
  ["вы не помогли", "unclear.not-helpful"],
  ["вы тупые что ли", "insult"],
])("who says little is helped to say more: %s", async (text, key) => {
  expect((await lastOf(text)).text).toBe(town.say("ru", `conversations.steps.${key}`));
});

test("who scolds and asks is answered what was asked", async () => {
  const { origin } = await lastOf("идиоты, уберите снег во дворе");
  expect(origin.offered?.map(({ slug }) => slug)).toContain("yard-snow");
});

test("a yes to the offered operator calls one", async () => {
  expect((await lastOf("вы не помогли", "да")).handover).toBe(true);
});

test("after a danger, «что мне делать» is answered with the same", async () => {
  const [danger, again] = await talk("Запах газа в подъезде!!!", "что мне делать");
  expect(again?.text).toBe(danger?.text);
});

test("a follow-up finds the neighbouring article, and what was just shown is not shown again", async () => {
  const deadline = await lastOf("Как подать письменное обращение?", "а сколько ждать ответа");
  expect(deadline.origin.article ?? deadline.origin.offered?.[0]?.slug).toBe("appeal-deadline");
  const more = await lastOf("Потерял карту Речка", "а деньги вернут");
  expect(more.text).toContain("в ответе выше");
  const [, other] = await talk("когда починят яму на дороге", "посоветуй фильм на вечер");
  expect(other?.text).not.toContain("в ответе выше");
});

test("questions parted by commas are each answered", async () => {
  const { text } = await lastOf("Куда деть старый диван, до скольки работает МФЦ и телефон водоканала?");
  expect(text).toContain("**До скольки работает МФЦ");
  expect(text).toContain("tel:+73999006600");
});

test("«и» after a house's number is no letter of it", async () => {
  expect((await lastOf("нет света на улице Мира 5 и когда дадут")).text).not.toContain("5И");
});

test("whoever is asked for an entry's number may ask about something else instead", async () => {
  const told = await lastOf("дошёл ли мой рисунок", "а когда итоги?");
  expect(told.text).not.toContain("и номер, и код");
});

test("a day after an article about an office is a day of that office", async () => {
  expect((await lastOf("МФЦ работает?", "а в субботу?")).text).toContain("с 9:00 до 17:00");
});

test.each([
  ["thanks"],
  ["спасибо большое"],
  ["вы там совсем охренели"],
  ["есть отключения на Мира?", "проспект"],
])("politeness, anger and a street that was asked for bring no emergency numbers: %s", async (...texts) =>
  expect((await lastOf(...texts)).text).not.toContain("tel:112"),
);

test("three questions in one message get three answers", async () => {
  const { text, replies } = await lastOf(
    "Когда включат отопление? И ещё: куда жаловаться на снег во дворе? И телефон ЗАГСа",
  );
  expect(text).toContain("**Куда жаловаться на снег во дворе?**");
  expect(text).toContain("tel:+73999009550");
  expect(replies?.map(({ title }) => title)).toContain("Когда включают отопление и когда его отключат?");
});

test("two houses and two offices in one message are both told", async () => {
  const houses = (await lastOf("Есть отключения на Ленина 15 и Ленина 39?")).text;
  expect(houses).toContain("ул. Ленина, 39 отключений не значится");
  expect(houses).toContain("ул. Ленина, 15: отключат");
  const offices = (await lastOf("телефон загса и мфц")).text;
  expect(offices).toContain("tel:+73999009550");
  expect(offices).toContain("tel:+73999006600");
});

test.each(["загс", "телефон загса и до скольки он работает завтра"])(
  "an office by its bare name, and a question that leans on it: %s",
  async (text) => expect((await lastOf(text)).text).toContain("tel:+73999009550"),
);

test("half of an entry's number and code is asked for the other half", async () => {
  expect((await lastOf("дошёл ли мой рисунок", "101")).text).toContain("и номер, и код");
});

test("an English day question is answered in English", async () => {
  expect((await lastOf("Is the registry office open on Saturday?")).text).toContain(
    "On Saturday, 28 November: open 9:00 to 16:00.",
  );
});

test("where nothing is known, no article is offered by chance; where something may fit, a few are", async () => {
  const [essay] = await talk("напиши сочинение про осень");
  expect(essay?.replies?.map(({ title }) => title)).toEqual(["Позвать оператора"]);
  const [weather] = await talk("какая завтра погода");
  expect(weather?.replies?.map(({ title }) => title)).toEqual([
    "При какой температуре отменяют занятия в школе?",
    "Позвать оператора",
  ]);
});
