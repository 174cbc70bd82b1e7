import type { QueueItem } from "@veche/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type Tab, type TownUnderTest } from "../../town.fixture.ts";

const HOUR_MS = 3_600_000;
/** A Tuesday, 10:00 in the city; tests move it. */
let now = Date.parse("2026-11-24T05:00:00Z");
const pass = (ms: number) => {
  now += ms;
};

let city: TownUnderTest;
let operator: Tab;
let colleague: Tab;
let chief: Tab;
let operatorId = "";
let colleagueId = "";
beforeAll(async () => {
  city = await aTown({}, { clock: () => new Date(now) });
  operator = await city.staff(await city.signIn("operator@town.example"));
  colleague = await city.staff(await city.signIn("second@town.example"));
  chief = await city.staff(await city.signIn("admin@town.example"));
  operatorId = await idOf("operator@town.example");
  colleagueId = await idOf("second@town.example");
}, 60_000);
afterAll(() => city.close());

async function idOf(email: string): Promise<string> {
  const { body } = await city.call("/api/v1/staff/members", {
    cookie: await city.signIn("admin@town.example"),
  });
  return (
    (body as { items: { id: string; email: string }[] }).items.find((it) => it.email === email)?.id ?? ""
  );
}

async function waiting(
  text = "нужен человек, соедините с оператором",
): Promise<{ resident: Tab; id: string }> {
  const resident = await city.chat();
  await resident.say(text);
  await resident.ask("operator:request");
  await resident.until(() => resident.conversations.at(-1)?.state === "queued", "the queue");
  return { resident, id: resident.conversations[0]?.id ?? "" };
}

const item = (reply: unknown) => (reply as { conversation: QueueItem }).conversation;
const refused = (code: string, words: string) => ({
  ok: false,
  error: { code, message: expect.stringContaining(words) },
});
const stateOf = (tab: Tab) => tab.conversations.at(-1)?.state;
const hears = (tab: Tab, words: string) =>
  tab.until(() => tab.messages.some(({ text }) => text.includes(words)), words);
const write = (tab: Tab, conversationId: string, text: string) =>
  tab.ask("message:send", { conversationId, clientId: crypto.randomUUID(), text });

test("what is put aside comes back at its time, and before when the resident writes", async () => {
  const { resident, id } = await waiting();
  await operator.ask("conversation:claim", { conversationId: id });
  const until = new Date(now + HOUR_MS).toISOString();
  const held = await operator.ask("conversation:hold", { conversationId: id, until, why: "жду ответ из УК" });
  expect(item(held)).toMatchObject({ state: "operator", standing: "hold", holdUntil: until });
  expect(stateOf(resident)).toBe("operator");
  expect(
    await operator.ask("conversation:hold", { conversationId: id, until: "2020-01-01T00:00:00Z" }),
  ).toMatchObject(refused("invalid", "на будущее"));
  await resident.say("ну что там?");
  await operator.until(
    () =>
      operator.queues.some(({ conversations }) =>
        conversations.some((it) => it.id === id && !it.holdUntil && it.preview === "ну что там?"),
      ),
    "it on the table again",
  );
  await operator.ask("conversation:hold", { conversationId: id, until });
  expect(item(await operator.ask("conversation:wake", { conversationId: id })).holdUntil).toBeUndefined();
  await operator.ask("conversation:hold", { conversationId: id, until });
  pass(HOUR_MS + 1);
  await city.town.rooms.conversations.tend();
  const woken = await operator.ask("conversation:watch", { conversationId: id });
  expect(item(woken).holdUntil).toBeUndefined();
  await operator.ask("conversation:close", { conversationId: id, reason: "answered" });
});

test("a question of another body ends with its contact, whether it is open, and the reason", async () => {
  const { resident, id } = await waiting();
  await operator.ask("conversation:claim", { conversationId: id });
  expect(await operator.ask("conversation:redirect", { conversationId: id, to: "nobody" })).toMatchObject(
    refused("invalid", "справочнике"),
  );
  expect(
    item(await operator.ask("conversation:redirect", { conversationId: id, to: "vodokanal" })),
  ).toMatchObject({
    state: "closed",
    standing: "redirected",
    closeReason: "passed_on",
  });
  await hears(resident, "Водоканал — [+7 (3999) 00-22-11](tel:+73999002211). ");
});

