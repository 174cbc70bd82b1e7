import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { MessageTable } from "../../packages/server/src/storage/index.ts";
import { openSqlite } from "../../packages/server/src/storage/index.ts";
import { addMessage } from "../../packages/server/src/rooms/conversations/message-store.ts";

const BATCH = 50;
const BATCHES = 200;
const ROUNDS = 5;

export interface WritingRow {
  readonly how: string;
  /** Messages a second on disk, in batches of 50, the middle of the rounds. */
  readonly messagesPerSecond: number;
}

let made = 0;
function aMessage(): MessageTable {
  const number = ++made;
  return {
    id: `0199a000-0000-7000-8000-${String(number).padStart(12, "0")}`,
    conversation_id: `conversation-${number % 100}`,
    seq: number,
    author_kind: "resident",
    author_id: null,
    author_name: null,
    text: `Здравствуйте! Как записать ребёнка в детский сад, если мы только переехали? ${number}`,
    sources: "[]",
    replies: "[]",
    client_id: `client-${number}`,
    created_at: "2026-03-01T10:00:00.000Z",
    awaits_answer: 0,
    origin: null,
    helpful: null,
    why_not: null,
    attachments: null,
  };
}

/** The same rows into the same schema, one prepared statement, a transaction for each batch, nothing around it. */
function raw(file: string) {
  const database = new Sqlite(file);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("secure_delete = ON");
  database.pragma("foreign_keys = ON");
  const columns = Object.keys(aMessage());
  const insert = database.prepare(
    `insert into message (${columns.join(", ")}) values (${columns.map((it) => `@${it}`).join(", ")})`,
  );
  const store = database.transaction((rows: readonly MessageTable[]) => {
    for (const row of rows) insert.run(row);
  });
  return {
    write: async (rows: readonly MessageTable[]) => store(rows),
    close: async () => void database.close(),
  };
}

/** Each message a unit of its own, as fifty residents write it at once. */
async function ours(file: string) {
  const database = await openSqlite(file);
  return {
    write: async (rows: readonly MessageTable[]) => {
      await Promise.all(rows.map((row) => database.write((db) => addMessage(db, row))));
    },
    close: () => database.close(),
  };
}

const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Durable messages a second in batches of 50, beside raw prepared better-sqlite3 on the same disk. */
export async function benchWriting(rounds = ROUNDS) {
  const folder = mkdtempSync(join(tmpdir(), "veche-writing-"));
  const files = { ours: join(folder, "ours.db"), raw: join(folder, "raw.db") };
  for (const file of Object.values(files)) await (await openSqlite(file)).close();
  const mine = await ours(files.ours);
  const floor = raw(files.raw);
  const measure = async (to: typeof mine) => {
    const rows = Array.from({ length: BATCHES }, () => Array.from({ length: BATCH }, aMessage));
    const began = performance.now();
    for (const batch of rows) await to.write(batch);
    return (BATCHES * BATCH * 1000) / (performance.now() - began);
  };
  // Once to warm up.
  await measure(mine);
  await measure(floor);
  const speeds = { ours: [] as number[], raw: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    speeds.raw.push(await measure(floor));
    speeds.ours.push(await measure(mine));
  }
  await mine.close();
  await floor.close();
  rmSync(folder, { recursive: true });
  const rows: WritingRow[] = [
    { how: "veche, a unit each", messagesPerSecond: Math.round(middle(speeds.ours)) },
    { how: "raw better-sqlite3", messagesPerSecond: Math.round(middle(speeds.raw)) },
  ];
  const shares = speeds.ours.map((speed, round) => speed / (speeds.raw[round] ?? 1));
  return { rows, share: Number(middle(shares).toFixed(2)) };
}

if (import.meta.main) {
  const { rows, share } = await benchWriting();
  console.table(rows);
  console.log({ share });
}
