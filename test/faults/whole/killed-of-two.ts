import { setTimeout as delay } from "node:timers/promises";
import { startPostgres } from "../../postgres/postgres-server.ts";
import { aServerProcess } from "../../server-process.ts";
import { faultsLeft } from "../faults-found.ts";
import { StubbornResident } from "../stubborn-resident.ts";

const RESIDENTS = 20;
const BETWEEN_MS = 20;
const DATABASE = "veche";

/** Two servers on one Postgres, now one, now the other of which is killed and comes back. */
export async function killedOfTwo(seconds: number, killEverySeconds: number) {
  const postgres = await startPostgres();
  await postgres.make(DATABASE);
  const shared = {
    DATABASE_URL: postgres.url(DATABASE),
    VECHE_SECRET: "a secret that both of the processes know",
  };
  const one = await aServerProcess(shared);
  const other = await aServerProcess(shared);
  try {
    await one.start();
    await other.start();
    const residents = Array.from(
      { length: RESIDENTS },
      (_, at) => new StubbornResident((at % 2 ? one : other).url),
    );
    const evening = new AbortController();
    const talks = residents.map(async (resident, r) => {
      for (let i = 0; !evening.signal.aborted; i++) {
        await resident.say(`житель ${r}, сообщение ${i}`);
        await delay(BETWEEN_MS);
      }
    });
    let kills = 0;
    const began = Date.now();
    while (Date.now() - began < seconds * 1000) {
      await delay(killEverySeconds * 1000);
      const killed = kills++ % 2 ? other : one;
      await killed.kill();
      await killed.start();
    }
    evening.abort();
    await Promise.all(talks);
    for (const resident of residents) resident.leave();
    const acknowledged = residents.reduce(
      (sum, it) => sum + it.said.filter(({ message }) => message).length,
      0,
    );
    return { seconds, kills, acknowledged, ...(await faultsLeft(one.url, residents)) };
  } finally {
    await one.remove();
    await other.remove();
    await postgres.stop();
  }
}
