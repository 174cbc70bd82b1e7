import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "../migrations/index.ts";

export const STEPS = Object.keys(migrations);
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Makes the database file that a server of an earlier schema left, with some rows in every table. */
export async function aSchemaAt(file: string, step: string, rows: number): Promise<Rows> {
  const connection = new Sqlite(file);
  connection.pragma("journal_mode = WAL");
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: connection }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateTo(step);
  if (error) throw error;
  // What matters is that rows are kept, not that they make sense together.
  connection.pragma("foreign_keys = OFF");
  connection.transaction(() => {
    for (const table of tablesOf(connection)) fill(connection, table, rows);
  })();
  const kept = rowsIn(connection);
  await db.destroy();
  return kept;
}

/** Everything that a database file holds. */
export function readRows(file: string): Rows {
  const connection = new Sqlite(file, { readonly: true });
  try {
    return rowsIn(connection);
  } finally {
    connection.close();
  }
}

const tablesOf = (connection: Sqlite.Database) =>
  connection
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'kysely%' and name not like 'sqlite%'",
    )
    .pluck()
    .all() as string[];

const rowsIn = (connection: Sqlite.Database): Rows =>
  Object.fromEntries(
    tablesOf(connection).map((table) => [
      table,
      connection.prepare(`select * from "${table}" order by rowid`).all() as Record<string, unknown>[],
    ]),
  );

function fill(connection: Sqlite.Database, table: string, rows: number): void {
  const columns = connection.pragma(`table_info("${table}")`) as { name: string; type: string }[];
  const places = columns.map(() => "?").join(", ");
  const insert = connection.prepare(`insert into "${table}" values (${places})`);
  for (let i = 1; i <= rows; i++) {
    insert.run(columns.map(({ name, type }) => (/int/i.test(type) ? i : `${name} ${i}`)));
  }
}
