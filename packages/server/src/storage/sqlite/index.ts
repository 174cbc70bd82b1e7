import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { Kysely, sql, type SqliteDatabase, SqliteDialect } from "kysely";
import { migrate } from "../migrate.ts";
import type { Database } from "../index.ts";
import type { Tables } from "../tables.ts";
import { answerDirectly } from "../prepared.ts";
import { createWriter } from "../writer.ts";
import { isSqliteFault } from "./faults.ts";
import { sqliteDialect } from "./dialect.ts";

/** While opening, when nobody is served yet; later see `sqliteDialect`. */
const BUSY_TIMEOUT_MS = 10_000;
const STATEMENTS_KEPT = 500;
/** 16 MB: of a smaller log, what a busy second wrote would be copied into the file at every other commit. */
const LOG_PAGES = 4000;
/** 32 MB: a group that outgrows it is written twice, once before its end. */
const CACHE_KIB = 32_768;

function connect(file: string): Sqlite.Database {
  const connection = new Sqlite(file);
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("trusted_schema = OFF");
  // What was erased is gone from the file too, not only from its index.
  connection.pragma("secure_delete = ON");
  return connection;
}

/**
 * Kysely prepares a statement at every call, which is most of a small query's time; here the same
 * words are prepared once for a connection.
 */
function rememberingStatements(connection: Sqlite.Database): SqliteDatabase {
  const known = new Map<string, Sqlite.Statement<unknown[]>>();
  return {
    prepare(words) {
      const statement = known.get(words) ?? connection.prepare<unknown[]>(words);
      if (known.size >= STATEMENTS_KEPT) known.clear();
      known.set(words, statement);
      return statement;
    },
    close: () => void connection.close(),
  };
}

/**
 * Opens (or makes) a SQLite file, brings its schema up to date, and keeps two connections: one
 * writes in groups, one reads what is committed, so that a question never waits for a write.
 */
export async function openSqlite(file: string): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writing = connect(file);
  writing.pragma("busy_timeout = 0");
  // What a unit would be undone with: by default SQLite writes each page that a savepoint changes to a file as well.
  writing.pragma("temp_store = MEMORY");
  writing.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  writing.pragma(`cache_size = -${CACHE_KIB}`);
  const direct = rememberingStatements(writing);
  const writer = new Kysely<Tables>({ dialect: sqliteDialect({ database: direct }) });
  await migrate(writer);
  const reading = connect(file);
  reading.pragma("query_only = ON");
  const asked = rememberingStatements(reading);
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asked }) });
  answerDirectly(read, asked);
  const { write, idle } = createWriter(writer, {
    begin: sql`begin immediate`,
    isFault: isSqliteFault,
    direct,
  });

  return {
    read,
    write,
    direct: writer,
    async backup(target) {
      await reading.backup(target);
    },
    async check() {
      const [row] = reading.pragma("quick_check(1)") as { quick_check: string }[];
      if (row?.quick_check !== "ok") throw new Error(`database damaged: ${row?.quick_check}`);
    },
    async close() {
      await idle();
      await read.destroy();
      writing.pragma("wal_checkpoint(TRUNCATE)");
      await writer.destroy();
    },
  };
}
