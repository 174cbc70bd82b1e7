import { setTimeout as delay } from "node:timers/promises";
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteDialect,
  type SqliteDialectConfig,
} from "kysely";

/** As long as an import by the command line may keep the database to itself. */
const PATIENCE_MS = 10_000;
const ASK_AGAIN_MS = 10;

const isLocked = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "SQLITE_BUSY";

/**
 * SQLite that waits for another process's write as a promise. SQLite's own `busy_timeout` sleeps on the event
 * loop, so that nobody would be answered meanwhile; the connection must have it at 0.
 *
 * Queries throw `SQLITE_BUSY` after ten seconds of it.
 */
export function patientDialect(config: SqliteDialectConfig): Dialect {
  const dialect = new SqliteDialect(config);
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => patientDriver(dialect.createDriver()),
  };
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
