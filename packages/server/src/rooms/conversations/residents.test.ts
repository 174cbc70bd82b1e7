import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type Tab, type TownUnderTest } from "../../town.fixture.ts";

/** A Tuesday, 10:00 in the city; tests move it. */
let now = Date.parse("2026-11-24T05:00:00Z");

let city: TownUnderTest;
let cookie = "";
beforeAll(async () => {
  city = await aTown({}, { clock: () => new Date(now) });
  cookie = await city.signIn("operator@town.example");
});
afterAll(() => city.close());

const call = (method: string, path: string, body?: unknown) =>
  city.call(path, { method, cookie, ...(body ? { body: JSON.stringify(body) } : {}) });

async function talk(words: string): Promise<{ resident: Tab; id: string }> {
  const resident = await city.chat();
  await resident.say(words);
  return { resident, id: resident.conversations[0]?.id ?? "" };
}

test("a deleted conversation leaves no word, and its token opens nothing any more", async () => {
  const tab = await city.chat();
  await tab.say("у меня течёт труба в квартире семь");
  await tab.until(() => tab.messages.length === 2, "an answer");
  const { id, token } = tab.conversations[0] ?? { id: "", token: "" };
  expect(await tab.ask("conversation:delete")).toEqual({ ok: true });

  const { read } = city.town.database;
  expect(await read.selectFrom("message").select("id").where("conversation_id", "=", id).execute()).toEqual(
    [],
  );
  const row = await read
    .selectFrom("conversation")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ preview: "", page: null, score_comment: null, state: "closed" });

  const later = await city.chat({ token, after: 2 });
  expect(later.conversations[0]?.id).not.toBe(id);
  expect(later.messages).toEqual([]);
});

test("another tab of it is given a new conversation, and can say nothing into the old one", async () => {
  const first = await city.chat();
  await first.say("спасибо");
  const { token } = first;
  const second = await city.chat({ token });
  await second.until(() => second.messages.length >= 1, "history");
  const left = new Promise((resolve) => second.socket.once("disconnect", resolve));
  await first.ask("conversation:delete");
  expect(await left).toBe("io server disconnect");
});

test("staff who have it open are told, and cannot open it again", async () => {
  const tab = await city.chat();
  await tab.ask("operator:request");
  const { id } = tab.conversations[0] ?? { id: "" };
  const desk = await city.staff(await city.signIn("operator@town.example"));
  await desk.ask("conversation:watch", { conversationId: id });
  await desk.ask("conversation:claim", { conversationId: id });
  const told = new Promise((resolve) => desk.socket.once("conversation:deleted", resolve));
  await tab.ask("conversation:delete");
  expect(await told).toEqual({ conversationId: id });
  await desk.until(() => desk.queues.some(({ removed }) => removed.includes(id)), "the queue without it");
  expect(await desk.ask("conversation:watch", { conversationId: id })).toMatchObject({
    ok: false,
    error: { code: "not_found", message: "Житель удалил этот диалог." },
  });
  expect(
    await desk.ask("message:send", { conversationId: id, clientId: crypto.randomUUID(), text: "Где вы?" }),
  ).toMatchObject({ ok: false });
});

test("where nothing was said there is nothing to delete", async () => {
  const tab = await city.chat();
  expect(await tab.ask("conversation:delete")).toMatchObject({ ok: false, error: { code: "not_found" } });
});

test("who is mute or blocked is refused with the term, who is limited with the seconds; a danger to life gets through", async () => {
  const { resident, id } = await talk("дураки вы все");
  const restrict = async (kind: string, more = {}) => {
    const reply = await call("POST", `/api/v1/staff/conversations/${id}/restrictions`, {
      kind,
      minutes: 60,
      reason: "брань",
      ...more,
    });
    return (reply.body as { restriction: { id: string } }).restriction.id;
  };
  const mute = await restrict("mute");
  expect(await resident.say("ещё")).toMatchObject({
    ok: false,
    error: { code: "forbidden", message: expect.stringContaining("сегодня, 11:00") },
  });
  expect(await resident.say("в подъезде сильно пахнет газом")).toMatchObject({ ok: true });
  expect((await call("GET", "/api/v1/staff/restrictions")).body).toMatchObject({
    items: [{ id: mute, kind: "mute", reason: "брань" }],
  });
  expect(await call("DELETE", `/api/v1/staff/restrictions/${mute}`)).toMatchObject({
    body: { restriction: { liftedBy: "Имя operator" } },
  });
  expect(await resident.say("спасибо")).toMatchObject({ ok: true });

  const limit = await restrict("limit", { everySeconds: 30 });
  expect(await resident.say("и ещё")).toMatchObject({
    error: { code: "rate_limited", retryAfterSeconds: 30 },
  });
  now += 30_000;
  expect(await resident.say("и ещё")).toMatchObject({ ok: true });
  await call("DELETE", `/api/v1/staff/restrictions/${limit}`);
  await restrict("block", { minutes: 1 });
  expect(await resident.ask("operator:request")).toMatchObject({ error: { code: "forbidden" } });
  now += 61_000;
  expect(await resident.say("я исправился")).toMatchObject({ ok: true });
  expect(
    await call("POST", "/api/v1/staff/conversations/none/restrictions", {
      kind: "mute",
      minutes: 1,
      reason: "x",
    }),
  ).toMatchObject({
    status: 404,
  });
});