test("who writes soon after an operator closed comes back to operators, later to the assistant; thanks ask for nobody", async () => {
  const { resident, id } = await waiting();
  await operator.ask("conversation:claim", { conversationId: id });
  await operator.ask("conversation:close", { conversationId: id, reason: "answered" });
  await resident.until(() => stateOf(resident) === "closed", "the end");
  await resident.say("так и не помогло, что дальше?");
  await resident.until(() => stateOf(resident) === "queued", "the queue");
  const { conversation } = (await operator.ask("conversation:watch", { conversationId: id })) as {
    conversation: QueueItem;
  };
  expect(conversation).toMatchObject({ standing: "reopened", priority: 1 });

  await operator.ask("conversation:claim", { conversationId: id });
  await operator.ask("conversation:close", { conversationId: id, reason: "answered" });
  await resident.say("Спасибо большое!");
  await resident.until(() => stateOf(resident) === "assistant", "the assistant");
  await resident.ask("operator:request");
  await operator.ask("conversation:claim", { conversationId: id });
  await operator.ask("conversation:close", { conversationId: id, reason: "answered" });
  pass(25 * HOUR_MS);
  await resident.say("Куда деть старый диван?");
  await hears(resident, "Вынесите к площадке");
  expect(stateOf(resident)).toBe("assistant");
  pass(-25 * HOUR_MS);
});

test("a person who writes owns the conversation, and the assistant is silent until it is given back", async () => {
  const resident = await city.chat();
  await resident.say("Куда деть старый диван?");
  await hears(resident, "Вынесите к площадке");
  const id = resident.conversations[0]?.id ?? "";
  expect(await write(operator, id, "Я помогу")).toMatchObject({ ok: true });
  await resident.until(() => stateOf(resident) === "operator", "the operator");
  expect(await write(colleague, id, "И я")).toMatchObject(refused("conflict", "Имя operator"));
  const before = resident.messages.length;
  await resident.say("как встать в очередь в детский сад");
  await city.town.rooms.conversations.tend();
  expect(resident.messages.filter(({ author }) => author.kind === "assistant").length).toBe(1);
  expect(await operator.ask("conversation:give-back", { conversationId: id })).toMatchObject({
    conversation: { state: "assistant" },
  });
  await hears(resident, "снова отвечает помощник");
  await resident.say("как встать в очередь в детский сад?");
  await hears(resident, "Подайте заявление");
  expect(resident.messages.length).toBeGreaterThan(before);
});

test("a supervisor takes over quietly: the resident hears nothing, the operator does; a colleague may not", async () => {
  const { resident, id } = await waiting();
  const taken = operator.heard("taken");
  await operator.ask("conversation:claim", { conversationId: id });
  await hears(resident, "Вам отвечает оператор");
  const said = resident.messages.length;
  expect(await colleague.ask("conversation:take", { conversationId: id })).toMatchObject(
    refused("conflict", "Диалог ведёт"),
  );
  expect(item(await chief.ask("conversation:take", { conversationId: id, quiet: true })).operator?.name).toBe(
    "Имя admin",
  );
  await operator.until(() => taken.length === 1, "the word of it");
  expect(taken[0]).toEqual({ conversationId: id, by: "Имя admin" });
  expect(resident.messages.length).toBe(said);
  expect(await write(operator, id, "ещё я")).toMatchObject({ ok: false });
  await chief.ask("conversation:close", { conversationId: id, reason: "answered" });
});

