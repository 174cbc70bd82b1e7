import { createAdapter } from "@socket.io/postgres-adapter";
import pg from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { countHere } from "../count-limit.ts";
import { namingTheSetting } from "../open-database.ts";
import type { Processes, ProcessesLog } from "./index.ts";

const CONNECTIONS = 4;
/** Hints need not survive a crash of the database. */
const OPTIONS = "-c synchronous_commit=off";
/** As the two libraries ask for them; `unlogged`, since none of it is worth keeping. */
const TABLES = `
  create unlogged table if not exists socket_io_attachments (
    id bigserial unique, created_at timestamptz default now(), payload bytea);
  create unlogged table if not exists rate_limit (
    key varchar(255) primary key, points integer not null default 0, expire bigint)`;

/**
 * Joins processes by Postgres's `notify`.
 *
 * @throws BadSetting when no Postgres answers there
 */
export async function joinByPostgres(url: string, log: ProcessesLog): Promise<Processes> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, options: OPTIONS, keepAlive: true });
  const trouble = (error: Error) => log.warn({ err: error }, "other processes could not be told");
  pool.on("error", trouble);
  await namingTheSetting(() => makeTables(pool));
  return {
    countLimit: (keyPrefix, allowance) =>
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: "pool",
        tableName: "rate_limit",
        tableCreated: true,
        clearExpiredByTimeout: true,
        keyPrefix,
        ...allowance,
        insuranceLimiter: countHere(keyPrefix, allowance),
      }),
    adapter: createAdapter(pool, { errorHandler: trouble }),
    close: () => pool.end(),
  };
}

async function makeTables(pool: pg.Pool): Promise<void> {
  try {
    await pool.query(TABLES);
  } catch (error) {
    // Of two that make it in the same moment one is told that it is there.
    if (!(error instanceof pg.DatabaseError) || error.code !== "23505") throw error;
  }
}
