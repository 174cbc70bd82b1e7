import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServerProcess } from "../server-process.ts";
import { aContestServer, aForm, call, entriesOf } from "./contest-server.ts";
import { historyOf } from "./stubborn-resident.ts";
import { Talk } from "./talk.ts";

const DAY_MS = 86_400_000;
const RESIDENTS = 10;
const SAID_AFTER_EACH = 60;
/** A wrong clock is set right, or a right one wrong: forward, back, and back beyond where it began. */
const STEPS_DAYS = [2, 0, -2, 2, -2, 0];

const file = join(mkdtempSync(join(tmpdir(), "veche-clock-")), "step");
const stepTo = (days: number) => writeFileSync(file, String(days * DAY_MS));
stepTo(0);

let server: ServerProcess;
beforeAll(async () => {
  const preloaded = fileURLToPath(new URL("./stepped-clock.mjs", import.meta.url));
  server = await aContestServer({ CLOCK_FILE: file, NODE_OPTIONS: `--import=${preloaded}` });
});
afterAll(() => server.remove());

test("steps of the clock by two days lose, double and reorder nothing, and entries come in through them", async () => {
  const talk = new Talk(server.url, RESIDENTS);
  await talk.until(SAID_AFTER_EACH);
  const entries: number[] = [];
  for (const days of STEPS_DAYS) {
    stepTo(days);
    await talk.until(talk.acknowledged + SAID_AFTER_EACH);
    const { status } = await call(entriesOf(server), "ru", { method: "POST", body: aForm() });
    entries.push(status);
  }
  await talk.end(server.url, { steps: STEPS_DAYS.length, entries });

  // The drawing contest opened yesterday by the true clock: two days back it has not.
  expect(entries).toEqual(STEPS_DAYS.map((days) => (days === -2 ? 409 : 201)));
  const days = new Set<string>();
  for (const { token } of talk.residents.slice(0, 2)) {
    for (const { createdAt } of await historyOf(server.url, token)) days.add(createdAt.slice(0, 10));
  }
  expect(days.size, "the steps must have been felt").toBeGreaterThanOrEqual(3);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});
