import Sqlite from "better-sqlite3";

const held: Sqlite.Database[] = [];

/**
 * Holds a file for as long as the process lives. It is SQLite's own lock, which Node has no other
 * way to: the system frees it however the process ends.
 *
 * @returns false when another process holds it
 */
export function holdFile(file: string): boolean {
  const connection = new Sqlite(file, { timeout: 0 });
  try {
    connection.exec("begin exclusive");
  } catch (error) {
    connection.close();
    if (error instanceof Sqlite.SqliteError && error.code === "SQLITE_BUSY") return false;
    throw error;
  }
  held.push(connection);
  return true;
}
