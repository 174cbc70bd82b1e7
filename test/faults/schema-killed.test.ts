import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { aSchemaAt, readRows, STEPS } from "../../packages/server/src/storage/sqlite/schema-at.fixture.ts";
import { endWithTests } from "../server-process.ts";

const OPENING = fileURLToPath(
  new URL("../../packages/server/src/storage/sqlite/open-once.fixture.ts", import.meta.url),
);
const ROWS = 3_000;
const KILLS = 8;

const folder = mkdtempSync(join(tmpdir(), "veche-schema-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the file in a process of its own. @returns whether it came to the end before it was killed */
async function open(file: string, killAfterMs?: number): Promise<boolean> {
  const child = spawn(process.execPath, [OPENING, file], { stdio: ["ignore", "pipe", "inherit"] });
  endWithTests(child);
  const ended = once(child, "exit");
  let said = "";
  child.stdout.on("data", (part: Buffer) => (said += part.toString()));
  if (killAfterMs !== undefined) {
    await Promise.race([ended, delay(killAfterMs)]);
    child.kill("SIGKILL");
  }
  await ended;
  return said.includes("open");
}

test("a server that is killed while it brings the schema up to date goes on at its next start, and loses nothing", async () => {
  const [first = ""] = STEPS;
  const trial = join(folder, "trial.db");
  await aSchemaAt(trial, first, ROWS);
  const began = performance.now();
  expect(await open(trial)).toBe(true);
  const wholeMs = performance.now() - began;

  const counts = { kills: 0, inTheMiddle: 0 };
  const file = join(folder, "veche.db");
  const before = await aSchemaAt(file, first, ROWS);
  while (counts.kills < KILLS) {
    // Most of that time the process only comes up: the later half holds the schema's steps.
    const done = await open(file, wholeMs * (0.5 + Math.random() * 0.5));
    counts.kills++;
    if (!done) counts.inTheMiddle++;
    const now = readRows(file);
    for (const [table, rows] of Object.entries(before)) expect(now[table]?.length, table).toBe(rows.length);
  }
  expect(await open(file)).toBe(true);
  const after = readRows(file);
  for (const [table, rows] of Object.entries(before)) {
    expect(after[table]?.length, table).toBe(rows.length);
    expect(after[table]?.at(-1), table).toMatchObject(rows.at(-1) ?? {});
  }
  console.log(
    JSON.stringify({ ...counts, tables: Object.keys(before).length, wholeMs: Math.round(wholeMs) }),
  );
  expect(counts.inTheMiddle).toBeGreaterThan(0);
});
