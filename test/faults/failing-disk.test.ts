import { readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServerProcess } from "../server-process.ts";
import { aContestServer, aForm, call, entriesOf } from "./contest-server.ts";
import { createFileFaults } from "./failing-files.ts";
import { faultsLeft, NO_FAULTS } from "./faults-found.ts";
import { StubbornResident } from "./stubborn-resident.ts";
import { filesUnder, tracesOf } from "./traces.ts";

const faults = createFileFaults();
/** A disk that fails in earnest, one that is full, one that became read-only. */
const CODES = ["EIO", "ENOSPC", "EROFS"];
const MORE_THAN_AN_ENTRY_TAKES = 200;
const GRACE_MS = 60 * 60_000;

let server: ServerProcess;
beforeAll(async () => {
  server = await aContestServer(faults.env);
});
afterAll(() => server.remove());

const send = (key: string) =>
  call(entriesOf(server), "ru", { method: "POST", body: aForm(), headers: { "Idempotency-Key": key } });

test("whichever file operation of an entry fails, its parent is told to send it again, and sending it again works", async () => {
  const met: Record<string, number> = {};
  let kept = 0;
  let nth = 1;
  for (; nth < MORE_THAN_AN_ENTRY_TAKES; nth++) {
    const key = crypto.randomUUID();
    faults.fail(nth, CODES[nth % CODES.length] ?? "EIO");
    const { status, body } = await send(key);
    const failed = faults.failed();
    faults.heal();
    if (failed === undefined) {
      expect(status).toBe(201);
      kept++;
      break;
    }
    met[failed] = (met[failed] ?? 0) + 1;
    // What fails after the entry is stored (a sweep, a removal) is not the parent's concern.
    if (status !== 201) {
      expect({ nth, failed, status, body }).toMatchObject({
        status: 503,
        body: { code: "unavailable", retryAfterSeconds: expect.any(Number) },
      });
    }
    expect(await send(key)).toMatchObject({ status: status === 201 ? 200 : 201 });
    kept++;
  }
  const { entries, entryFiles, files } = await tracesOf(server);
  console.log(JSON.stringify({ operations: nth - 1, met, kept, entries, entryFiles, files: files.length }));
  expect(nth).toBeLessThan(MORE_THAN_AN_ENTRY_TAKES);
  expect(Object.keys(met).toSorted()).toEqual(["copyFile", "fsync", "open", "rename", "write"]);
  expect(entries).toBe(kept);
  expect(server.output()).not.toContain("unexpected error");

  // What a failed removal left is swept once it is old; every row has its file.
  const old = new Date(Date.now() - 2 * GRACE_MS);
  for (const path of files) utimesSync(path, old, old);
  await server.stop();
  await server.start();
  const after = await tracesOf(server);
  expect(after.files).toHaveLength(after.entryFiles);
  for (const path of after.files) expect(readFileSync(path).length).toBeGreaterThan(0);
  expect(filesUnder(join(server.folder, "quarantine"))).toEqual([]);
});

test("a disk that is slow for pictures makes no resident wait", async () => {
  faults.slow(300);
  const resident = new StubbornResident(server.url);
  const began = performance.now();
  const sending = Promise.all(Array.from({ length: 4 }, () => send(crypto.randomUUID())));
  const sent = sending.then(() => true);
  const waits: number[] = [];
  while (!(await Promise.race([sent, delay(1, false)]))) {
    const from = performance.now();
    await resident.say(`сообщение ${waits.length}`);
    waits.push(performance.now() - from);
  }
  const answers = await sending;
  const sentInMs = Math.round(performance.now() - began);
  faults.heal();
  resident.leave();
  const longest = Math.round(Math.max(...waits));
  const found = await faultsLeft(server.url, [resident]);
  console.log(JSON.stringify({ said: waits.length, longestMs: longest, sentInMs, ...found }));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  // Each entry meets a dozen of the slow operations and more.
  expect(sentInMs).toBeGreaterThan(3_000);
  expect(waits.length).toBeGreaterThan(20);
  expect(longest).toBeLessThan(1_500);
  expect(found).toEqual(NO_FAULTS);
});
