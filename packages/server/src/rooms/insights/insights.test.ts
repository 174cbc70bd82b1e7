import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Caller, Operations, RawReply, ReplyOf, StaffMember } from "@veche/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../storage/index.ts";
import { aDatabase } from "../../storage/storage.fixture.ts";
import { createInsights } from "./index.ts";

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "veche-insights-"));
  database = await aDatabase(folder);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const analyst: Caller & { staff: StaffMember } = {
  locale: "ru",
  network: "n",
  staff: { id: "a", name: "Алла", email: "a@town.example", role: "analyst", sessionId: "s" },
};
const room = () =>
  createInsights({
    database,
    clock: () => new Date("2026-11-24T10:00:00Z"),
    timeZone: "Asia/Yekaterinburg",
  }).operations;
type Figures = ReplyOf<Operations["insights"]["figures"]>;
const figures = async (asked: { from?: string; to?: string; department?: string } = {}) =>
  (await room().figures(asked, analyst)) as Figures;

async function aConversation(
  id: string,
  at: string,
  {
    handedOver = false,
    score,
    department,
  }: { handedOver?: boolean; score?: number; department?: string } = {},
): Promise<void> {
  await database.write(async (db) => {
    await db
      .insertInto("conversation")
      .values({
        id,
        token_hash: id,
        channel: "site",
        locale: "ru",
        state: "assistant",
        last_seq: 0,
        priority: 0,
        indexed_seq: 0,
        preview: "",
        created_at: at,
        updated_at: at,
        score: score ?? null,
        department: department ?? null,
      })
      .execute();
    if (!handedOver) return;
    for (const move of ["request", "claim"]) {
      await db
        .insertInto("conversation_move")
        .values({ id: `${id}-${move}`, conversation_id: id, at, by: "resident", move })
        .execute();
    }
  });
}

let seq = 0;
async function said(kind: string, at: string, origin?: object, helpful?: 0 | 1): Promise<void> {
  seq += 1;
  await database.write((db) =>
    db
      .insertInto("message")
      .values({
        id: `m${seq}`,
        conversation_id: "c",
        seq,
        author_kind: kind,
        text: "…",
        sources: "[]",
        replies: "[]",
        created_at: at,
        awaits_answer: 0,
        origin: origin ? JSON.stringify(origin) : null,
        helpful: helpful ?? null,
      })
      .execute(),
  );
}

test("a day is the city's day: what was asked after its midnight counts for the next", async () => {
  await aConversation("evening", "2026-11-22T18:59:59.999Z");
  await aConversation("night", "2026-11-22T19:00:00.000Z", { handedOver: true });
  await aConversation("before", "2026-11-20T18:59:59.999Z");

  expect(await figures({ from: "2026-11-21", to: "2026-11-23" })).toMatchObject({
    from: "2026-11-21",
    to: "2026-11-23",
    conversations: 2,
    servedByAssistant: 0.5,
    days: [
      { day: "2026-11-21", conversations: 0, handovers: 0 },
      { day: "2026-11-22", conversations: 1, handovers: 0 },
      { day: "2026-11-23", conversations: 1, handovers: 1 },
    ],
    weekdays: [1, 0, 0, 0, 0, 0, 1],
    hours: Array.from({ length: 24 }, (_, hour) => (hour === 0 || hour === 23 ? 1 : 0)),
    channels: [{ channel: "site", conversations: 2 }],
    before: { conversations: 1, servedByAssistant: 1 },
  });
});

test("answers are counted by topic and outcome, city data by what answered, the most asked first", async () => {
  const at = "2026-11-24T05:00:00.000Z";
  await said("resident", at);
  await said("assistant", at, { step: "article", topic: "waste", outcome: "answer" }, 1);
  await said("assistant", at, { step: "article", topic: "waste", outcome: "choose" }, 0);
  await said("assistant", at, { step: "outage", outcome: "answer" }, 1);
  await said("system", at);
  await said("operator", at);

  expect(await figures()).toMatchObject({
    messages: 5,
    topics: [
      { topic: "waste", questions: 2, yes: 1, no: 1, days: [...Array<number>(29).fill(0), 2] },
      { topic: "outage", questions: 1, yes: 1, no: 0 },
    ],
    outcomes: [
      { outcome: "answer", questions: 2 },
      { outcome: "choose", questions: 1 },
    ],
    helpful: { yes: 2, no: 1 },
  });
});

