import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { compareSchema, type InspectedDatabase } from "../inspected.ts";
import type { Tables } from "../tables.ts";

/** @throws Error when there is no such file, or it is no database */
export function inspectSqlite(file: string): InspectedDatabase {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true });
  connection.pragma("busy_timeout = 10000");
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) });
  return {
    read,
    async damage() {
      try {
        const found = String(connection.pragma("quick_check(1)", { simple: true }));
        return found === "ok" ? undefined : found;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    async schema() {
      const hasAny = connection.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get();
      const applied = hasAny
        ? connection.prepare("select name from kysely_migration order by name").pluck().all().map(String)
        : [];
      return compareSchema(applied);
    },
    async backup(target) {
      await connection.backup(target);
    },
    close: () => read.destroy(),
  };
}
