import { setTimeout as delay } from "node:timers/promises";
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
} from "kysely";

/** As long as an import by the command line may keep the database to itself. */
const PATIENCE_MS = 10_000;
const ASK_AGAIN_MS = 10;

const isLocked = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "SQLITE_BUSY";

/**
 * Kysely's SQLite with two differences. The schema's steps are made whole or not at all. And another process's write
 * is waited for as a promise: SQLite's own `busy_timeout` sleeps on the event loop, so that nobody would be answered
 * meanwhile; the connection must have it at 0.
 *
 * Queries throw `SQLITE_BUSY` after ten seconds of it.
 */
export function sqliteDialect(config: SqliteDialectConfig): Dialect {
  const dialect = new SqliteDialect(config);
  return {
    createAdapter: () => new WholeStepsAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => patientDriver(dialect.createDriver()),
  };
}

/** Kysely leaves the schema's steps outside a transaction on SQLite, which can undo them as well as any other write. */
class WholeStepsAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function patientDriver(driver: Driver): Driver {
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => patientConnection(await driver.acquireConnection(options)),
    releaseConnection: (connection, options) => driver.releaseConnection(connection, options),
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    destroy: () => driver.destroy(),
  };
}

function patientConnection(connection: DatabaseConnection): DatabaseConnection {
  return {
    async executeQuery(query, options) {
      const until = performance.now() + PATIENCE_MS;
      while (true) {
        try {
          return await connection.executeQuery(query, options);
        } catch (error) {
          if (!isLocked(error) || performance.now() > until) throw error;
          await delay(ASK_AGAIN_MS);
        }
      }
    },
    streamQuery: (query, size, options) => connection.streamQuery(query, size, options),
  };
}
