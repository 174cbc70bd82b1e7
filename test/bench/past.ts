import { setTimeout as delay } from "node:timers/promises";
import { commandLine } from "../faults/contest-server.ts";
import { aServerProcess, type ServerProcess } from "../server-process.ts";
import { keepTo, processorMs } from "./load/cores.ts";
import { fillWithPast } from "./load/fill.ts";
import { CITY, cityQuestions, talkTo } from "./load/processes.ts";

const KILLED_WITH = 100_000;
const KILLS = 5;
const LITTLE = 100;
const MUCH = 1_000_000;
const CONNECTIONS = 20;
const ROUNDS = 3;
const SECONDS = 6;

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

/** What a turn costs with a long past beside a short one, in processor time and in turns a second. */
export async function benchLongPast(much = MUCH, rounds = ROUNDS, seconds = SECONDS) {
  const towns = [
    { messages: LITTLE, server: await aTownWithPast(LITTLE), ms: 0, turns: 0, seconds: 0 },
    { messages: much, server: await aTownWithPast(much), ms: 0, turns: 0, seconds: 0 },
  ];
  const questions = cityQuestions();
  const talk = (server: ServerProcess, length: number) =>
    talkTo({ url: server.url, connections: CONNECTIONS, seconds: length, questions });
  try {
    for (const { server } of towns) await begin(server);
    for (const { server } of towns) await talk(server, 2 * seconds);
    for (let round = 0; round < rounds; round++) {
      for (const town of towns) {
        const before = processorMs(town.server.pid());
        const talked = await talk(town.server, seconds);
        town.ms += processorMs(town.server.pid()) - before;
        town.turns += talked.turns;
        town.seconds += talked.seconds;
      }
    }
  } finally {
    for (const { server } of towns) await server.remove();
  }
  const rows = towns.map((it) => ({
    messages: it.messages,
    processorMsPerTurn: Number((it.ms / it.turns).toFixed(3)),
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
