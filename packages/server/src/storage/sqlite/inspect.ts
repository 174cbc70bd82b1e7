import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { migrations } from "../migrations/index.ts";
import type { Tables } from "../tables.ts";

/** A database file as it lies, opened to be looked at: nothing in it is changed, not even its schema. */
export interface InspectedDatabase {
  readonly read: Kysely<Tables>;
  /** What SQLite finds wrong with the file; undefined when it is sound. */
  damage(): string | undefined;
  /** The steps that made the schema, those that this version would add, and those it doesn't know. */
  schema(): { readonly applied: string[]; readonly missing: string[]; readonly unknown: string[] };
  /** Copies it whole and consistent into a new file, while others read and write. */
  backup(target: string): Promise<void>;
  close(): Promise<void>;
}

/** @throws Error when there is no such file, or it is no database */
export function inspectSqlite(file: string): InspectedDatabase {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true });
  connection.pragma("busy_timeout = 10000");
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) });
  return {
    read,
    damage() {
      try {
        const found = String(connection.pragma("quick_check(1)", { simple: true }));
        return found === "ok" ? undefined : found;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    schema() {
      const known = Object.keys(migrations);
      const hasAny = connection.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get();
      const applied = hasAny
        ? connection.prepare("select name from kysely_migration order by name").pluck().all().map(String)
        : [];
      return {
        applied,
        missing: known.filter((step) => !applied.includes(step)),
        unknown: applied.filter((step) => !known.includes(step)),
      };
    },
    async backup(target) {
      await connection.backup(target);
    },
    close: () => read.destroy(),
  };
}
