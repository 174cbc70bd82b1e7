import type { AuditEntry } from "@veche/protocol";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeAudit } from "../../../storage/index.ts";
import { aTown, type TownUnderTest } from "../../../town.fixture.ts";

let city: TownUnderTest;
let admin: string;
beforeAll(async () => {
  city = await aTown();
  admin = await city.signIn("admin@town.example");
});
afterAll(() => city.close());

const log = async (query = "") => {
  const { body } = await city.call(`/api/v1/staff/audit?${query}`, { cookie: admin });
  return body as { items: AuditEntry[]; nextCursor?: string };
};
const actions = async (query = "") => (await log(query)).items.map(({ action }) => action);
const article = {
  topic: "roads",
  question: "Куда сообщить о яме?",
  answer: "Позвоните диспетчеру.",
  expectedVersion: 0,
};

test("what staff do leaves a line each: who, what, about what; what they try in vain leaves none", async () => {
  const editor = await city.signIn("editor@town.example");
  const save = (body: object) =>
    city.call("/api/v1/staff/articles/potholes", {
      method: "PUT",
      cookie: editor,
      body: JSON.stringify(body),
    });
  expect((await save(article)).status).toBe(200);
  expect((await save(article)).status).toBe(409);
  await city.call("/api/v1/staff/articles-trial", {
    method: "POST",
    cookie: editor,
    body: JSON.stringify({ question: "яма" }),
  });
  await city.call("/api/v1/staff/articles/potholes/test-questions", {
    method: "PUT",
    cookie: editor,
    body: JSON.stringify({ questions: ["Яма во дворе"] }),
  });
  const { items } = await log();
  expect(items.slice(0, 3)).toMatchObject([
    {
      action: "article.test-questions",
      subject: "potholes (ru)",
      about: "Куда сообщить о яме?",
      who: { name: "Имя editor" },
    },
    { action: "article.save", subject: "potholes (ru)" },
    { action: "staff.signIn" },
  ]);
});

test("acts on sockets and on colleagues are kept too, with what changed from what", async () => {
  const operator = await city.signIn("operator@town.example");
  const id = (await log("action=staff.signIn")).items[0]?.who.id ?? "";
  const tab = await city.staff(operator);
  const resident = await city.chat();
  await resident.say("Позовите человека");
  await resident.ask("operator:request");
  const conversationId = resident.conversations.at(-1)?.id ?? "";
  expect(await tab.ask("conversation:claim", { conversationId })).toMatchObject({ ok: true });
  expect((await log()).items[0]).toMatchObject({ action: "conversations.claim", subject: conversationId });
  await city.call(`/api/v1/staff/members/${id}`, {
    method: "PUT",
    cookie: admin,
    body: JSON.stringify({ role: "editor" }),
  });
  expect((await log()).items[0]).toMatchObject({
    action: "staff.changeMember",
    subject: "operator@town.example",
    detail: '{"changed":{"role":["operator","editor"]}}',
    who: { name: "Имя admin" },
  });
});

test("the log is searched by person, action, time and words, and goes on where it ended", async () => {
  const all = await log("limit=200");
  const first = await log("limit=2");
  const second = await log(`limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
  expect(new Set(await actions("action=staff."))).toEqual(new Set(["staff.signIn", "staff.changeMember"]));
  expect(await actions("text=potholes")).toEqual(["article.test-questions", "article.save"]);
  expect(await actions(`text=${encodeURIComponent("статья сохр")}`)).toEqual(["article.save"]);
  const last = all.items[0];
  expect(await actions(`who=${last?.who.id}&from=${last?.at}`)).toEqual(["staff.changeMember"]);
  expect(await actions(`until=${all.items.at(-1)?.at}`)).toEqual([]);
  const bad = await city.call("/api/v1/staff/audit?cursor=nonsense", { cookie: admin });
  expect(bad.status).toBe(400);
});

test("it is taken out as a file for spreadsheets", async () => {
  const { body, headers } = await city.call("/api/v1/staff/audit.csv?action=article.", { cookie: admin });
  expect(headers.get("content-type")).toContain("text/csv");
  expect((body as string).split("\n")).toHaveLength(4);
  expect(body).toContain("Статья сохранена,Куда сообщить о яме?,,article.save,potholes (ru)");
  const changed = await city.call("/api/v1/staff/audit.csv?action=staff.changeMember", { cookie: admin });
  expect(changed.body).toContain("Роль: Оператор → Редактор");
});

test("what the server does itself, when a term ends, is told as such", async () => {
  const { database } = city.town;
  const line = { id: crypto.randomUUID(), at: new Date("2020-01-01"), staffId: "system" };
  await database.write((db) => writeAudit(db, { ...line, action: "entry.names_erased", subject: "7" }));
  expect((await log("action=entry.names")).items).toMatchObject([
    { who: { id: "system", name: "Сам сервер" }, subject: "7" },
  ]);
});

test("nobody changes or deletes a line, not even with the database in hand", async () => {
  const { direct } = city.town.database;
  const before = await log("limit=200");
  await expect(direct.updateTable("audit").set({ subject: "nothing" }).execute()).rejects.toThrow(/kept/);
  await expect(direct.deleteFrom("audit").execute()).rejects.toThrow(/kept/);
  await expect(sql`delete from audit where 1 = 1`.execute(direct)).rejects.toThrow(/kept/);
  expect(await log("limit=200")).toEqual(before);
});
