import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import Cursor from "pg-cursor";
import { copyDatabase } from "../copy-database.ts";
import type { Database } from "../index.ts";
import { migrate } from "../migrate.ts";
import { openSqlite } from "../sqlite/index.ts";
import type { Tables } from "../tables.ts";
import { createWriter } from "../writer.ts";
import { isPostgresFault } from "./faults.ts";

const READERS = 8;
const CONNECT_WITHIN_MS = 5_000;
/** Any number that no other program takes in the same database. */
const WRITING = 1_986_356_584;

/**
 * A process that stands still in the middle of a write gives up the writing to others; one that
 * waits for longer than its clients would is told so.
 */
const OPTIONS = "-c idle_in_transaction_session_timeout=10s -c lock_timeout=15s -c timezone=UTC";

const { INT8, NUMERIC } = pg.types.builtins;
/** Counts and sums come as numbers, as they do from SQLite. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === INT8 || oid === NUMERIC ? Number : (pg.types.getTypeParser(oid, format) as never),
};

function connect(url: string, max: number): { pool: pg.Pool; db: Kysely<Tables> } {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    options: OPTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
  });
  // A connection that breaks while nobody uses it is replaced at the next use.
  pool.on("error", () => undefined);
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool, cursor: Cursor }) }) };
}

/**
 * Opens a Postgres database and brings its schema up to date. Several processes may share it: one
 * of them writes at a time, in groups, as on SQLite, so that the same queries mean the same there.
 */
export async function openPostgres(url: string): Promise<Database> {
  const { db: writer } = connect(url, 1);
  const { db: read } = connect(url, READERS);
  try {
    await migrate(writer);
  } catch (error) {
    await Promise.all([writer.destroy(), read.destroy()]);
    throw error;
  }
  const { write, idle } = createWriter(writer, {
    begin: sql.raw(`begin; select pg_advisory_xact_lock(${WRITING})`),
    isFault: isPostgresFault,
  });

  return {
    read,
    write,
    direct: read,
    async backup(file) {
      const copy = await openSqlite(file);
      try {
        await read
          .transaction()
          .setIsolationLevel("repeatable read")
          .setAccessMode("read only")
          .execute((from) => copyDatabase(from, copy.direct));
      } finally {
        await copy.close();
      }
    },
    async check() {
      await sql`select 1`.execute(read);
    },
    async close() {
      await idle();
      await Promise.all([writer.destroy(), read.destroy()]);
    },
  };
}
