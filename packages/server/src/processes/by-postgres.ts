import { createAdapter } from "@socket.io/postgres-adapter";
import pg from "pg";
import type { Processes, ProcessesLog } from "./index.ts";

const CONNECTIONS = 4;
/** Hints need not survive a crash of the database. */
const OPTIONS = "-c synchronous_commit=off";
/** What is longer than a notification may be; `unlogged`, since it is read within the second. */
const ATTACHMENTS = `create unlogged table if not exists socket_io_attachments (
  id bigserial unique, created_at timestamptz default now(), payload bytea)`;

/** Joins processes by Postgres's `notify`. */
export async function joinByPostgres(url: string, log: ProcessesLog): Promise<Processes> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, options: OPTIONS, keepAlive: true });
  const trouble = (error: Error) => log.warn({ err: error }, "other processes could not be told");
  pool.on("error", trouble);
  await makeTable(pool);
  return {
    adapter: createAdapter(pool, { errorHandler: trouble }),
    close: () => pool.end(),
  };
}

async function makeTable(pool: pg.Pool): Promise<void> {
  try {
    await pool.query(ATTACHMENTS);
  } catch (error) {
    // Of two that make it in the same moment one is told that it is there.
    if (!(error instanceof pg.DatabaseError) || error.code !== "23505") throw error;
  }
}