test("the next one is the urgent, then who waited longest; of departments and within the limit only", async () => {
  const cookie = await city.signIn("admin@town.example");
  const [first, second, third] = [
    await waiting(),
    (pass(1000), await waiting()),
    (pass(1000), await waiting()),
  ];
  await operator.ask("conversation:prioritise", { conversationId: third.id, priority: 2, why: "авария" });
  await operator.ask("conversation:transfer", { conversationId: first.id, department: "vodokanal" });
  const settings = { departments: ["call-centre"], skills: [], supervises: false, mostOpen: 2 };
  expect(
    await city.call(`/api/v1/staff/operators/${colleagueId}`, {
      method: "PUT",
      cookie,
      body: JSON.stringify(settings),
    }),
  ).toMatchObject({ status: 200, body: { operator: settings } });

  expect(await colleague.ask("conversation:claim", { conversationId: first.id })).toMatchObject(
    refused("conflict", "Водоканал"),
  );
  const taken = [];
  for (let i = 0; i < 2; i++) taken.push(item(await colleague.ask("conversation:next")).id);
  expect(taken).toEqual([third.id, second.id]);
  const one = await waiting();
  expect(await colleague.ask("conversation:claim", { conversationId: one.id })).toMatchObject(
    refused("conflict", "2 открытых диалога"),
  );
  expect(await colleague.ask("conversation:next")).toMatchObject(refused("conflict", "больше нельзя"));
  const until = new Date(now + HOUR_MS).toISOString();
  await colleague.ask("conversation:hold", { conversationId: second.id, until });
  expect(await colleague.ask("conversation:claim", { conversationId: one.id })).toMatchObject({ ok: true });

  // Awake again without room, it goes back to the queue rather than over the limit.
  await second.resident.say("я ещё здесь");
  await second.resident.until(() => stateOf(second.resident) === "queued", "the queue");
  await city.call(`/api/v1/staff/operators/${colleagueId}`, {
    method: "PUT",
    cookie,
    body: JSON.stringify({ departments: [], skills: [], supervises: false }),
  });
  for (const { id } of [first, second, third, one])
    await chief.ask("conversation:close", { conversationId: id, reason: "left" });
});

test("a language that somebody on shift speaks waits for them, and for anyone when nobody does", async () => {
  const cookie = await city.signIn("admin@town.example");
  const save = (skills: string[]) =>
    city.call(`/api/v1/staff/operators/${operatorId}`, {
      method: "PUT",
      cookie,
      body: JSON.stringify({ departments: [], skills, supervises: false }),
    });
  await save(["en"]);
  const resident = await city.chat({ locale: "en" });
  await resident.ask("operator:request");
  const id = resident.conversations[0]?.id ?? "";
  expect(await colleague.ask("conversation:next")).toEqual({ ok: true });
  await save([]);
  expect(item(await colleague.ask("conversation:next")).id).toBe(id);
  await colleague.ask("conversation:close", { conversationId: id, reason: "answered" });
});

test("at the end of a shift everything goes back to the queue, in front of those who wait for the first time", async () => {
  const [one, two] = [await waiting(), (pass(1000), await waiting())];
  for (const { id } of [one, two]) await operator.ask("conversation:claim", { conversationId: id });
  const later = await waiting();
  expect(await operator.ask("shift:end")).toEqual({ ok: true, returned: 2 });
  await one.resident.until(() => stateOf(one.resident) === "queued", "the queue");
  const order = [];
  for (let i = 0; i < 3; i++) order.push(item(await colleague.ask("conversation:next")).id);
  expect(order).toEqual([one.id, two.id, later.id]);
  for (const { id } of [one, two, later])
    await colleague.ask("conversation:close", { conversationId: id, reason: "left" });
  await operator.ask("presence:set", { presence: "here" });
});

test("presence is kept over a reload and told to colleagues with what each has open", async () => {
  const told = colleague.heard("presence");
  const cookie = await city.signIn("operator@town.example");
  expect(await operator.ask("presence:set", { presence: "break" })).toMatchObject({
    operator: { presence: "break", connected: true },
  });
  await colleague.until(
    () => told.at(-1)?.operators.find(({ id }) => id === operatorId)?.presence === "break",
    "the break",
  );
  const reloaded = await city.staff(cookie);
  const again = reloaded.heard("presence");
  await reloaded.until(() => again.length > 0, "who is there");
  expect(again[0]?.operators.find(({ id }) => id === operatorId)).toMatchObject({
    presence: "break",
    open: 0,
  });
  reloaded.socket.disconnect();
  await operator.ask("presence:set", { presence: "here" });
});

