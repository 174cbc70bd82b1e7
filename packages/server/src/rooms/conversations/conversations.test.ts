import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type Tab, type TownUnderTest } from "../../town.fixture.ts";

let city: TownUnderTest;
beforeAll(async () => {
  city = await aTown();
});
afterAll(() => city.close());

test("a question is acknowledged with its place, then answered from an approved article with its source", async () => {
  const tab = await city.chat();
  const { ok, message } = await tab.say("как встать в очередь в детский сад");
  expect(ok).toBe(true);
  expect(message).toMatchObject({
    seq: 1,
    author: { kind: "resident" },
    text: "как встать в очередь в детский сад",
  });
  await tab.until(() => tab.messages.length === 2, "an answer");
  expect(tab.messages[1]).toMatchObject({
    seq: 2,
    author: { kind: "assistant" },
    text: "Подайте заявление на **портале** или в МФЦ.",
    sources: [{ title: "Порядок учёта", url: "https://town.example/sad", updatedAt: "2026-10-01" }],
  });
});

test("the outage at an address is told with its resource, reason and whom to call", async () => {
  const tab = await city.chat();
  await tab.say("Кирова 12 нет холодной воды, когда дадут?");
  await tab.until(() => tab.messages.length === 2, "an answer");
  expect(tab.messages[1]?.text).toContain("Холодная вода, ул. Кирова, 12: сейчас отключена");
  expect(tab.messages[1]?.text).toContain("порыв водовода");
  expect(tab.messages[1]?.text).toContain("tel:+73999002211");
});

test("nothing known at an address is said as such, with whom to call", async () => {
  const tab = await city.chat();
  await tab.say("Кирова 14 нет холодной воды");
  await tab.until(() => tab.messages.length === 2, "an answer");
  expect(tab.messages[1]?.text).toContain("отключений не значится");
  expect(tab.messages[1]?.text).toContain("Водоканал");
});

test("what comes after an outage asks the same of another house", async () => {
  const tab = await city.chat();
  await tab.say("Кирова 14 нет холодной воды");
  await tab.until(() => tab.messages.length === 2, "an answer");
  await tab.say("а на Кирова 12?");
  await tab.until(() => tab.messages.length === 4, "two answers");
  expect(tab.messages[3]?.text).toContain("ул. Кирова, 12: сейчас отключена");
});

test("who asks the next before this one is answered means it just the same", async () => {
  const tab = await city.chat();
  await Promise.all([tab.say("Кирова 14 нет холодной воды"), tab.say("а на Кирова 12?")]);
  await tab.until(() => tab.messages.length === 4, "two answers");
  expect(tab.messages.at(-1)?.text).toContain("ул. Кирова, 12: сейчас отключена");
});

test("who does not know says so and offers an operator and a phone", async () => {
  const tab = await city.chat();
  await tab.say("рецепт борща с пампушками");
  await tab.until(() => tab.messages.length === 2, "an answer");
  expect(tab.messages[1]?.text).toContain("гадать не буду");
  expect(tab.messages[1]?.replies.at(-1)).toEqual({ title: "Позвать оператора", value: "Позвать оператора" });
  expect(tab.messages[1]?.text).toContain("+7 (3999) 00-05-05");
});

test("the same clientId yields the same message, and with another text it is a conflict", async () => {
  const tab = await city.chat();
  const clientId = crypto.randomUUID();
  const first = await tab.say("спасибо", clientId);
  const second = await tab.say("спасибо", clientId);
  expect(second).toEqual(first);
  expect(await tab.say("иное", clientId)).toMatchObject({ ok: false, error: { code: "conflict" } });
  await tab.until(() => tab.messages.length === 2, "one answer");
  const later = await city.chat({ token: tab.token, after: 0 });
  await later.until(() => later.messages.length === 2, "history");
  expect(later.messages.map((it) => it.seq)).toEqual([1, 2]);
});

test.each([
  ["half an emoji", "привет \ud83d", "привет \ufffd"],
  ["a null character", "при\u0000вет", "привет"],
])("a message with %s can be sent again and is the same one", async (_what, text, stored) => {
  const tab = await city.chat();
  const clientId = crypto.randomUUID();
  const first = await tab.say(text, clientId);
  expect(first).toMatchObject({ ok: true, message: { text: stored } });
  expect(await tab.say(text, clientId)).toEqual(first);
});

test.each([
  ["nothing", ""],
  ["blanks", "  \n "],
  ["4,001 characters", "а".repeat(4001)],
])("a message of %s is refused with the field and stores nothing", async (_what, text) => {
  const tab = await city.chat();
  expect(await tab.say(text)).toMatchObject({ ok: false, error: { code: "invalid", field: "text" } });
  const later = await city.chat({ token: tab.token });
  expect(later.messages).toEqual([]);
});

test("4,000 characters are taken, an emoji counted once", async () => {
  const tab = await city.chat();
  expect(await tab.say("🙂".repeat(4000))).toMatchObject({ ok: true });
});

