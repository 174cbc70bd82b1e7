import type { Locale, Message } from "@veche/protocol";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { aForm, call, entriesOf } from "./contest-server.ts";
import { type EventReply, type Expected, expectEventRefused } from "./refused.ts";
import { historyOf, StubbornResident } from "./stubborn-resident.ts";
import { aWatchedServer } from "./watched-server.ts";

let resident: StubbornResident;
const server = aWatchedServer(async (it) => {
  await call(entriesOf(it), "ru", { method: "POST", body: aForm() });
  resident = new StubbornResident(it.url);
  await resident.say("Когда откроют каток?");
  while ((await historyOf(it.url, resident.token)).length < 2);
});

let refused = 0;
const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => {
  resident.leave();
  console.log(JSON.stringify({ eventsRefused: refused, messagesStored: server.accepted().messages }));
});

async function aTab(auth: object, namespace = "/chat"): Promise<Socket> {
  const socket = io(`${server.process().url}${namespace}`, {
    forceNew: true,
    reconnection: false,
    transports: ["websocket"],
    auth,
  });
  open.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once("conversation", () => resolve());
    socket.once("connect_error", reject);
  });
  return socket;
}

/** The event refused in both languages, in a new conversation and in one that exists. */
async function refuses(event: string, payload: unknown[], expected: Expected): Promise<void> {
  for (const token of [undefined, resident.token]) {
    await expectEventRefused(async (locale: Locale): Promise<EventReply> => {
      const tab = await aTab({ locale, token });
      return tab.timeout(3_000).emitWithAck(event, ...payload);
    }, expected);
    refused += 2;
  }
}

const clientId = () => crypto.randomUUID();

describe("a message is refused, and nothing of it is kept", () => {
  const said = (text: unknown) => [{ clientId: clientId(), text }];
  test.each<[string, unknown[], Omit<Expected, "code">]>([
    ["of 0 characters", said(""), { field: "text", ru: /Заполните/ }],
    ["of spaces", said(" \n\t "), { field: "text", ru: /Заполните/ }],
    ["of 4,001 characters", said("я".repeat(4_001)), { field: "text", ru: /не больше 4000/ }],
    ["of 4,001 emoji", said("🌲".repeat(4_001)), { field: "text", ru: /не больше 4000/ }],
    ["that is a number", said(5), { field: "text", ru: /ошибка/ }],
    ["that is a list", said(["Здравствуйте"]), { field: "text", ru: /ошибка/ }],
    ["that is bytes", said(Buffer.from("Здравствуйте")), { field: "text", ru: /ошибка/ }],
    ["without text", [{ clientId: clientId() }], { field: "text", ru: /Заполните/ }],
    ["without clientId", [{ text: "Здравствуйте" }], { field: "clientId", ru: /Заполните/ }],
    [
      "with a clientId that is none",
      [{ clientId: "1", text: "Здравствуйте" }],
      { field: "clientId", ru: /ошибка/ },
    ],
    ["that is only words", ["Здравствуйте"], { field: undefined, ru: /ошибка/ }],
    ["that is nothing", [], { field: "clientId", ru: /Заполните/ }],
    ["that is null", [null], { field: "clientId", ru: /Заполните/ }],
  ])("%s", async (_what, payload, expected) => {
    await refuses("message:send", payload, { code: "invalid", ...expected });
  });

  test("under a clientId that stands for another text", () => {
    const [first] = resident.said;
    return expectEventRefused(
      async (locale) => {
        const tab = await aTab({ locale, token: resident.token });
        return tab.timeout(3_000).emitWithAck("message:send", { clientId: first?.clientId, text: "Другое" });
      },
      { code: "conflict", field: "clientId", ru: /с другим текстом/ },
    );
  });

  test("a message of 4,000 emoji is taken", async () => {
    const tab = await aTab({});
    const answered = new Promise<void>((resolve) => {
      tab.on("message", ({ author }: Message) => author.kind === "assistant" && resolve());
    });
    const reply = await tab
      .timeout(3_000)
      .emitWithAck("message:send", { clientId: clientId(), text: "🌲".repeat(4_000) });
    expect(reply).toMatchObject({ ok: true, message: { seq: 1 } });
    await answered;
    await server.accept();
  });
});

