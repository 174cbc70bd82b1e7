import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { ServerProcess } from "../server-process.ts";
import { aContestServer, aForm, call, CONTEST, entriesOf } from "./contest-server.ts";
import { Talk } from "./talk.ts";
import { filesUnder, tracesOf } from "./traces.ts";

const RESIDENTS = 5;
const ENTRIES_IN_VAIN = 10;

let server: ServerProcess;
afterEach(() => server.remove());

/** No file of the process grows beyond this from now on: every write that would is refused by the system. */
const limitFiles = (bytes: number | "unlimited") =>
  execFileSync("prlimit", ["--pid", String(server.pid()), `--fsize=${bytes}:unlimited`]);

test("with no room on the disk residents and parents are told when to come back; with room again all goes on without a restart", async () => {
  server = await aContestServer();
  const first = await call(entriesOf(server), "ru", { method: "POST", body: aForm() });
  expect(first.status).toBe(201);
  const talk = new Talk(server.url, RESIDENTS);
  await talk.until(50);

  limitFiles(statSync(join(server.folder, "veche.db-wal")).size);
  const answers = { sent: 0, refused: 0 };
  while (answers.sent < ENTRIES_IN_VAIN) {
    answers.sent++;
    const { status, body } = await call(entriesOf(server), "ru", { method: "POST", body: aForm() });
    expect(body).toMatchObject({ code: "unavailable", retryAfterSeconds: expect.any(Number) });
    if (status === 503) answers.refused++;
    expect((await fetch(`${server.url}/api/v1/campaigns/${CONTEST.open}`)).status).toBe(200);
    await delay(50);
  }
  const told = talk.told;
  limitFiles("unlimited");
  await talk.until(talk.acknowledged + 50);
  const again = await call(entriesOf(server), "ru", { method: "POST", body: aForm() });
  await talk.end(server.url, { entries: answers });

  expect(again.status).toBe(201);
  expect(told).toBeGreaterThan(0);
  expect(answers).toEqual({ sent: ENTRIES_IN_VAIN, refused: ENTRIES_IN_VAIN });
  const { entries, entryFiles, files } = await tracesOf(server);
  expect(entries).toBe(2);
  expect(files.filter((path) => !path.includes("/quarantine/"))).toHaveLength(entryFiles);
  expect(filesUnder(join(server.folder, "quarantine"))).toEqual([]);
});
