import { sql } from "kysely";
import { compareSchema, type InspectedDatabase } from "../inspected.ts";
import { connect } from "./connect.ts";
import { copyToSqlite } from "./copy-to-sqlite.ts";

/** Looks at a Postgres database, whatever its schema is; connects at the first question. */
export function inspectPostgres(url: string): InspectedDatabase {
  const read = connect(url, 2);
  return {
    read,
    async damage() {
      await sql`select 1`.execute(read);
      return undefined;
    },
    async schema() {
      const { rows: known } = await sql<{
        made: string | null;
      }>`select to_regclass('kysely_migration') as made`.execute(read);
      if (!known[0]?.made) return compareSchema([]);
      const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
        read,
      );
      return compareSchema(rows.map(({ name }) => name));
    },
    backup: (target) => copyToSqlite(read, target),
    close: () => read.destroy(),
  };
}
