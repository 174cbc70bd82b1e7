import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../packages/server/src/storage/index.ts";
import { aServerProcess } from "../server-process.ts";
import { StubbornResident } from "../faults/stubborn-resident.ts";
import { percentile } from "./load/percentile.ts";

const RESIDENTS = 100;
const MESSAGES_EACH = 20;

export interface ConversationsBench {
  /** Acknowledged messages a second, over real sockets, with `synchronous=FULL`. */
  readonly messagesPerSecond: number;
  /** From sending to the acknowledgement, milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** The floor: bare rows a second through the same group commit, nothing around them. */
  readonly rowsPerSecond: number;
}

async function floor(rows: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "veche-bench-"));
  const database = await openSqlite(join(folder, "veche.db"));
  const began = performance.now();
  // As many at a time as there are residents in the measured run.
  for (let i = 0; i < rows; i += RESIDENTS) {
    await Promise.all(
      Array.from({ length: RESIDENTS }, (_, j) =>
        database.write((db) =>
          db
            .insertInto("setting")
            .values({ name: `${i + j}`, value: "x" })
            .execute(),
        ),
      ),
    );
  }
  const seconds = (performance.now() - began) / 1000;
  await database.close();
  rmSync(folder, { recursive: true });
  return rows / seconds;
}

/** How many messages a second are made durable, beside the bare rows that the disk takes in the same run. */
export async function benchConversations(): Promise<ConversationsBench> {
  const server = await aServerProcess();
  await server.start();
  const residents = Array.from({ length: RESIDENTS }, () => new StubbornResident(server.url));
  await Promise.all(residents.map((it) => it.say("спасибо")));
  const took: number[] = [];
  const began = performance.now();
  await Promise.all(
    residents.map(async (resident) => {
      for (let i = 0; i < MESSAGES_EACH; i++) {
        const sent = performance.now();
        await resident.say(`как записать ребёнка в детский сад ${i}`);
        took.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const resident of residents) resident.leave();
  await server.remove();
  const sorted = took.toSorted((a, b) => a - b);
  return {
    messagesPerSecond: Math.round((RESIDENTS * MESSAGES_EACH) / seconds),
    p50: Math.round(percentile(sorted, 0.5)),
    p99: Math.round(percentile(sorted, 0.99)),
    rowsPerSecond: Math.round(await floor(RESIDENTS * MESSAGES_EACH)),
  };
}

if (import.meta.main) console.table(await benchConversations());