test.each([
  ["no payload", undefined],
  ["a string", "hello"],
  ["an array", []],
  ["a clientId that is no UUID", { clientId: "1", text: "x" }],
  ["a number for text", { clientId: crypto.randomUUID(), text: 5 }],
])("malformed: %s is refused and the socket stays open", async (_what, payload) => {
  const tab = await city.chat();
  expect(await tab.ask("message:send", payload)).toMatchObject({ ok: false, error: { code: "invalid" } });
  expect(await tab.say("привет")).toMatchObject({ ok: true });
});

test("refusals are said in the client's language", async () => {
  const tab = await city.chat({ locale: "en" });
  expect(await tab.say("")).toMatchObject({ error: { message: "Please fill this in." } });
});

test("two tabs of one conversation agree, and a late one gets only what it lacks", async () => {
  const first = await city.chat();
  await first.say("спасибо");
  await first.until(() => first.messages.length === 2, "an answer");
  const second = await city.chat({ token: first.token, after: 1 });
  await second.until(() => second.messages.length === 1, "history");
  expect(second.conversations[0]?.id).toBe(first.conversations[0]?.id);
  await Promise.all([first.say("один"), second.say("два")]);
  await first.until(() => first.messages.length === 6, "both");
  await second.until(() => second.messages.length === 5, "both");
  expect(second.messages).toEqual(first.messages.slice(1));
  expect(first.messages.map((it) => it.seq)).toEqual([1, 2, 3, 4, 5, 6]);
});

test("a conversation outlives the process, answers included, and its token opens it again", async () => {
  const tab = await city.chat();
  await tab.say("Кирова 12 нет холодной воды");
  await tab.until(() => tab.messages.length === 2, "an answer");
  const before = [...tab.messages];
  tab.socket.disconnect();
  await city.restart();
  const later = await city.chat({ token: tab.token, after: 0 });
  await later.until(() => later.messages.length === 2, "history");
  expect(later.messages).toEqual(before);
});

test("a made-up token opens a new conversation and tells nothing", async () => {
  const tab = await city.chat({ token: "A".repeat(48) });
  expect(tab.token).not.toBe("A".repeat(48));
  expect(tab.messages).toEqual([]);
});

test("a token that was given before anything was said is good after a restart", async () => {
  const tab = await city.chat();
  const { token } = tab;
  tab.socket.disconnect();
  await city.restart();
  const later = await city.chat({ token });
  expect(later.token).toBe(token);
  expect(later.conversations[0]?.id).toBe(tab.conversations[0]?.id);
});

test("an operator takes over: queue, claim, answer, close", async () => {
  const resident = await city.chat();
  await resident.say("Кирова 14 нет холодной воды");
  const asked = await resident.ask("operator:request");
  expect(asked).toMatchObject({ ok: true, conversation: { state: "queued" } });
  const conversationId = resident.conversations[0]?.id;

  const operator = await city.staff(await city.signIn("operator@town.example"));
  const colleague = await city.staff(await city.signIn("second@town.example"));
  await operator.until(() => operator.queues.length > 0, "the queue");
  expect(operator.queues[0]).toMatchObject({ whole: true });
  const listed = operator.queues[0]?.conversations.map((it) => it.id);
  expect(listed).toContain(conversationId);

  expect(await operator.ask("conversation:claim", { conversationId })).toMatchObject({ ok: true });
  expect(await colleague.ask("conversation:claim", { conversationId })).toMatchObject({
    ok: false,
    error: { code: "conflict", message: expect.stringContaining("Имя operator") },
  });
  const opened = await operator.ask("conversation:watch", { conversationId });
  expect((opened as { messages: unknown[] }).messages.length).toBeGreaterThanOrEqual(3);
  expect(
    await operator.ask("message:send", {
      conversationId,
      clientId: crypto.randomUUID(),
      text: "Здравствуйте, смотрю",
    }),
  ).toMatchObject({ ok: true, message: { author: { kind: "operator", name: "Имя operator" } } });
  await resident.until(
    () => resident.messages.some((it) => it.text === "Здравствуйте, смотрю"),
    "the operator",
  );
  expect(resident.conversations.at(-1)).toMatchObject({
    state: "operator",
    operator: { name: "Имя operator" },
  });

  const silentSince = resident.messages.length;
  await resident.say("как встать в очередь в детский сад");
  await operator.until(() => operator.messages.some((it) => it.text.includes("детский сад")), "the resident");
  await city.town.rooms.conversations.idle();
  expect(resident.messages.length).toBe(silentSince + 1);

  expect(await operator.ask("conversation:close", { conversationId, reason: "answered" })).toMatchObject({
    ok: true,
  });
  await resident.until(() => resident.conversations.at(-1)?.state === "closed", "the end");
  expect(await resident.ask("conversation:rate", { score: 5, comment: "быстро" })).toEqual({ ok: true });
});

