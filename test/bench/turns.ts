import { processorMs } from "./load/cores.ts";
import { aCityServer, aRival, cityQuestions, talkTo } from "./load/processes.ts";
import type { Talked } from "./load/talkers.ts";
import { percentile } from "./load/percentile.ts";

const CONNECTIONS = 100;
/** Both in turn, so that whatever else the machine does meets both. */
const ROUNDS = 3;
const SECONDS = 5;
const WARMING_SECONDS = 8;

export interface TurnsRow {
  readonly server: string;
  /** Message durable and acknowledged, answer found, durable and pushed. */
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the server's processor, all threads. */
  readonly processorMsPerTurn: number;
  readonly turns: number;
}

interface Measured {
  readonly talked: Talked[];
  processor: number;
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

function rowOf(server: string, { talked, processor }: Measured): TurnsRow {
  const turns = talked.reduce((sum, it) => sum + it.turns, 0);
  const seconds = talked.reduce((sum, it) => sum + it.seconds, 0);
  const took = talked.flatMap((it) => it.took).toSorted((a, b) => a - b);
  return {
    server,
    turnsPerSecond: Math.round(turns / seconds),
    p50Ms: rounded(percentile(took, 0.5), 1),
    p99Ms: rounded(percentile(took, 0.99), 1),
    processorMsPerTurn: rounded(processor / turns, 3),
    turns,
  };
}

/**
 * Whole chat turns of 100 residents at once, the server on one core, beside a bare Socket.IO server
 * that acknowledges and answers with a fixed text. Once with words that nobody has asked in before, so that
 * nothing found earlier helps, once with the city's questions as they come again and again.
 */
export async function benchTurns(rounds = ROUNDS, seconds = SECONDS) {
  const server = await aCityServer();
  const bare = await aRival("bare-server.ts");
  const questions = cityQuestions();
  const ours: Measured = { talked: [], processor: 0 };
  const repeated: Measured = { talked: [], processor: 0 };
  const floor: Measured = { talked: [], processor: 0 };
  const measure = async (into: Measured, url: string, pid: number, everyQuestionNew = false) => {
    const before = processorMs(pid);
    into.talked.push(await talkTo({ url, connections: CONNECTIONS, seconds, questions, everyQuestionNew }));
    into.processor += processorMs(pid) - before;
  };
  try {
    // Both warm: what is compiled while it runs costs both their first second.
    await talkTo({ url: server.url, connections: CONNECTIONS, seconds: WARMING_SECONDS, questions });
    await talkTo({ url: bare.url, connections: CONNECTIONS, seconds: 3, questions });
    for (let round = 0; round < rounds; round++) {
      await measure(floor, bare.url, bare.pid);
      await measure(ours, server.url, server.pid(), true);
      await measure(repeated, server.url, server.pid());
    }
  } finally {
    bare.end();
    await server.remove();
  }
  const rows = [
    rowOf("veche, every question new", ours),
    rowOf("veche, questions come again", repeated),
    rowOf("bare Socket.IO", floor),
  ] as const;
  const [mine, asResidents, theirs] = rows;
  return {
    rows,
    share: rounded(mine.turnsPerSecond / theirs.turnsPerSecond, 2),
    shareWhereQuestionsComeAgain: rounded(asResidents.turnsPerSecond / theirs.turnsPerSecond, 2),
    p99Times: rounded(mine.p99Ms / theirs.p99Ms, 2),
  };
}

if (import.meta.main) {
  const { rows, ...ratios } = await benchTurns();
  console.table(rows);
  console.log(ratios);
}