test("an operator's laptop that closes in the middle of an answer gives the conversation back after a while", async () => {
  const { resident, id } = await waiting();
  const cookie = await city.signIn("third@town.example");
  const laptop = await city.staff(cookie);
  await laptop.ask("conversation:claim", { conversationId: id });
  laptop.socket.disconnect();
  await city.town.rooms.conversations.tend();
  pass(60_000);
  await city.town.rooms.conversations.tend();
  expect(stateOf(resident)).toBe("operator");
  await city.staff(cookie).then((tab) => tab.socket.disconnect());
  pass(121_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  pass(121_000);
  await city.town.rooms.conversations.tend();
  await resident.until(() => stateOf(resident) === "queued", "the queue");
  const { body } = await city.call(`/api/v1/staff/conversations/${id}/card`, { cookie });
  expect((body as { card: { moves: unknown[] } }).card.moves.at(-1)).toMatchObject({
    by: "system",
    move: "return",
    to: "queued",
    why: "connection lost",
  });
  await chief.ask("conversation:close", { conversationId: id, reason: "left" });
});

test("colleagues see who looks at a conversation, who types in it, and notes that the resident never gets", async () => {
  const { resident, id } = await waiting();
  const looking = operator.heard("looking");
  const notes = operator.heard("note");
  const mentions = colleague.heard("mention");
  const typing: { author: { name?: string } }[] = [];
  operator.socket.on("typing", (it) => typing.push(it));
  await operator.ask("conversation:watch", { conversationId: id });
  await colleague.ask("conversation:watch", { conversationId: id });
  await operator.until(() => looking.at(-1)?.staff.length === 2, "both");
  const clientId = crypto.randomUUID();
  const note = {
    conversationId: id,
    clientId,
    text: "Посмотри, это по твоему дому",
    mentions: [colleagueId],
  };
  const added = await operator.ask("note:add", note);
  expect(added).toMatchObject({
    note: { text: note.text, author: { id: operatorId }, mentions: [colleagueId] },
  });
  expect(await operator.ask("note:add", note)).toEqual(added);
  await colleague.until(() => mentions.length === 1, "the mention");
  colleague.socket.emit("typing", { conversationId: id });
  await operator.until(() => typing.length === 1, "typing");
  expect(notes.length).toBe(1);
  await colleague.ask("conversation:unwatch", { conversationId: id });
  await operator.until(() => looking.at(-1)?.staff.length === 1, "one");
  await resident.say("слышу только своё");
  expect(JSON.stringify(resident.messages)).not.toContain("твоему дому");

  // Who was away learns of it on coming back, until they looked.
  const cookie = await city.signIn("second@town.example");
  const later = await city.staff(cookie);
  const missed = later.heard("mention");
  await later.until(() => missed.length === 1, "the missed mention");
  await later.ask("mention:seen", { noteId: missed[0]?.note.id });
  const last = await city.staff(cookie);
  const none = last.heard("mention");
  await last.until(() => last.queues.length > 0, "the queue");
  expect(none).toEqual([]);
  await chief.ask("conversation:close", { conversationId: id, reason: "answered" });
});

test("of a long queue whoever stands first comes at once, the others right after", async () => {
  const at = new Date(now).toISOString();
  const row = (place: number) => ({
    id: `long-${String(place).padStart(3, "0")}`,
    token_hash: `long-${place}`,
    channel: "site",
    locale: "ru",
    state: "queued",
    last_seq: 0,
    preview: "Когда дадут воду?",
    // The last who came is the most urgent.
    priority: place === 600 ? 2 : 0,
    indexed_seq: 0,
    queued_at: new Date(now + place).toISOString(),
    created_at: at,
    updated_at: at,
  });
  await city.town.database.write((db) =>
    db
      .insertInto("conversation")
      .values(Array.from({ length: 600 }, (_, place) => row(place + 1)))
      .execute(),
  );
  const tab = await city.staff(await city.signIn("second@town.example"));
  await tab.until(() => tab.queues.length > 1, "both pushes");
  const [first, others] = tab.queues;
  expect(first).toMatchObject({ whole: true, conversations: { 0: { id: "long-600" }, length: 500 } });
  expect(others?.whole).toBe(false);
  const ids = tab.queues.flatMap(({ conversations }) => conversations.map(({ id }) => id));
  expect(new Set(ids.filter((id) => id.startsWith("long-"))).size).toBe(600);
});