test("stars are averaged over the conversations that got some; a quiet month has none", async () => {
  expect(await figures()).toMatchObject({
    from: "2026-10-26",
    to: "2026-11-24",
    conversations: 0,
    servedByAssistant: 0,
    score: { mean: null, count: 0 },
    entries: [],
  });
  await aConversation("a", "2026-11-23T05:00:00.000Z", { score: 5 });
  await aConversation("b", "2026-11-23T05:00:00.000Z", { score: 2 });
  await aConversation("c", "2026-11-23T05:00:00.000Z");
  expect(await figures()).toMatchObject({ score: { mean: 3.5, count: 2 } });
});

test("a period that runs backwards or is endless is refused with what to do", async () => {
  await expect(figures({ from: "2026-11-24", to: "2026-11-23" })).rejects.toMatchObject({
    code: "invalid",
    details: { reason: "insights.backwards", field: "from" },
  });
  await expect(figures({ from: "1970-01-01" })).rejects.toMatchObject({
    code: "invalid",
    details: { reason: "insights.too_long" },
  });
});

test("waiting is told by half and by nine in ten, and each operator's load by who answered", async () => {
  const at = "2026-11-23T05:00:00.000Z";
  const moves = [10, 20, 30, 40, 50, 60, 70, 80, 90, 600].flatMap((seconds, place) => {
    const taken = new Date(Date.parse(at) + seconds * 1000).toISOString();
    const move = { conversation_id: `w${place}`, by: "resident" };
    return [
      { ...move, id: `${place}-asked`, at, move: "request" },
      { ...move, id: `${place}-taken`, at: taken, move: "claim" },
    ];
  });
  for (let place = 0; place < 10; place += 1)
    await aConversation(`w${place}`, at, place === 0 ? { department: "water" } : {});
  await database.write((db) => db.insertInto("conversation_move").values(moves).execute());
  await said("operator", "2026-11-23T05:10:00.000Z");
  await said("operator", "2026-11-23T05:11:00.000Z");
  const day = { from: "2026-11-23", to: "2026-11-23" };
  expect(await figures(day)).toMatchObject({
    wait: { count: 10, median: 50, most: 90 },
    days: [{ waitMedian: 50, waitMost: 90 }],
    operators: [{ conversations: 1, messages: 2 }],
    before: { wait: { count: 0, median: null, most: null } },
  });
  expect(await figures({ ...day, department: "water" })).toMatchObject({
    conversations: 1,
    wait: { count: 1, median: 10, most: 10 },
    operators: [],
  });
});

test("a day's answers are told by how they went, a long period by weeks, and tables leave as files", async () => {
  const at = "2026-11-24T05:00:00.000Z";
  await said("assistant", at, { step: "article", topic: "=waste", outcome: "answer" });
  await said("assistant", at, { step: "article", topic: "=waste", outcome: "choose" });
  await said("assistant", at, { step: "unknown", outcome: "operator" });
  await said("assistant", at, { step: "operator-wanted", outcome: "operator" });
  const ways = { answered: 1, chosen: 1, toOperator: 1, unknown: 1 };
  expect((await figures()).days.at(-1)).toMatchObject({ day: "2026-11-24", ...ways });
  const quarter = await figures({ from: "2026-09-02", to: "2026-11-24" });
  expect(quarter.days.map(({ day }) => day).slice(0, 3)).toEqual(["2026-09-02", "2026-09-07", "2026-09-14"]);
  expect(quarter.days.at(-1)).toMatchObject({ day: "2026-11-23", ...ways });

  const today = { from: "2026-11-24", to: "2026-11-24" };
  const file = async (table: "days" | "topics", format: "csv" | "xlsx" = "csv") =>
    (await room().figuresFile({ ...today, table, format }, analyst)) as RawReply;
  expect((await file("days")).body).toBe(
    "\uFEFFday,conversations,handovers,answered,chosen,toOperator,unknown,waitMedian,waitMost\n2026-11-24,0,0,1,1,1,1,,\n",
  );
  // What a spreadsheet would run leaves disarmed.
  expect((await file("topics")).body).toContain("\n'=waste,2,0,0,2\n");
  expect((await file("topics", "xlsx")).contentType).toContain("spreadsheetml");
});
