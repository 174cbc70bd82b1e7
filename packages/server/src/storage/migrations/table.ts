import { type Kysely, PostgresAdapter, sql } from "kysely";

type Column = "text" | "integer";
type Columns = Record<string, Column | `${Column}?`>;

/** Letters are ordered by their code everywhere, as SQLite does, whatever language a Postgres speaks. */
export const textColumn = (db: Kysely<unknown>) =>
  db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : ("text" as const);

/** Columns are given as `name: type`, with `?` where null is allowed. */
export async function table(
  db: Kysely<unknown>,
  name: string,
  columns: Columns,
  primary: readonly string[],
  unique: readonly (readonly string[])[] = [],
): Promise<void> {
  let builder = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const type = kind.startsWith("text") ? textColumn(db) : "integer";
    builder = builder.addColumn(column, type, (it) => (kind.endsWith("?") ? it : it.notNull()));
  }
  builder = builder.addPrimaryKeyConstraint(`${name}_key`, [...primary] as never);
  for (const columnsTogether of unique) {
    builder = builder.addUniqueConstraint(`${name}_${columnsTogether.join("_")}`, [
      ...columnsTogether,
    ] as never);
  }
  await builder.execute();
}

export const index = (db: Kysely<unknown>, on: string, columns: string[]) =>
  db.schema
    .createIndex(`${on}_by_${columns.join("_")}`)
    .on(on)
    .columns(columns)
    .execute();
