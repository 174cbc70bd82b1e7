import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FoundConversation, OpenQuestion, ResidentCard } from "@veche/protocol";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aTown, type Tab, type TownUnderTest } from "../../town.fixture.ts";
import { digestOf } from "./erasing/erasing.ts";
import { createFinding } from "./finding/finding.ts";

/** A Tuesday, 10:00 in the city; tests move it. */
let now = Date.parse("2026-11-24T05:00:00Z");

let city: TownUnderTest;
let cookie = "";
let admin = "";
let operator: Tab;
beforeAll(async () => {
  city = await aTown({}, { clock: () => new Date(now) });
  cookie = await city.signIn("operator@town.example");
  admin = await city.signIn("admin@town.example");
  operator = await city.staff(cookie);
}, 60_000);
afterAll(() => city.close());

const call = (method: string, path: string, body?: unknown, by = cookie) =>
  city.call(path, { method, cookie: by, ...(body ? { body: JSON.stringify(body) } : {}) });

async function talk(...words: string[]): Promise<{ resident: Tab; id: string }> {
  const resident = await city.chat();
  for (const text of words) await resident.say(text);
  await city.town.rooms.conversations.tend();
  return { resident, id: resident.conversations[0]?.id ?? "" };
}

async function found(query: Record<string, string>): Promise<FoundConversation[]> {
  const { body } = await call("GET", `/api/v1/staff/conversations?${new URLSearchParams(query).toString()}`);
  return (body as { items: FoundConversation[] }).items;
}
const idsOf = (items: readonly FoundConversation[]) => items.map(({ id }) => id);

test("a conversation is found by its words in any form, while typing too, with the place where they stand", async () => {
  const { id } = await talk("Во дворе нашего дома сломались качели, кто их отремонтирует?");
  await talk("Когда починят фонарь на остановке?");
  const [one] = await found({ query: "двор с качелями" });
  expect(one).toMatchObject({ id, state: "assistant" });
  expect(one?.excerpt).toContain("сломались качели, кто их отремонтирует");
  expect(idsOf(await found({ query: "качел" }))).toEqual([id]);
  expect(await found({ query: "качели фонарь" })).toEqual([]);
  expect(await found({ query: "и на" })).toEqual([]);
});

test("conversations are found by facts: state, day, reason, and counted as a whole", async () => {
  const { id } = await talk("вопрос про отлов собак");
  await operator.ask("message:send", { conversationId: id, clientId: randomUUID(), text: "Записал" });
  await operator.ask("conversation:close", { conversationId: id, reason: "wrong_place" });
  expect(idsOf(await found({ reason: "wrong_place" }))).toEqual([id]);
  expect(idsOf(await found({ state: "open" }))).not.toContain(id);
  expect(idsOf(await found({ from: "2026-11-24", to: "2026-11-24", state: "closed" }))).toContain(id);
  expect(await found({ from: "2026-11-25" })).toEqual([]);
  const { body } = await call("GET", "/api/v1/staff/conversations?limit=1");
  expect(body).toMatchObject({ items: [expect.anything()], total: 3 });
});

test("a filter is kept as a view; others see it only when it is shared, and only its owner changes it", async () => {
  const view = { name: "Мои закрытые", filter: { state: "closed", query: "собаки" }, shared: false };
  const [own, shared] = [randomUUID(), randomUUID()];
  expect(await call("PUT", `/api/v1/staff/conversation-views/${own}`, view)).toMatchObject({ status: 200 });
  await call("PUT", `/api/v1/staff/conversation-views/${shared}`, { ...view, name: "Общий", shared: true });
  const seen = async (by: string) =>
    (
      (await call("GET", "/api/v1/staff/conversation-views", undefined, by)).body as {
        items: { id: string; own: boolean }[];
      }
    ).items;
  expect((await seen(cookie)).map(({ id }) => id).toSorted()).toEqual([own, shared].toSorted());
  expect(await seen(admin)).toMatchObject([{ id: shared, own: false }]);
  expect(await call("PUT", `/api/v1/staff/conversation-views/${shared}`, view, admin)).toMatchObject({
    status: 403,
  });
  expect(await call("DELETE", `/api/v1/staff/conversation-views/${own}`)).toMatchObject({ status: 200 });
  expect(await call("DELETE", `/api/v1/staff/conversation-views/${own}`)).toMatchObject({ status: 404 });
});

