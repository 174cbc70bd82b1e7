import type { ServerOptions } from "socket.io";
import type { Config } from "../config.ts";
import type { CountLimit } from "../count-limit.ts";

/** Several server processes on one database, seen from one of them. */
export interface Processes {
  /** Carries what Socket.IO says to sockets of the other processes. */
  readonly adapter: NonNullable<ServerOptions["adapter"]>;
  /** Counts what all of them let through; each by itself while they can't reach each other. */
  readonly countLimit: CountLimit;
  close(): Promise<void>;
}

export interface ProcessesLog {
  warn(details: object, message: string): void;
}

/**
 * Joins this process to the others that share the database: by the database's own notifications, or
 * by Redis where one is named. A hint that gets lost on the way is made up for by {@link Town}'s
 * looking into the database every few seconds.
 *
 * @returns undefined for a process on a database of its own
 */
export async function joinProcesses(
  { databaseUrl, redisUrl }: Pick<Config, "databaseUrl" | "redisUrl">,
  log: ProcessesLog,
): Promise<Processes | undefined> {
  if (!databaseUrl) return undefined;
  // Read only where they are used: a process of its own starts a twentieth sooner without them.
  if (redisUrl) return (await import("./by-redis.ts")).joinByRedis(redisUrl, log);
  return (await import("./by-postgres.ts")).joinByPostgres(databaseUrl, log);
}
