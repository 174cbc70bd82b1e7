import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";

/** Writes each batch that it is sent, in one transaction, and says so. */
const { file, insert } = workerData as { readonly file: string; readonly insert: string };
const database = new Sqlite(file);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
const statement = database.prepare(insert);
const store = database.transaction((rows: readonly object[]) => {
  for (const row of rows) statement.run(row);
});
parentPort?.on("message", (rows: readonly object[]) => {
  store(rows);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(rows.length);
});