test("what stands in the queue is what was asked, not the call for a person after it", async () => {
  const desk = await city.staff(await city.signIn("operator@town.example"));
  const previewOf = (id: string | undefined) =>
    desk.queues.flatMap(({ conversations }) => conversations).findLast((it) => it.id === id)?.preview;
  const { resident, id } = await talk("куда деть спиленные ветки");
  await resident.say("позовите оператора!");
  await desk.until(() => previewOf(id) !== undefined, "it in the queue");
  expect(previewOf(id)).toBe("куда деть спиленные ветки");
  await resident.say("ветки лежат у подъезда, соедините с оператором");
  await desk.until(() => previewOf(id)?.startsWith("ветки лежат") ?? false, "the newer words");

  const english = await talk("Where can I take cut branches?");
  await english.resident.say("I want a human operator");
  await desk.until(() => previewOf(english.id) !== undefined, "it in the queue");
  expect(previewOf(english.id)).toBe("Where can I take cut branches?");

  const short = await talk("куда деть спиленные ветки");
  await short.resident.say("нет света, позовите оператора");
  await desk.until(() => previewOf(short.id) !== undefined, "it in the queue");
  expect(previewOf(short.id)).toBe("нет света, позовите оператора");
});

test("a blocked network stays out in a new conversation too, past midnight, until the term or its undoing", async () => {
  const { resident, id } = await talk("дураки вы все");
  const block = { kind: "block", minutes: 3 * 24 * 60, reason: "брань", network: true };
  expect((await call("GET", `/api/v1/staff/conversations/${id}/card`)).body).toMatchObject({
    card: { networkKnown: true },
  });
  const made = await call("POST", `/api/v1/staff/conversations/${id}/restrictions`, block);
  expect(made).toMatchObject({ status: 201, body: { restriction: { network: true } } });
  await resident.ask("conversation:delete");

  const refused = {
    ok: false,
    error: { code: "forbidden", message: expect.stringContaining("Из вашей сети") },
  };
  const another = await city.chat();
  expect(await another.say("опять я")).toMatchObject(refused);
  expect(await another.ask("operator:request")).toMatchObject(refused);
  expect(await another.say("в подъезде сильно пахнет газом")).toMatchObject({ ok: true });
  now += 2 * 86_400_000;
  await city.town.rooms.conversations.tend();
  expect(await another.say("и снова я")).toMatchObject(refused);
  const late = another.conversations[0]?.id ?? "";
  expect((await call("GET", `/api/v1/staff/conversations/${late}/card`)).body).toMatchObject({
    card: { restrictions: [], networkKnown: false },
  });
  expect(await call("POST", `/api/v1/staff/conversations/${late}/restrictions`, block)).toMatchObject({
    status: 409,
  });

  now += 86_400_000;
  expect(await another.say("я больше не буду")).toMatchObject({ ok: true });
  await city.town.rooms.conversations.tend();
  const kept = () =>
    city.town.database.read.selectFrom("restriction").select("id").where("network", "is not", null).execute();
  expect(await kept()).toEqual([]);

  const again = await call("POST", `/api/v1/staff/conversations/${late}/restrictions`, block);
  const restriction = (again.body as { restriction: { id: string } }).restriction;
  expect(await another.say("как это")).toMatchObject({ ok: false });
  await call("DELETE", `/api/v1/staff/restrictions/${restriction.id}`);
  expect(await another.say("спасибо")).toMatchObject({ ok: true });
  expect(await kept()).toEqual([]);
});
