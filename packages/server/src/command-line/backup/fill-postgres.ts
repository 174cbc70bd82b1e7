import { rm } from "node:fs/promises";
import { openDatabase } from "../../open-database.ts";
import { copyDatabase, openSqlite } from "../../storage/index.ts";
import { CommandFailed } from "../terminal.ts";

/**
 * Copies a town out of a SQLite file, which is used up by it, into an empty Postgres.
 *
 * @returns how many rows were copied, all tables together
 * @throws CommandFailed when the database there isn't empty; nothing is written over
 */
export async function fillPostgres(databaseUrl: string, file: string, dataFolder: string): Promise<number> {
  // An older version's schema is brought up to date first.
  const from = await openSqlite(file);
  const to = await openDatabase({ databaseUrl, dataFolder });
  try {
    const copied = await copyDatabase(from.read, to.direct);
    return Object.values(copied).reduce((sum, rows) => sum + rows, 0);
  } catch (error) {
    if (error instanceof Error && error.message.endsWith("is not empty")) {
      throw new CommandFailed(
        `The database of DATABASE_URL has a town already (${error.message}), and nothing is written over.`,
        "Name an empty database, and try again.",
      );
    }
    throw error;
  } finally {
    await Promise.all([from.close(), to.close()]);
    for (const suffix of ["", "-wal", "-shm"]) await rm(file + suffix, { force: true });
  }
}
