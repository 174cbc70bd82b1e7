import { setImmediate as turn } from "node:timers/promises";
import type { Connection, Database, Tables } from "../../../storage/index.ts";

export type BuildingRow = Omit<Tables["building"], "edition">;

const EDITION = "city.buildings";
/** Few enough that whoever writes or asks in between waits for no more than a few milliseconds. */
const ROWS_AT_ONCE = 1000;
const READ_AT_ONCE = 4000;
const COLUMNS = [
  "street",
  "type",
  "house",
  "district",
  "organisation",
  "heat_supplier",
  "water_supplier",
  "position",
] as const;

async function editionInForce(db: Connection): Promise<number> {
  const row = await db.selectFrom("setting").select("value").where("name", "=", EDITION).executeTakeFirst();
  return Number(row?.value ?? 0);
}

/** The buildings in force, in the list's order; other work goes on in between. */
export async function readBuildings(db: Connection): Promise<BuildingRow[]> {
  const edition = await editionInForce(db);
  const all: BuildingRow[] = [];
  for (let last = -1; ; await turn()) {
    const rows = await db
      .selectFrom("building")
      .select(COLUMNS)
      .where("edition", "=", edition)
      .where("position", ">", last)
      .orderBy("position")
      .limit(READ_AT_ONCE)
      .execute();
    for (const row of rows) all.push(row);
    last = rows.at(-1)?.position ?? last;
    if (rows.length < READ_AT_ONCE) return all;
  }
}

const insert = (db: Connection, edition: number, rows: readonly BuildingRow[]) =>
  db
    .insertInto("building")
    .values(rows.map((row) => ({ ...row, edition })))
    .execute();

/** Puts a whole list in the place of the other within a write of its caller's. */
export async function replaceBuildings(
  db: Connection,
  rows: readonly BuildingRow[],
  progress: (done: number, of: number) => void,
): Promise<void> {
  const edition = await editionInForce(db);
  await db.deleteFrom("building").where("edition", "=", edition).execute();
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await insert(db, edition, rows.slice(from, from + ROWS_AT_ONCE));
    progress(Math.min(from + ROWS_AT_ONCE, rows.length), rows.length);
  }
}

/** Puts one building in the place of another; without `before` it goes to the end of the list. */
export async function writeBuilding(
  db: Connection,
  before: BuildingRow | undefined,
  after: BuildingRow | undefined,
): Promise<void> {
  const edition = await editionInForce(db);
  const ofEdition = db.selectFrom("building").where("edition", "=", edition);
  let position: number | undefined;
  if (before) {
    const { street, type, house } = before;
    const same = { street, type, house };
    const at = await ofEdition
      .select("position")
      .where((it) => it.and(same))
      .executeTakeFirst();
    position = at?.position;
    await db
      .deleteFrom("building")
      .where("edition", "=", edition)
      .where((it) => it.and(same))
      .execute();
  }
  if (!after) return;
  if (position === undefined) {
    const last = await ofEdition.select(({ fn }) => fn.max("position").as("position")).executeTakeFirst();
    position = (last?.position ?? -1) + 1;
  }
  await insert(db, edition, [{ ...after, position }]);
}

/**
 * Writes a whole list beside the one in force and puts it into force in one step: all or nothing, though
 * no other writer waits for it. What an end in the middle leaves behind is no list of the city's and goes
 * with the next.
 *
 * @param settle what belongs into the one step; what it throws leaves the old list in force
 */
export async function exchangeBuildings(
  { read, write }: Pick<Database, "read" | "write">,
  rows: readonly BuildingRow[],
  progress: (done: number, of: number) => void,
  settle: (db: Connection) => Promise<void>,
): Promise<void> {
  const before = await editionInForce(read);
  await removeOthers({ read, write }, before);
  const edition = before + 1;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await write((db) => insert(db, edition, rows.slice(from, from + ROWS_AT_ONCE)));
    progress(Math.min(from + ROWS_AT_ONCE, rows.length), rows.length);
    await turn();
  }
  await write(async (db) => {
    const value = String(edition);
    await db
      .insertInto("setting")
      .values({ name: EDITION, value })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
      .execute();
    await settle(db);
  });
  // Nobody need wait for it: what an end leaves behind goes with the next list.
  void removeOthers({ read, write }, edition).catch(() => undefined);
}

async function removeOthers({ read, write }: Pick<Database, "read" | "write">, kept: number): Promise<void> {
  for (;;) {
    const rows = await read
      .selectFrom("building")
      .select(["edition", "position"])
      .where("edition", "!=", kept)
      .orderBy("edition")
      .orderBy("position")
      .limit(ROWS_AT_ONCE)
      .execute();
    const first = rows[0];
    const last = rows.findLast(({ edition }) => edition === first?.edition);
    if (!first || !last) return;
    await write((db) =>
      db
        .deleteFrom("building")
        .where("edition", "=", first.edition)
        .where("position", "<=", last.position)
        .execute(),
    );
    await turn();
  }
}
