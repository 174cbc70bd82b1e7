import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Caller, StaffMember } from "@veche/protocol";
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
const figures = (asked: { from?: string; to?: string } = {}) =>
  createInsights({
    database,
    clock: () => new Date("2026-11-24T10:00:00Z"),
    timeZone: "Asia/Yekaterinburg",
  }).operations.figures(asked, analyst);

async function aConversation(
  id: string,
  at: string,
  { handedOver = false, score }: { handedOver?: boolean; score?: number } = {},
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
      { topic: "waste", questions: 2 },
      { topic: "outage", questions: 1 },
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
