import { expect, test } from "vitest";
import { ChatClient } from "./chat-client.ts";
import { PretendBrowser, PretendCity, type Mishap } from "./pretend-city.ts";

function aTab(city: PretendCity, browser = new PretendBrowser()) {
  const arrived: string[] = [];
  const client = new ChatClient({
    ...city,
    openLine: city.openLine,
    shelf: browser.shelf(),
    alone: browser.alone,
    locale: () => "ru",
    page: () => "https://town.example/",
    changed: () => {},
    arrived: ({ text }) => arrived.push(text),
  });
  client.open();
  return {
    client,
    arrived,
    browser,
    texts: () => client.state.messages.map(({ text }) => text),
    unsent: () => client.state.unsent.map(({ text }) => text),
  };
}

test("what a resident says arrives, and only then is the conversation remembered", async () => {
  const city = new PretendCity();
  const { client, browser, texts, unsent } = aTab(city);
  await city.settle();
  expect(browser.values).toEqual(new Map());

  client.say("Где мой мусоровоз?");
  expect(unsent()).toEqual(["Где мой мусоровоз?"]);
  await city.settle();

  expect(texts()).toEqual(["Где мой мусоровоз?"]);
  expect(unsent()).toEqual([]);
  expect(browser.values).toEqual(new Map([["token", city.only.conversation.token]]));
});

test("words said without a network go by themselves, in order, over a reload", async () => {
  const city = new PretendCity();
  city.reachable = false;
  const before = aTab(city);
  before.client.say("раз");
  before.client.say("два");
  await city.settle(1000);
  expect(before.client.state.connection).toBe("offline");
  expect(before.browser.values.get("live")).toBe("1");
  before.client.close();

  const after = aTab(city, before.browser);
  expect(after.unsent()).toEqual(["раз", "два"]);
  city.reachable = true;
  await city.settle(1000);

  expect(after.texts()).toEqual(["раз", "два"]);
  expect(after.browser.values.get("live")).toBeUndefined();
});

test("an answer that was lost on its way is asked for with the same id and makes no second message", async () => {
  const city = new PretendCity();
  const { client, texts } = aTab(city);
  await city.settle();
  const mishaps: Mishap[] = ["cut after", "cut before", "cut after"];
  city.mishap = () => mishaps.shift() ?? "none";

  client.say("Нет воды");
  await city.settle(2000);

  expect(texts()).toEqual(["Нет воды"]);
  expect(city.only.messages.map(({ text }) => text)).toEqual(["Нет воды"]);
  expect(new Set(city.saidClientIds).size).toBe(1);
});

test("a message that overtook another waits for it, and a lost one is asked for once", async () => {
  const city = new PretendCity();
  const { client, texts } = aTab(city);
  await city.settle();
  client.say("раз");
  await city.settle();
  const kept = city.only;
  const lines = [...kept.lines];

  kept.lines.clear();
  city.write(kept, "operator", "два");
  for (const line of lines) kept.lines.add(line);
  city.write(kept, "operator", "три");
  expect(texts()).toEqual(["раз"]);
  await city.settle(300);

  expect(texts()).toEqual(["раз", "два", "три"]);
});

test("a gap that the server itself has is not asked for again and again", async () => {
  const city = new PretendCity();
  const { client } = aTab(city);
  await city.settle();
  client.say("раз");
  await city.settle();
  let connects = 0;
  const { conversation } = city.only;
  const [heard] = city.only.lines;
  const enter = city.conversations.get.bind(city.conversations);
  city.conversations.get = (token) => {
    connects++;
    return enter(token);
  };

  const strange = { ...city.draft(city.only, "operator", "пять"), seq: 5 };
  heard?.message(strange);
  await city.settle(10_000);
  heard?.message(strange);
  await city.settle(10_000);

  expect(conversation.id).toBe(client.state.conversation?.id);
  expect(connects).toBe(1);
});

test("a refused word stays with the city's reason, does not hold the next one up, and can be taken back", async () => {
  const city = new PretendCity();
  city.refuse = (text) =>
    text === "длинно" ? { code: "invalid", message: "Не больше 4000 знаков." } : undefined;
  const { client, texts, unsent, browser } = aTab(city);
  await city.settle();

  client.say("длинно");
  client.say("коротко");
  await city.settle();

  expect(texts()).toEqual(["коротко"]);
  expect(client.state.unsent).toMatchObject([{ text: "длинно", refusal: "Не больше 4000 знаков." }]);
  client.takeBack(client.state.unsent[0]?.clientId ?? "");
  expect(unsent()).toEqual([]);
  expect(browser.values.get("live")).toBeUndefined();
});

test("too many words at once wait as long as the city says", async () => {
  const city = new PretendCity();
  const { client, texts } = aTab(city);
  await city.settle();
  let refusals = 1;
  city.refuse = () =>
    refusals-- > 0
      ? { code: "rate_limited", message: "Подождите 7 секунд.", retryAfterSeconds: 7 }
      : undefined;

  client.say("раз");
  await city.settle(6000);
  expect(client.state.pause).toEqual({ code: "rate_limited", until: new Date("2026-05-12T09:00:07.000Z") });
  expect(texts()).toEqual([]);
  await city.settle(1000);

  expect(client.state.pause).toBeUndefined();
  expect(texts()).toEqual(["раз"]);
});

test("two tabs that begin at the same moment make one conversation", async () => {
  const city = new PretendCity();
  const one = aTab(city);
  const two = aTab(city, one.browser);
  await city.settle();

  one.client.say("из первой");
  two.client.say("из второй");
  await city.settle(1000);

  expect(one.texts()).toEqual(["из первой", "из второй"]);
  expect(two.texts()).toEqual(one.texts());
  expect(city.only.messages).toHaveLength(2);
});

