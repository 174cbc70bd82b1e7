import { createShardedAdapter } from "@socket.io/redis-adapter";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { createClient } from "redis";
import { BadSetting } from "../config.ts";
import { countHere } from "../count-limit.ts";
import type { Processes, ProcessesLog } from "./index.ts";

const RETRY_STEP_MS = 50;
const LONGEST_RETRY_MS = 2_000;

/**
 * Joins processes by Redis 7's sharded channels, which carry more than a database's notifications.
 *
 * @throws BadSetting when no Redis answers there
 */
export async function joinByRedis(url: string, log: ProcessesLog): Promise<Processes> {
  let joined = false;
  const sending = createClient({
    url,
    socket: {
      // Who never answered is told of at the start; who went away is waited for.
      reconnectStrategy: (tries, cause) =>
        joined ? Math.min(tries * RETRY_STEP_MS, LONGEST_RETRY_MS) : cause,
    },
  });
  const hearing = sending.duplicate();
  const clients = [sending, hearing];
  for (const client of clients) {
    client.on("error", (error: Error) => {
      if (joined) log.warn({ err: error }, "other processes could not be told");
    });
  }
  try {
    await Promise.all(clients.map((client) => client.connect()));
  } catch (error) {
    for (const client of clients) client.destroy();
    throw new BadSetting(
      `REDIS_URL can't be used: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  joined = true;
  return {
    countLimit: (keyPrefix, allowance) =>
      new RateLimiterRedis({
        storeClient: sending,
        useRedisPackage: true,
        keyPrefix,
        ...allowance,
        insuranceLimiter: countHere(keyPrefix, allowance),
      }),
    adapter: createShardedAdapter(sending, hearing),
    async close() {
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}
