import { sql } from "kysely";
import type { Database } from "../index.ts";
import { migrate } from "../migrate.ts";
import { createWriter } from "../writer.ts";
import { connect } from "./connect.ts";
import { copyToSqlite } from "./copy-to-sqlite.ts";
import { isPostgresFault } from "./faults.ts";

const READERS = 8;
/** Any number that no other program takes in the same database. */
const WRITING = 1_986_356_584;

/**
 * Opens a Postgres database and brings its schema up to date. Several processes may share it: one
 * of them writes at a time, in groups, as on SQLite, so that the same queries mean the same there.
 */
export async function openPostgres(url: string): Promise<Database> {
  const writer = connect(url, 1);
  const read = connect(url, READERS);
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
    backup: (file) => copyToSqlite(read, file),
    async check() {
      await sql`select 1`.execute(read);
    },
    async close() {
      await idle();
      await Promise.all([writer.destroy(), read.destroy()]);
    },
  };
}