test("canned texts are written, changed and taken away by those who send them", async () => {
  const id = randomUUID();
  const text = { title: "Приветствие", text: "Здравствуйте! Меня зовут {{operator}}." };
  expect(await call("PUT", `/api/v1/staff/canned-texts/${id}`, text)).toMatchObject({
    body: { text: { ...text, locale: "ru", changedBy: "Имя operator" } },
  });
  await call("PUT", `/api/v1/staff/canned-texts/${id}`, { ...text, title: "Начало" });
  expect((await call("GET", "/api/v1/staff/canned-texts")).body).toMatchObject({
    items: [{ id, title: "Начало" }],
  });
  expect(await call("DELETE", `/api/v1/staff/canned-texts/${id}`)).toMatchObject({ status: 200 });
  expect(await call("DELETE", `/api/v1/staff/canned-texts/${id}`)).toMatchObject({ status: 404 });
});

test("the card shows the address that was said, its outages and who keeps the house, and whether they are open", async () => {
  const { id } = await talk("Кирова 12 нет холодной воды", "спасибо");
  const { body } = await call("GET", `/api/v1/staff/conversations/${id}/card`);
  const { card } = body as { card: ResidentCard };
  expect(card.address).toMatchObject({
    text: "ул. Кирова, 12",
    outages: [{ resource: "cold_water", current: true, reason: "Порыв водовода" }],
    organisation: { name: "ООО «УК „Дом“»", emergencyPhone: "+7 (3999) 00-11-09", openNow: true },
  });
  expect(card).toMatchObject({
    earlier: [],
    restrictions: [],
    conversation: { id, channel: "site", locale: "ru" },
  });
  expect(await call("GET", "/api/v1/staff/conversations/none/card")).toMatchObject({ status: 404 });
});

test("the transcript is a file of what was said; notes only when asked for", async () => {
  const { id } = await talk("Где взять справку?");
  await operator.ask("message:send", { conversationId: id, clientId: randomUUID(), text: "В МФЦ." });
  await operator.ask("note:add", { conversationId: id, clientId: randomUUID(), text: "проверить адрес" });
  const plain = await call("GET", `/api/v1/staff/conversations/${id}/transcript`);
  expect(plain.headers.get("content-disposition")).toContain("attachment");
  expect(plain.body).toContain("Имя operator:\nВ МФЦ.");
  expect(plain.body).not.toContain("проверить адрес");
  const whole = await call("GET", `/api/v1/staff/conversations/${id}/transcript?notes=with`);
  expect(whole.body).toContain("Заметка сотрудника, Имя operator:\nпроверить адрес");
});

test("an operator's answer goes to editors as a new article or as a phrasing of one", async () => {
  const { id } = await talk("где проходит ярмарка мёда");
  const said = (await operator.ask("message:send", {
    conversationId: id,
    clientId: randomUUID(),
    text: "На площади, звоните +7 912 000-00-00.",
  })) as { message: { id: string } };
  expect(
    await call("POST", `/api/v1/staff/conversations/${id}/proposals`, { messageId: said.message.id }),
  ).toMatchObject({
    status: 202,
  });
  const article = { messageId: said.message.id, article: "bulky-waste" };
  expect(await call("POST", `/api/v1/staff/conversations/${id}/proposals`, article)).toMatchObject({
    status: 202,
  });
  const { body } = await call("GET", "/api/v1/staff/open-questions", undefined, admin);
  const asked = (body as { items: OpenQuestion[] }).items.filter(({ question }) =>
    question.includes("ярмарка"),
  );
  expect(asked).toHaveLength(2);
  expect(asked).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ answer: "На площади, звоните [номер]." }),
      expect.objectContaining({ article: expect.objectContaining({ slug: "bulky-waste" }) }),
    ]),
  );
  expect(
    await call("POST", `/api/v1/staff/conversations/${id}/proposals`, { messageId: "none" }),
  ).toMatchObject({
    status: 404,
  });
});

