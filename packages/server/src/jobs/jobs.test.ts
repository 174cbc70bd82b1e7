import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../storage/index.ts";
import { aDatabase } from "../storage/storage.fixture.ts";
import { createJobs, type Jobs } from "./index.ts";

let folder: string;
let database: Database;
let now: Date;
const faults: string[] = [];

const outbox = () =>
  createJobs({
    database,
    clock: () => now,
    newId: randomUUID,
    log: { error: (_details, message) => faults.push(message) },
  });
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const add = (jobs: Jobs, kind: string, payload: unknown, runAt = now) =>
  database.write((db) => jobs.add(db, kind, payload, runAt));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "veche-jobs-"));
  database = await aDatabase(folder);
  now = new Date("2026-11-22T10:00:00Z");
  faults.length = 0;
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test("a letter is sent once, at its time and not before", async () => {
  const sent: unknown[] = [];
  const jobs = outbox();
  jobs.handle({ letter: async (payload) => void sent.push(payload) });
  await add(jobs, "letter", { to: "мама" }, later(60));

  await jobs.runDue();
  expect(sent).toEqual([]);
  now = later(60);
  expect(await jobs.runDue()).toBe(1);
  expect(await jobs.runDue()).toBe(0);
  expect(sent).toEqual([{ to: "мама" }]);
});

test("a post office that is closed is asked again, later each time", async () => {
  const asked: string[] = [];
  const jobs = outbox();
  jobs.handle({
    letter: async () => {
      asked.push(now.toISOString().slice(11, 19));
      if (asked.length < 3) throw new Error("closed");
    },
  });
  await add(jobs, "letter", {});
  for (let second = 0; second < 30; second++) {
    await jobs.runDue();
    now = later(1);
  }
  expect(asked).toEqual(["10:00:00", "10:00:05", "10:00:15"]);
  expect(faults).toHaveLength(2);
});

test("one job that fails holds up no other", async () => {
  const sent: unknown[] = [];
  const jobs = outbox();
  jobs.handle({
    broken: async () => {
      throw new Error("no");
    },
    letter: async (payload) => void sent.push(payload),
  });
  await add(jobs, "broken", {}, later(-5));
  await add(jobs, "letter", 1);
  await jobs.runDue();
  expect(sent).toEqual([1]);
});

test("what a killed process left undone is taken up by the next one", async () => {
  const first = outbox();
  first.handle({ letter: () => new Promise(() => undefined) });
  await add(first, "letter", "left");
  void first.runDue();
  await wait(50);

  const sent: unknown[] = [];
  const second = outbox();
  second.handle({ letter: async (payload) => void sent.push(payload) });
  expect(await second.runDue()).toBe(0);
  now = later(61);
  expect(await second.runDue()).toBe(1);
  expect(sent).toEqual(["left"]);
});

test("two processes with one outbox do a job once", async () => {
  const sent: number[] = [];
  const processes = [outbox(), outbox()];
  for (const jobs of processes) jobs.handle({ letter: async (payload) => void sent.push(Number(payload)) });
  await Promise.all(Array.from({ length: 30 }, (_, i) => add(processes[0]!, "letter", i)));
  await Promise.all(processes.map((jobs) => jobs.runDue()));
  expect(sent.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i));
});

test("a job whose write is undone never runs", async () => {
  const sent: unknown[] = [];
  const jobs = outbox();
  jobs.handle({ letter: async (payload) => void sent.push(payload) });
  const undone = database.write(async (db) => {
    await jobs.add(db, "letter", "half", now);
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  expect(await jobs.runDue()).toBe(0);
  expect(sent).toEqual([]);
});

test("a started outbox does what is added without being asked", async () => {
  const jobs = outbox();
  const done = new Promise((resolve) => jobs.handle({ letter: async (payload) => resolve(payload) }));
  jobs.start();
  await add(jobs, "letter", "now");
  expect(await done).toBe("now");
  await jobs.stop();
});