test("a tab in which nothing was said joins the conversation of the other, and leaves it with it", async () => {
  const city = new PretendCity();
  const one = aTab(city);
  const two = aTab(city, one.browser);
  await city.settle();

  one.client.say("Здравствуйте");
  await city.settle();
  expect(two.texts()).toEqual(["Здравствуйте"]);

  one.client.startAnew();
  await city.settle();
  expect([one.texts(), two.texts()]).toEqual([[], []]);
  expect(one.browser.values).toEqual(new Map());
});

test("after a reload the whole conversation is there, and only what was not on screen counts as unread", async () => {
  const city = new PretendCity();
  const before = aTab(city);
  await city.settle();
  before.client.say("раз");
  await city.settle();
  city.write(city.only, "assistant", "ответ");
  before.client.seen();
  before.client.close();
  city.write(city.only, "operator", "позже");

  const after = aTab(city, before.browser);
  await city.settle();

  expect(after.texts()).toEqual(["раз", "ответ", "позже"]);
  expect(after.arrived).toEqual(["позже"]);
  expect(after.client.state.unread).toBe(1);
});

test("a token that the city no longer knows gives way to a new conversation without losing what was typed", async () => {
  const city = new PretendCity();
  const { client, browser, texts } = aTab(city);
  await city.settle();
  client.say("раз");
  await city.settle();
  city.reachable = false;
  city.cut();
  client.say("два");
  city.conversations.clear();
  city.reachable = true;
  await city.settle(1000);

  expect(texts()).toEqual(["два"]);
  expect(browser.values.get("token")).toBe(city.only.conversation.token);
});

test("while somebody is awaited the next page connects by itself", async () => {
  const city = new PretendCity();
  const { client, browser } = aTab(city);
  await city.settle();
  client.say("Позовите человека");
  await city.settle();
  expect(browser.values.get("live")).toBeUndefined();

  expect(await client.ask("operator:request", {})).toEqual({ ok: true });

  expect(client.state.conversation?.state).toBe("queued");
  expect(browser.values.get("live")).toBe("1");
});

test("a request without a line waits for it, and one that a cut fell into goes over the next", async () => {
  const city = new PretendCity();
  city.reachable = false;
  const { client } = aTab(city);
  const early = client.ask("operator:request", {});
  await city.settle(1000);
  expect(client.state.asking).toBe(true);

  city.reachable = true;
  await city.settle(1000);
  expect(await early).toEqual({ ok: true });
  expect(client.state.asking).toBe(false);

  const cuts: Mishap[] = ["cut before", "cut after"];
  city.mishap = () => cuts.shift() ?? "none";
  const unlucky = client.ask("message:rate", { messageId: "m", helpful: true });
  await city.settle(2000);
  expect(await unlucky).toEqual({ ok: true });
});

test("five hundred words over two tabs, with cuts, lost answers and reloads: none lost, doubled or disordered", async () => {
  const city = new PretendCity();
  const browser = new PretendBrowser();
  let seed = 20260512;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  city.mishap = () => (random() < 0.1 ? "cut before" : random() < 0.1 ? "cut after" : "none");
  const tabs = [aTab(city, browser), aTab(city, browser)];
  const said: string[][] = [[], []];

  for (let turn = 0; turn < 500; turn++) {
    const which = random() < 0.5 ? 0 : 1;
    const text = `${which}-${turn}`;
    said[which]?.push(text);
    tabs[which]?.client.say(text);
    if (random() < 0.5) await city.settle(Math.floor(random() * 400));
    if (random() < 0.05) city.cut();
    if (random() < 0.03) {
      tabs[which]?.client.close();
      tabs[which] = aTab(city, browser);
    }
  }
  city.mishap = () => "none";
  await city.settle(60_000);

  const stored = city.only.messages.map(({ text }) => text);
  expect(stored.toSorted()).toEqual(said.flat().toSorted());
  for (const which of [0, 1]) {
    expect(stored.filter((text) => text.startsWith(`${which}-`))).toEqual(said[which]);
  }
  expect(tabs.map(({ texts }) => texts())).toEqual([stored, stored]);
  expect(browser.values.get("live")).toBeUndefined();
});

test("a deleted conversation is forgotten here too, with what waited to be sent", async () => {
  const city = new PretendCity();
  const { client, browser, texts, unsent } = aTab(city);
  await city.settle();
  client.say("Мой адрес: Мира, 7");
  await city.settle();
  city.refuse = () => ({ code: "unavailable", message: "", retryAfterSeconds: 60 });
  client.say("и ещё");
  await city.settle();

  expect(await Promise.all([client.erase(), city.settle()])).toMatchObject([{ ok: true }, undefined]);
  await city.settle(1000);

  expect([texts(), unsent()]).toEqual([[], []]);
  expect(browser.values).toEqual(new Map());
  expect(city.conversations.size).toBe(1);
});

test("pictures go with their words, and alone", async () => {
  const city = new PretendCity();
  city.reachable = false;
  const before = aTab(city);
  before.client.say("", [{ id: "p1", width: 3, height: 4 }]);
  before.client.close();

  const after = aTab(city, before.browser);
  expect(after.client.state.unsent).toMatchObject([{ text: "", attachments: [{ id: "p1" }] }]);
  city.reachable = true;
  await city.settle(1000);
  expect(city.only.messages).toHaveLength(1);
});
