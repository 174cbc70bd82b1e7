import { PostgresAdapter, type RawBuilder, sql } from "kysely";
import type { Connection } from "./index.ts";

/** The text of a field of a column that holds a JSON object; null where it has none. */
export function jsonField(connection: Connection, column: string, field: string): RawBuilder<string | null> {
  const stored = sql.ref(column);
  // SQLite reads JSON in text as it is, Postgres wants to be told.
  return connection.getExecutor().adapter instanceof PostgresAdapter
    ? sql<string | null>`(${stored})::json ->> ${sql.lit(field)}`
    : sql<string | null>`${stored} ->> ${sql.lit(field)}`;
}
