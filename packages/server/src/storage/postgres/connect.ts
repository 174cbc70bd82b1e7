import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import Cursor from "pg-cursor";
import type { Tables } from "../tables.ts";

const CONNECT_WITHIN_MS = 5_000;

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

/** Connects when first asked, with so many connections at most, and again when one breaks. */
export function connect(url: string, max: number): Kysely<Tables> {
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
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool, cursor: Cursor }) });
}
