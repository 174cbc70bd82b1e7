import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aServerProcess, endWithTests, type ServerProcess } from "../server-process.ts";
import { Talk } from "./talk.ts";

const RESIDENTS = 10;
const HELD_MS = 10_000;
/** A call that changes nothing is answered as if nothing were the matter. */
const ANSWERED_WITHIN_MS = 1_000;

/** Another program that keeps the database's write lock, as a careless script would; tells a second before it frees it. */
const LOCKING = `
  const { DatabaseSync } = require("node:sqlite");
  const database = new DatabaseSync(process.argv[1], { timeout: 10_000 });
  database.exec("begin immediate");
  console.log("locked");
  setTimeout(() => console.log("freed soon"), Number(process.argv[2]) - 1_000);
  setTimeout(() => database.exec("rollback"), Number(process.argv[2]));
`;

let server: ServerProcess;
beforeAll(async () => {
  server = await aServerProcess();
  await server.start();
});
afterAll(() => server.remove());

test("while another program locks the database for ten seconds reading goes on, and what was said meanwhile is kept once", async () => {
  const talk = new Talk(server.url, RESIDENTS);
  await talk.until(50);
  const file = join(server.folder, "veche.db");
  const locking = spawn(process.execPath, ["-e", LOCKING, file, String(HELD_MS)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  endWithTests(locking);
  await once(locking.stdout, "data");
  const atLock = talk.acknowledged;
  const freedSoon = once(locking.stdout, "data").then(() => true);

  const answeredIn: number[] = [];
  while (!(await Promise.race([freedSoon, delay(100, false)]))) {
    const began = performance.now();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${server.url}/api/v1/config`)).status).toBe(200);
    answeredIn.push(performance.now() - began);
  }
  const whileLocked = talk.acknowledged - atLock;
  const slowest = Math.max(...answeredIn);
  await talk.until(talk.acknowledged + 50);
  await talk.end(server.url, { whileLocked, asked: answeredIn.length, slowestMs: Math.round(slowest) });

  // Those whose commit was under way when the lock was taken.
  expect(whileLocked).toBeLessThanOrEqual(RESIDENTS);
  expect(answeredIn.length).toBeGreaterThan(20);
  expect(slowest).toBeLessThan(ANSWERED_WITHIN_MS);
});
