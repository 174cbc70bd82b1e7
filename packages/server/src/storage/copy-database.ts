import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

const ROWS_AT_ONCE = 500;
/** The oldest SQLite takes 999 values in a statement. */
const VALUES_AT_ONCE = 900;

type AnyDatabase = Kysely<Record<string, Record<string, unknown>>>;

/** What was copied, by table, in rows. */
export type Copied = Readonly<Record<string, number>>;

/**
 * Copies every row of every table into a database of the same schema whose tables are empty; which
 * of the two is SQLite and which Postgres makes no difference. What libraries keep beside the schema in one
 * of them stays there. `from` should be a transaction that
 * sees one moment.
 *
 * @throws Error when a table of `to` is not empty, or has other rows than `from` at the end
 */
export async function copyDatabase(from: Kysely<Tables>, to: Kysely<Tables>): Promise<Copied> {
  const source = from as unknown as AnyDatabase;
  const copied: Record<string, number> = {};
  const there = new Set((await to.introspection.getTables()).map(({ name }) => name));
  const tables = (await source.introspection.getTables()).filter(({ name }) => there.has(name));
  await (to as unknown as AnyDatabase).transaction().execute(async (target) => {
    for (const { name, columns } of tables) {
      if ((await countOf(target, name)) > 0) throw new Error(`table ${name} is not empty`);
      const width = Math.max(1, Math.min(ROWS_AT_ONCE, Math.floor(VALUES_AT_ONCE / columns.length)));
      let rows: Record<string, unknown>[] = [];
      const flush = async () => {
        if (rows.length > 0) await target.insertInto(name).values(rows).execute();
        rows = [];
      };
      for await (const row of source.selectFrom(name).selectAll().stream(ROWS_AT_ONCE)) {
        if (rows.push(row) >= width) await flush();
      }
      await flush();
      copied[name] = await countOf(target, name);
      const expected = await countOf(source, name);
      if (copied[name] !== expected)
        throw new Error(`table ${name}: ${copied[name]} rows of ${expected} were copied`);
    }
  });
  return copied;
}

async function countOf(db: AnyDatabase, table: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.rows ?? 0);
}
