import type { Compilable, CompiledQuery, SqliteDatabase } from "kysely";
import type { Connection } from "./writer.ts";

/** Stands in a query for what each call gives. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const places = new Proxy({}, { get: (_, name) => new Place(String(name)) });

const direct = new WeakMap<Connection, SqliteDatabase>();

/**
 * Lets prepared queries of a connection go straight to SQLite, which answers at once: the way there through promises
 * costs as much as a small query. Only where nothing of another caller's can come in between: the reading connection,
 * and the writing one inside a group.
 */
export function answerDirectly(db: Connection, database: SqliteDatabase): void {
  direct.set(db, database);
}

/**
 * A query whose words are put together once for a database, not at every call: that is most of what a small query
 * costs. What differs from call to call must be values alone, each given by name.
 *
 * @param build must make the same query whatever is given; it may not look into it
 */
export function prepared<Given extends object, Row>(
  build: (db: Connection, given: Given) => Compilable<Row>,
): (db: Connection, given: Given) => Promise<Row[]> {
  // Each database compiles for its own dialect; its connections share the adapter.
  const known = new WeakMap<object, CompiledQuery<Row>>();

  return async (db, given) => {
    const { adapter } = db.getExecutor();
    let query = known.get(adapter);
    if (!query) known.set(adapter, (query = build(db, places as Given).compile()));
    const parameters = query.parameters.map((it) =>
      it instanceof Place ? given[it.name as keyof Given] : it,
    );
    const database = direct.get(db);
    if (database) {
      const statement = database.prepare(query.sql);
      if (statement.reader) return statement.all(parameters) as Row[];
      statement.run(parameters);
      return [];
    }
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}