test("on request every word goes, from the file too; the record of it says who, when and how much", async () => {
  const { resident, id } = await talk("мой телефон 8-912-555-77-99, секретнаяфамилия");
  await operator.ask("note:add", { conversationId: id, clientId: randomUUID(), text: "секретнаязаметка" });
  await city.town.rooms.conversations.idle();
  await resident.ask("operator:request");
  expect(
    await call(
      "POST",
      `/api/v1/staff/conversations/${id}/erasure`,
      { mode: "anonymise", why: "по просьбе" },
      admin,
    ),
  ).toMatchObject({
    status: 409,
  });
  await operator.ask("conversation:claim", { conversationId: id });
  await operator.ask("conversation:close", { conversationId: id, reason: "answered" });
  const { status, body } = await call(
    "POST",
    `/api/v1/staff/conversations/${id}/erasure`,
    { mode: "anonymise", why: "по просьбе" },
    admin,
  );
  expect({ status, body }).toMatchObject({
    status: 200,
    body: {
      erasure: {
        conversationId: id,
        by: "Имя admin",
        why: "по просьбе",
        messages: expect.any(Number),
        notes: 1,
      },
    },
  });
  const later = await city.chat({ token: resident.token, after: 0 });
  await later.until(() => later.messages.length > 0, "history");
  expect(new Set(later.messages.map(({ text }) => text))).toEqual(new Set(["[удалено]"]));
  expect(await found({ query: "секретнаяфамилия" })).toEqual([]);

  const other = await talk("второйсекрет жителя");
  await call(
    "POST",
    `/api/v1/staff/conversations/${other.id}/erasure`,
    { mode: "delete", why: "по просьбе" },
    admin,
  );
  expect(await call("GET", `/api/v1/staff/conversations/${other.id}/card`)).toMatchObject({ status: 404 });

  const erasures = await city.town.database.read.selectFrom("erasure").selectAll().orderBy("id").execute();
  const chained = erasures.map(
    (row, place) => digestOf(row, erasures[place - 1]?.digest ?? "") === row.digest,
  );
  expect(chained).toEqual([true, true]);
  expect((await call("GET", "/api/v1/staff/erasures", undefined, admin)).body).toMatchObject({
    items: [{ mode: "delete" }, { mode: "anonymise" }],
  });
  const backup = join(city.folder, "copy.db");
  await city.town.database.backup(backup);
  const bytes = readFileSync(backup).toString("utf8");
  for (const word of ["секретнаяфамилия", "секретнаязаметка", "второйсекрет", "555-77-99"]) {
    expect(bytes.includes(word), word).toBe(false);
  }
  expect(bytes.includes("отлов собак")).toBe(true);
});

test("words that were read to be searched before an erasure are not kept after it", async () => {
  const resident = await city.chat();
  await resident.say("третийсекрет жителя");
  const conversationId = resident.conversations[0]?.id ?? "";
  const { database } = city.town;
  const erased = () =>
    call(
      "POST",
      `/api/v1/staff/conversations/${conversationId}/erasure`,
      { mode: "anonymise", why: "по просьбе" },
      admin,
    );
  await createFinding({
    timeZone: "Asia/Yekaterinburg",
    database: {
      ...database,
      async write(unit) {
        expect(await erased()).toMatchObject({ status: 200 });
        return database.write(unit);
      },
    },
  }).indexNew();
  const stems = await database.read
    .selectFrom("conversation_stem")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .execute();
  expect(stems).toEqual([]);
});

test("what is older than its term is anonymised by itself; the rest stays", async () => {
  const old = await talk("древний вопрос");
  // An answer that came after the clock was moved on would make it young.
  await old.resident.until(() => old.resident.messages.length > 1, "the question and its answer");
  const policy = { reopenHours: 24, absentSeconds: 120, retentionDays: 30 };
  expect(await call("PUT", "/api/v1/staff/conversation-policy", policy, admin)).toMatchObject({
    body: { policy },
  });
  now += 31 * 86_400_000;
  const fresh = await talk("свежий вопрос");
  const said = async (id: string) =>
    (
      await city.town.database.read
        .selectFrom("message")
        .select("text")
        .where("conversation_id", "=", id)
        .execute()
    ).map(({ text }) => text);
  // One that began before the clock was moved on may be under way.
  await vi.waitFor(async () => {
    await city.town.rooms.conversations.tend();
    expect(new Set(await said(old.id))).toEqual(new Set(["[удалено]"]));
  }, 5_000);
  expect(await said(fresh.id)).toContain("свежий вопрос");
  expect((await call("GET", "/api/v1/staff/conversation-policy")).body).toEqual({ policy });
  expect((await call("GET", "/api/v1/staff/operators")).body).toMatchObject({
    items: [expect.objectContaining({ name: "Имя operator" })],
  });
});