test("of two who claim at once exactly one wins", async () => {
  const resident = await city.chat();
  await resident.say("позовите оператора");
  await resident.until(() => resident.conversations.at(-1)?.state === "queued", "the queue");
  const conversationId = resident.conversations[0]?.id;
  const one = await city.staff(await city.signIn("operator@town.example"));
  const two = await city.staff(await city.signIn("second@town.example"));
  const claims = await Promise.all([
    one.ask("conversation:claim", { conversationId }),
    two.ask("conversation:claim", { conversationId }),
  ]);
  expect(claims.map((it: { ok: boolean }) => it.ok).toSorted()).toEqual([false, true]);
});

test("a danger to life is answered even while an operator has the conversation", async () => {
  const resident = await city.chat();
  await resident.say("позовите оператора");
  await resident.until(() => resident.conversations.at(-1)?.state === "queued", "the queue");
  await resident.say("сильно пахнет газом в подъезде");
  await resident.until(
    () => resident.messages.some((it) => it.text.includes("tel:104")),
    "the emergency answer",
  );
});

test("only operators and administrators may claim; others are refused", async () => {
  const jury = await city.staff(await city.signIn("jury@town.example"));
  expect(await jury.ask("conversation:claim", { conversationId: "x" })).toMatchObject({
    ok: false,
    error: { code: "forbidden" },
  });
  expect(jury.queues).toEqual([]);
});

test("a resident can't rate another's message, and what isn't there looks the same", async () => {
  const mine = await city.chat();
  await mine.say("спасибо");
  await mine.until(() => mine.messages.length === 2, "an answer");
  const answer = mine.messages[1];
  const other = await city.chat();
  await other.say("привет");
  const notYours = await other.ask("message:rate", { messageId: answer?.id, helpful: false });
  const notThere = await other.ask("message:rate", { messageId: "none", helpful: false });
  expect(notYours).toEqual(notThere);
  expect(notYours).toMatchObject({ error: { code: "not_found" } });
  expect(await mine.ask("message:rate", { messageId: answer?.id, helpful: true })).toEqual({ ok: true });
  const whyNot = { messageId: answer?.id, helpful: false, reason: "Ответ не о том" };
  expect(await mine.ask("message:rate", whyNot)).toEqual({ ok: true });
});

test("who ended a conversation and writes again is answered again", async () => {
  const tab = await city.chat();
  await tab.say("спасибо");
  expect(await tab.ask("conversation:end")).toMatchObject({ conversation: { state: "closed" } });
  await tab.say("как встать в очередь в детский сад");
  await tab.until(() => tab.messages.some((it) => it.text.includes("Подайте заявление")), "an answer");
  expect(tab.conversations.at(-1)?.state).toBe("assistant");
});

async function aWaiting(): Promise<{ resident: Tab; conversationId: string }> {
  const resident = await city.chat();
  await resident.say("позовите оператора");
  await resident.until(() => resident.conversations.at(-1)?.state === "queued", "the queue");
  return { resident, conversationId: resident.conversations[0]?.id ?? "" };
}

test("a released conversation waits again in its old place, and a colleague may take it", async () => {
  const { resident, conversationId } = await aWaiting();
  const operator = await city.staff(await city.signIn("operator@town.example"));
  const colleague = await city.staff(await city.signIn("second@town.example"));
  await operator.ask("conversation:claim", { conversationId });
  expect(await colleague.ask("conversation:release", { conversationId })).toMatchObject({
    ok: false,
    error: { code: "conflict" },
  });
  expect(await operator.ask("conversation:release", { conversationId })).toMatchObject({
    ok: true,
    conversation: { state: "queued" },
  });
  await resident.until(() => resident.conversations.at(-1)?.state === "queued", "the queue again");
  expect(await colleague.ask("conversation:claim", { conversationId })).toMatchObject({ ok: true });
});

test("a transferred conversation waits for the department, and the resident is told which", async () => {
  const { resident, conversationId } = await aWaiting();
  const operator = await city.staff(await city.signIn("operator@town.example"));
  await operator.ask("conversation:claim", { conversationId });
  expect(
    await operator.ask("conversation:transfer", { conversationId, department: "no-such" }),
  ).toMatchObject({ ok: false, error: { code: "invalid", field: "department" } });
  expect(
    await operator.ask("conversation:transfer", { conversationId, department: "vodokanal" }),
  ).toMatchObject({
    ok: true,
    conversation: { state: "queued", department: "vodokanal" },
  });
  await resident.until(() => resident.messages.at(-1)?.text.includes("Водоканал") ?? false, "the word of it");
});

test("who closed a conversation on the screen hears no more of it", async () => {
  const { resident, conversationId } = await aWaiting();
  const operator = await city.staff(await city.signIn("operator@town.example"));
  await operator.ask("conversation:watch", { conversationId });
  await resident.say("слышно?");
  await operator.until(() => operator.messages.some((it) => it.text === "слышно?"), "the resident");
  await operator.ask("conversation:unwatch", { conversationId });
  await resident.say("а теперь?");
  await operator.until(
    () => JSON.stringify(operator.queues.at(-1)).includes("а теперь?"),
    "the queue's word",
  );
  expect(operator.messages.some((it) => it.text === "а теперь?")).toBe(false);
});
