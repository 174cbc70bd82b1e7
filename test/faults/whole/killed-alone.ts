import { setTimeout as delay } from "node:timers/promises";
import { faultsLeft } from "../faults-found.ts";
import { aStaffedServer } from "../shift/staffed-server.ts";
import { historyOf, StubbornResident } from "../stubborn-resident.ts";
import { WatchingOperator } from "./watching-operator.ts";

const RESIDENTS = 60;
/** In which what was said must stand on the screen of an operator who watches. */
const SEEN_WITHIN_MS = 5_000;

/** A server on SQLite that is killed again and again while residents talk and an operator watches them all. */
export async function killedAlone(seconds: number, kills: number) {
  const { process: server, members } = await aStaffedServer(1, 100, 600);
  try {
    const residents = Array.from({ length: RESIDENTS }, () => new StubbornResident(server.url));
    const operator = new WatchingOperator(server.url, members[0]?.cookie ?? "");
    await Promise.all(residents.map((it) => it.say("здравствуйте")));
    await Promise.all(residents.map((it) => operator.watch(it.conversation)));
    const evening = new AbortController();
    const talks = residents.map(async (resident, r) => {
      for (let i = 0; !evening.signal.aborted; i++) await resident.say(`житель ${r}, сообщение ${i}`);
    });
    const began = Date.now();
    for (let killed = 0; killed < kills; killed++) {
      // One in each stretch of the time, at a moment of its own.
      const at = ((killed + Math.random()) * seconds * 1000) / kills;
      await delay(Math.max(0, began + at - Date.now()));
      await server.kill();
      await server.start();
    }
    await delay(Math.max(0, began + seconds * 1000 - Date.now()));
    evening.abort();
    await Promise.all(talks);
    const acknowledged = residents.reduce(
      (sum, it) => sum + it.said.filter(({ message }) => message).length,
      0,
    );
    const found = await faultsLeft(server.url, residents);
    await delay(SEEN_WITHIN_MS);
    let missedByOperator = 0;
    for (const { token, conversation } of residents) {
      const seen = operator.seen.get(conversation);
      for (const { id } of await historyOf(server.url, token, 200)) if (!seen?.has(id)) missedByOperator++;
    }
    for (const resident of residents) resident.leave();
    operator.leave();
    return { seconds, kills, acknowledged, ...found, missedByOperator };
  } finally {
    await server.remove();
  }
}
