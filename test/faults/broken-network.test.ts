import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aServerProcess, type ServerProcess } from "../server-process.ts";
import { type Network, aNetwork } from "./network.ts";
import { StubbornResident } from "./stubborn-resident.ts";
import { Talk } from "./talk.ts";

const RESIDENTS = 20;
const CUTS = 12;
const STORM = 300;
const STORM_OVER_WITHIN_MS = 10_000;
/** The server asks a silent client after 20 s whether it is there, and gives it up 15 s later. */
const GIVEN_UP_WITHIN_MS = 40_000;

let server: ServerProcess;
let network: Network;
let away: Network;
let silencedAt: number;
beforeAll(async () => {
  server = await aServerProcess();
  await server.start();
  [network, away] = [await aNetwork(server.url), await aNetwork(server.url)];
  // Phones that leave their cell without a word; the last test looks what became of them.
  const residents = Array.from({ length: RESIDENTS }, () => new StubbornResident(away.url));
  await Promise.all(residents.map((it) => it.say("сейчас пропаду")));
  away.silence();
  silencedAt = Date.now();
  for (const resident of residents) resident.leave();
  expect(await connections()).toBe(RESIDENTS);
});
afterAll(async () => {
  await network.close();
  await away.close();
  await server.remove();
});

async function connections(): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^veche_socket_connections (\d+)$/m.exec(metrics)?.[1]);
}

test("connections that are cut again and again lose nothing", async () => {
  const talk = new Talk(network.url, RESIDENTS);
  await talk.until(RESIDENTS);
  let cuts = 0;
  for (; cuts < CUTS; cuts++) {
    await delay(Math.random() * 400);
    network.cut();
    await talk.until(talk.acknowledged + RESIDENTS);
  }
  await talk.end(server.url, { cuts });
});

test("of 300 who are cut off at once all are back within seconds, with all that they were told", async () => {
  const residents = Array.from({ length: STORM }, () => new StubbornResident(network.url));
  await Promise.all(residents.map((it, place) => it.say(`до обрыва, житель ${place}`)));
  network.cut();
  const began = performance.now();
  await Promise.all(residents.map((it, place) => it.say(`после обрыва, житель ${place}`)));
  const backMs = Math.round(performance.now() - began);
  const said = residents.flatMap((it) => it.said);
  for (const resident of residents) resident.leave();
  console.log(JSON.stringify({ residents: STORM, said: said.length, backMs }));
  expect(said.every(({ message }) => message?.seq)).toBe(true);
  expect(backMs).toBeLessThan(STORM_OVER_WITHIN_MS);
});

test("connections that went silent are given up", async () => {
  await vi.waitFor(async () => expect(await connections()).toBe(0), {
    timeout: GIVEN_UP_WITHIN_MS,
    interval: 500,
  });
  console.log(JSON.stringify({ silent: RESIDENTS, givenUpAfterMs: Date.now() - silencedAt }));
});