describe("an event that can't be meant is refused", () => {
  test.each<[string, string, unknown[], Expected]>([
    ["unknown", "message:shout", [{}], { code: "invalid", ru: /не знает такого события/ }],
    ["unknown, of staff", "conversation:claim", [{}], { code: "invalid", ru: /не знает такого события/ }],
    [
      "six stars",
      "conversation:rate",
      [{ score: 6 }],
      { code: "invalid", field: "score", ru: /не больше 5/ },
    ],
    [
      "stars in words",
      "conversation:rate",
      [{ score: "пять" }],
      { code: "invalid", field: "score", ru: /числ/ },
    ],
    [
      "a rating of no message",
      "message:rate",
      [{ helpful: true }],
      { code: "invalid", field: "messageId", ru: /Заполните/ },
    ],
    [
      "a rating in words",
      "message:rate",
      [{ messageId: "x", helpful: "да" }],
      { code: "invalid", field: "helpful", ru: /ошибка/ },
    ],
  ])("%s", async (_what, event, payload, expected) => {
    await refuses(event, payload, expected);
  });

  test("without anybody waiting for an acknowledgement: it is dropped, and the next one is answered", async () => {
    const tab = await aTab({ token: resident.token });
    tab.emit("message:send", { text: 5 });
    tab.emit("message:send");
    tab.emit("message:shout", "Эй!");
    tab.emit("typing", "быстро");
    expect(await tab.timeout(3_000).emitWithAck("message:shout", {})).toMatchObject({ ok: false });
  });
});

describe("a connection", () => {
  test.each([
    ["with a handshake of wrong types", { token: 5, after: "никогда", locale: "tlh", page: {} }],
    ["with a token that is none", { token: "x".repeat(200), after: -1 }],
    ["with a token that is a book", { token: "x".repeat(20_000) }],
  ])("%s gets a conversation of its own", async (_what, auth) => {
    const tab = await aTab(auth);
    expect(tab.connected).toBe(true);
  });

  test("to staff's namespace without a session is refused in the caller's language", async () => {
    for (const [locale, sentence] of [
      ["ru", /Войдите/],
      ["en", /sign in/],
    ] as const) {
      await expect(aTab({ locale }, "/staff")).rejects.toMatchObject({
        data: { code: "unauthenticated", message: expect.stringMatching(sentence) },
      });
    }
  });

  test("to a namespace that isn't there is refused", async () => {
    await expect(aTab({}, "/nothing")).rejects.toThrow(/namespace/i);
  });

  test.each([
    [
      "a packet of more than 64 KB",
      (tab: Socket) => void tab.emit("message:send", { clientId: clientId(), text: "x".repeat(70_000) }),
    ],
    ["a packet that is none", (tab: Socket) => void tab.io.engine.write("42/chat,{{{")],
    ["an event without a name", (tab: Socket) => void tab.io.engine.write("42/chat,[]")],
  ])(
    "that sends %s is cut; the same conversation comes back whole, and others notice nothing",
    async (_what, send) => {
      const other = await aTab({});
      const tab = await aTab({ token: resident.token });
      const cut = new Promise((resolve) => tab.once("disconnect", resolve));
      send(tab);
      expect(await cut).toMatch(/transport|server/);
      expect((await historyOf(server.process().url, resident.token)).map(({ text }) => text)).toContain(
        "Когда откроют каток?",
      );
      expect(other.connected).toBe(true);
    },
  );

  test("over polling that sends 200 KB is refused with 413", async () => {
    const polling = `${server.process().url}/socket.io/?EIO=4&transport=polling`;
    const opening = await (await fetch(polling)).text();
    const { sid } = JSON.parse(opening.slice(1)) as { sid: string };
    const sent = await fetch(`${polling}&sid=${sid}`, { method: "POST", body: `4${"x".repeat(200_000)}` });
    expect(sent.status).toBe(413);
  });
});

test("after all of that the resident's conversation is what it was", async () => {
  const history = await historyOf(server.process().url, resident.token);
  expect(history.map(({ author }) => author.kind)).toEqual(["resident", "assistant"]);
  expect(refused).toBeGreaterThan(60);
});
