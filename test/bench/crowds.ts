import { setTimeout as delay } from "node:timers/promises";
import { residentBytes } from "./load/cores.ts";
import type { CrowdReply } from "./load/crowd.ts";
import { aCityServer, aCrowd, cityQuestions, talkTo } from "./load/processes.ts";
import { percentile } from "./load/percentile.ts";

const IDLE = 10_000;
const DROPPED = 5_000;
const RESUMED = 1_000;
/** A process of clients holds so many without being slow itself. */
const IN_A_PROCESS = 2_500;
/** Those who go on talking meanwhile: some fifty turns a second. */
const TALKING = { connections: 50, pauseMs: 1_000 };

const processesFor = (count: number) => Math.ceil(count / IN_A_PROCESS);
const sum = (replies: readonly CrowdReply[]) => replies.reduce((all, { connected }) => all + connected, 0);

/** What a chat that is open and silent costs in the server's memory, and how soon others are answered beside so many. */
export async function benchIdle(count = IDLE) {
  const server = await aCityServer();
  const crowd = aCrowd(processesFor(count));
  try {
    const talk = { url: server.url, questions: cityQuestions(), ...TALKING };
    // What the first of all brings along is the server's own.
    await talkTo({ ...talk, seconds: 5 });
    const processes = processesFor(count);
    const come = async (all: number) => {
      const task = { do: "come", url: server.url, count: Math.ceil(all / processes) } as const;
      const connected = sum(await crowd.all(task));
      await delay(5_000);
      return { connected, bytes: residentBytes(server.pid()) };
    };
    // The first fill room that the server had taken already.
    const first = await come(count / 5);
    const all = await come(count);
    const each = (all.bytes - first.bytes) / (all.connected - first.connected);
    const { took } = await talkTo({ ...talk, seconds: 15 });
    return {
      idle: all.connected,
      kilobytesEach: Number((each / 1024).toFixed(1)),
      turns: took.length,
      p50Ms: Math.round(percentile(took, 0.5)),
      p99Ms: Math.round(percentile(took, 0.99)),
    };
  } finally {
    crowd.end();
    await server.remove();
  }
}

/** All connections of so many broken off at the same moment: when all are back, and what others felt. */
export async function benchDropped(count = DROPPED) {
  const server = await aCityServer();
  const crowd = aCrowd(processesFor(count));
  try {
    const talk = { url: server.url, questions: cityQuestions(), ...TALKING };
    await talkTo({ ...talk, seconds: 8 });
    const each = Math.ceil(count / processesFor(count));
    await crowd.all({ do: "come", url: server.url, count: each });
    const others = talkTo({ ...talk, seconds: 20 });
    await delay(3_000);
    await crowd.all({ do: "drop" });
    const back = await crowd.all({ do: "back", messages: 0 });
    const { took } = await others;
    const after = back.flatMap(({ backAfterMs = [] }) => backAfterMs);
    return {
      dropped: sum(back),
      allBackMs: Math.round(Math.max(...after)),
      others: took.length,
      othersP99Ms: Math.round(percentile(took, 0.99)),
    };
  } finally {
    crowd.end();
    await server.remove();
  }
}

/** So many clients with a talk behind them, after the server was killed: how soon each has all that was said. */
export async function benchResumed(count = RESUMED) {
  const server = await aCityServer();
  const crowd = aCrowd(processesFor(count));
  try {
    await crowd.all({ do: "come", url: server.url, count, saying: "Как записать ребёнка в детский сад?" });
    await server.kill();
    await server.start();
    const ready = performance.now();
    const back = await crowd.all({ do: "back", messages: 2 });
    const took = back.flatMap(({ replayedAfterMs = [] }) => replayedAfterMs);
    return {
      clients: sum(back),
      allBackAfterReadyMs: Math.round(performance.now() - ready),
      replayedP50Ms: Math.round(percentile(took, 0.5)),
      replayedLongestMs: Math.round(Math.max(...took)),
    };
  } finally {
    crowd.end();
    await server.remove();
  }
}

if (import.meta.main) {
  const share = Number(process.argv[2] ?? 1);
  console.log("idle", await benchIdle(IDLE * share));
  console.log("dropped", await benchDropped(DROPPED * share));
  console.log("resumed", await benchResumed(RESUMED * share));
}
