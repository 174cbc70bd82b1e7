import { setTimeout as delay } from "node:timers/promises";
import { commandLine } from "../faults/contest-server.ts";
import { aServerProcess, type ServerProcess } from "../server-process.ts";
import { keepTo, processorMs } from "./load/cores.ts";
import { fillWithPast } from "./load/fill.ts";
import { CITY, cityQuestions, talkTo } from "./load/processes.ts";

const KILLED_WITH = 100_000;
const KILLS = 3;
const LITTLE = 100;
const MUCH = 1_000_000;
const CONNECTIONS = 20;
const ROUNDS = 8;
const SECONDS = 3;

/** The demo city with so many messages of the past, not started. */
async function aTownWithPast(messages: number): Promise<ServerProcess> {
  const server = await aServerProcess();
  await commandLine(server.folder, ["import", "city", CITY]);
  fillWithPast(server.folder, messages);
  return server;
}

async function begin(server: ServerProcess): Promise<void> {
  await server.start();
  keepTo("server", server.pid());
}

const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How soon a server is ready again after a SIGKILL under load, milliseconds from its start to `/readyz`. */
export async function benchReadyAfterKill(messages = KILLED_WITH) {
  const server = await aTownWithPast(messages);
  const took: number[] = [];
  try {
    await server.start();
    for (let kill = 0; kill < KILLS; kill++) {
      const talking = talkTo({
        url: server.url,
        connections: CONNECTIONS,
        seconds: 2,
        questions: cityQuestions(),
      }).catch(() => undefined);
      await delay(1_500);
      await server.kill();
      const began = performance.now();
      await server.start();
      while (!(await fetch(`${server.url}/readyz`)).ok) await delay(5);
      took.push(performance.now() - began);
      await talking;
    }
  } finally {
    await server.remove();
  }
  return {
    messages,
    kills: KILLS,
    middleMs: Math.round(middle(took)),
    longestMs: Math.round(Math.max(...took)),
  };
}

/**
 * What a turn costs with a long past beside a short one, in processor time and in turns a second. They take turns in
 * short rounds, first the one and then the other, and the middle of the rounds counts: other programs disturb single ones.
 */
export async function benchLongPast(much = MUCH, rounds = ROUNDS, seconds = SECONDS) {
  const measured = async (messages: number) => ({
    messages,
    server: await aTownWithPast(messages),
    msPerTurn: [] as number[],
    turns: 0,
    seconds: 0,
  });
  const towns = [await measured(LITTLE), await measured(much)];
  const questions = cityQuestions();
  const talk = (server: ServerProcess, length: number) =>
    talkTo({ url: server.url, connections: CONNECTIONS, seconds: length, questions });
  try {
    for (const { server } of towns) await begin(server);
    for (const { server } of towns) await talk(server, 2 * seconds);
    for (let round = 0; round < rounds; round++) {
      for (const town of round % 2 === 0 ? towns : towns.toReversed()) {
        const before = processorMs(town.server.pid());
        const talked = await talk(town.server, seconds);
        town.msPerTurn.push((processorMs(town.server.pid()) - before) / talked.turns);
        town.turns += talked.turns;
        town.seconds += talked.seconds;
      }
    }
  } finally {
    for (const { server } of towns) await server.remove();
  }
  const rows = towns.map((it) => ({
    messages: it.messages,
    processorMsPerTurn: Number(middle(it.msPerTurn).toFixed(3)),
    turnsPerSecond: Math.round(it.turns / it.seconds),
  }));
  const [little, more] = rows;
  return {
    rows,
    times: Number(((more?.processorMsPerTurn ?? 0) / (little?.processorMsPerTurn ?? 1)).toFixed(2)),
  };
}

if (import.meta.main) {
  const much = Number(process.argv[2] ?? MUCH);
  console.log("ready after SIGKILL", await benchReadyAfterKill());
  const { rows, times } = await benchLongPast(much);
  console.table(rows);
  console.log({ times });
}