test("why nobody can answer at once has its own words: closed, holiday, nobody there, all busy; a contact is taken", async () => {
  const profile = city.town.rooms.city.profile();
  const asks = async () => {
    const resident = await city.chat();
    const reply = await resident.ask("operator:request");
    await resident.until(() => resident.messages.length > 0, "a word");
    return {
      resident,
      reply: reply as { conversation: { callBack?: { why: string; from?: string } } },
      words: resident.messages.at(-1)?.text,
    };
  };
  /** The same asked in the chat's own line. */
  const asksInWords = async () => {
    const resident = await city.chat();
    await resident.say("позовите оператора");
    await resident.until(() => resident.messages.length > 1, "the assistant's word");
    return resident.messages.at(-1)?.text;
  };
  await city.town.rooms.city.setProfile({ ...profile, operatorHours: "Mo-Fr 09:00-18:00" });
  now = Date.parse("2026-11-25T16:00:00Z");
  const closed = await asks();
  expect(closed.reply.conversation.callBack).toEqual({ why: "closed", from: "2026-11-26T04:00:00.000Z" });
  expect(closed.words).toContain("ответят завтра в 9:00");
  expect(await asksInWords()).toBe(closed.words);
  now = Date.parse("2026-11-04T06:00:00Z");
  const holiday = await asks();
  expect(holiday.reply.conversation.callBack?.why).toBe("holiday");
  expect(holiday.words).toContain("праздничный день, операторы ответят завтра в 9:00");
  expect(await asksInWords()).toBe(holiday.words);
  await city.town.rooms.city.setProfile({ ...profile, operatorHours: "Mo-Su 09:00-18:00" });
  now = Date.parse("2026-11-04T02:00:00Z");
  expect((await asks()).reply.conversation.callBack?.why, "who works on holidays is only not there yet").toBe(
    "closed",
  );
  now = Date.parse("2026-11-25T06:00:00Z");
  await operator.ask("presence:set", { presence: "away" });
  const nobody = await asks();
  expect(nobody.reply.conversation.callBack?.why).toBe("nobody");
  expect(await asksInWords()).toBe(nobody.words);
  await operator.ask("presence:set", { presence: "here" });
  await call(
    "PUT",
    "/api/v1/staff/conversation-policy",
    { reopenHours: 24, absentSeconds: 120, mostOpen: 1 },
    admin,
  );
  await operator.ask("conversation:claim", { conversationId: nobody.resident.conversations[0]?.id });
  const busy = await asks();
  expect(busy.reply.conversation.callBack?.why).toBe("busy");
  expect(await asksInWords()).toBe(busy.words);
  expect(new Set([closed, holiday, nobody, busy].map(({ words }) => words)).size).toBe(4);

  expect(await busy.resident.ask("callback:request", { contact: "12" })).toMatchObject({
    error: { code: "invalid", field: "contact" },
  });
  expect(
    await busy.resident.ask("callback:request", { contact: "+7 912 555-00-11", name: "Анна" }),
  ).toMatchObject({
    conversation: { state: "queued", callBack: { why: "busy", contact: "+7 912 555-00-11, Анна" } },
  });
  await busy.resident.until(
    () => busy.resident.messages.at(-1)?.text.includes("как только освободится") ?? false,
    "the word of it",
  );
  const waiting = await found({ standing: "call_back" });
  expect(waiting).toMatchObject([{ callBack: { contact: "+7 912 555-00-11, Анна" } }]);
});

test("hours that never come promise no working day: the question and a contact are kept, for whoever comes first", async () => {
  const profile = city.town.rooms.city.profile();
  await city.town.rooms.city.setProfile({ ...profile, operatorHours: "off" });
  const resident = await city.chat();
  const reply = await resident.ask("operator:request");
  expect(reply).toMatchObject({ conversation: { state: "queued", callBack: { why: "closed" } } });
  expect(reply).not.toHaveProperty("conversation.callBack.from");
  const hears = (words: RegExp) =>
    resident.until(() => words.test(resident.messages.at(-1)?.text ?? ""), String(words));
  await hears(/когда начнут, пока не известно.*Оставьте телефон/);
  await resident.ask("callback:request", { contact: "+7 912 555-00-12" });
  await hears(/как только операторы начнут принимать/);
  const id = resident.conversations[0]?.id;
  const due = await found({ standing: "call_back" });
  expect(due).toContainEqual(
    expect.objectContaining({ id, callBack: expect.objectContaining({ why: "closed" }) }),
  );
  await city.town.rooms.city.setProfile(profile);
});
