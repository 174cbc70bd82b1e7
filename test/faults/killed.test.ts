import { afterAll, beforeAll, expect, test } from "vitest";
import { aServerProcess, type ServerProcess } from "../server-process.ts";
import { faultsLeft, NO_FAULTS } from "./faults-found.ts";
import { historyOf, StubbornResident } from "./stubborn-resident.ts";

const RESIDENTS = 20;
const MESSAGES_EACH = 50;
const KILLS = 5;

let server: ServerProcess;
beforeAll(async () => {
  server = await aServerProcess();
  await server.start();
});
afterAll(() => server.remove());

test("of 1,000 messages none acknowledged is lost, doubled or out of order while the server is killed five times", async () => {
  const residents = Array.from({ length: RESIDENTS }, () => new StubbornResident(server.url));
  const total = RESIDENTS * MESSAGES_EACH;
  const acknowledged = () =>
    residents.reduce((sum, it) => sum + it.said.filter(({ message }) => message).length, 0);
  let kills = 0;

  const talking = Promise.all(
    residents.map(async (resident, r) => {
      for (let i = 0; i < MESSAGES_EACH; i++) await resident.say(`житель ${r}, сообщение ${i}`);
    }),
  );
  while (kills < KILLS) {
    // Each kill falls somewhere in the next fifth of the talk, at a moment of its own.
    const from = (total * kills) / KILLS;
    while (acknowledged() < from + 20 + Math.random() * 120)
      await new Promise((resolve) => setTimeout(resolve, 1));
    await server.kill();
    kills++;
    await server.start();
  }
  await talking;
  for (const resident of residents) resident.leave();

  const found = await faultsLeft(server.url, residents);
  console.log(JSON.stringify({ sent: total, acknowledged: acknowledged(), kills, ...found }));
  expect(acknowledged()).toBe(total);
  expect(kills).toBe(KILLS);
  expect(found).toEqual(NO_FAULTS);
});

test("SIGTERM under load ends within ten seconds with 0, and nothing acknowledged is lost", async () => {
  const residents = Array.from({ length: RESIDENTS }, () => new StubbornResident(server.url));
  const talking = Promise.all(
    residents.map(async (resident, r) => {
      for (let i = 0; i < 20; i++) await resident.say(`под нагрузкой ${r} ${i}`);
    }),
  );
  const count = () => residents.reduce((sum, it) => sum + it.said.filter(({ message }) => message).length, 0);
  while (count() < 100) await new Promise((resolve) => setTimeout(resolve, 1));
  const ended = await server.stop();
  const before = residents.map((it) =>
    it.said.filter(({ message }) => message).map(({ clientId }) => clientId),
  );
  await server.start();
  await talking;
  for (const resident of residents) resident.leave();
  expect(ended.code).toBe(0);
  expect(ended.ms).toBeLessThan(10_000);
  console.log(JSON.stringify({ endedWithinMs: ended.ms, code: ended.code }));
  const histories = await Promise.all(residents.map(({ token }) => historyOf(server.url, token)));
  for (const [index, resident] of residents.entries()) {
    const kept = (histories[index] ?? []).map((it) => it.clientId);
    expect(kept.filter((it) => it !== undefined)).toEqual(resident.said.map(({ clientId }) => clientId));
    for (const clientId of before[index] ?? []) expect(kept).toContain(clientId);
  }
});

test("logs say nothing of what residents wrote, nor any token", async () => {
  const resident = new StubbornResident(server.url);
  await resident.say("тайное-слово-жителя");
  resident.leave();
  expect(server.output()).toContain("listening on");
  expect(server.output()).not.toContain("тайное-слово");
  expect(server.output()).not.toContain(resident.token);
});
