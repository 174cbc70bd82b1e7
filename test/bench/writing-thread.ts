import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import Sqlite from "better-sqlite3";
import { openSqlite } from "../../packages/server/src/storage/index.ts";

const BATCH = 50;
const BATCHES = 300;
const ROUNDS = 3;
/** As messages come to a busy city: a group, then other work. */
const BETWEEN_MS = 5;
const INSERT = `insert into message (id, conversation_id, seq, author_kind, text, sources, replies, client_id, created_at, awaits_answer)
  values (@id, 'conversation', @seq, 'resident', @text, '[]', '[]', @id, '2026-03-01T10:00:00.000Z', 0)`;

let made = 0;
const aBatch = () =>
  Array.from({ length: BATCH }, () => {
    const seq = ++made;
    return { id: `message-${seq}`, seq, text: `Как записать ребёнка в детский сад? ${seq}` };
  });
type Write = (rows: readonly object[]) => Promise<unknown>;

const rounded = (value: number) => Number(value.toFixed(1));

async function measure(write: Write) {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  const before = process.cpuUsage();
  let committed = 0;
  loop.enable();
  for (let batch = 0; batch < BATCHES; batch++) {
    const rows = aBatch();
    const began = performance.now();
    await write(rows);
    committed += performance.now() - began;
    await delay(BETWEEN_MS);
  }
  loop.disable();
  const { user, system } = process.cpuUsage(before);
  return {
    commitMs: rounded(committed / BATCHES),
    processorMicrosecondsPerMessage: rounded((user + system) / (BATCHES * BATCH)),
    loopP99Ms: rounded(loop.percentile(99) / 1e6),
    loopLongestMs: rounded(loop.max / 1e6),
  };
}

/** The same batches written on the loop that serves everyone, and in a thread: what decision 0015 rests on. */
export async function benchWritingThread() {
  const folder = mkdtempSync(join(tmpdir(), "veche-thread-"));
  const file = join(folder, "veche.db");
  await (await openSqlite(file)).close();
  const database = new Sqlite(file);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  const statement = database.prepare(INSERT);
  const store = database.transaction((rows: readonly object[]) => {
    for (const row of rows) statement.run(row);
  });
  const worker = new Worker(new URL("./load/writing-thread.ts", import.meta.url), {
    workerData: { file, insert: INSERT },
  });
  const here: Write = async (rows) => store(rows);
  const there: Write = (rows) =>
    new Promise((resolve) => {
      worker.once("message", resolve);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage(rows);
    });
  // What an error of the thread's leaves waiting would wait for ever.
  worker.once("error", (error) => {
    throw error;
  });
  await measure(here);
  await measure(there);
  const rows = [];
  for (let round = 1; round <= ROUNDS; round++) {
    rows.push({ round, writes: "on the loop", ...(await measure(here)) });
    rows.push({ round, writes: "in a thread", ...(await measure(there)) });
  }
  await worker.terminate();
  database.close();
  rmSync(folder, { recursive: true });
  return rows;
}

if (import.meta.main) console.table(await benchWritingThread());
