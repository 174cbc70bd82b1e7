import {
  bumpRevision,
  type CityDayTable,
  type Connection,
  type Database,
  readAtOneRevision,
  revisionOf,
  type Tables,
} from "../../storage/index.ts";
import { readDays } from "./days/store.ts";
import { type BuildingRow, readBuildings, replaceBuildings, writeBuilding } from "./lists/building-store.ts";
import { CITY_SHEETS, type CitySheet, type CityTables, type RecordOf } from "./sheets.ts";

const REVISION = "city.revision";
const PROFILE = "city.profile";
/** SQLite takes 32,766 values in a statement; the widest table has eleven columns. */
const ROWS_AT_ONCE = 1000;

/** All of the city's tables, as they were at one revision. */
export async function readCity(
  database: Database,
): Promise<{ revision: string; tables: CityTables; days: CityDayTable[]; profile: unknown }> {
  const { revision, value } = await readAtOneRevision(database, REVISION, async () => ({
    tables: await readTables(database.read),
    days: await readDays(database.read),
    profile: await profileOf(database),
  }));
  return { revision, ...value };
}

export const cityRevision = (database: Pick<Database, "read">) => revisionOf(database, REVISION);

/** Tells every process that shares the database to read the city again. */
export const bumpCity = (connection: Connection) => bumpRevision(connection, REVISION);

export async function writeProfile(connection: Connection, profile: unknown): Promise<void> {
  const value = JSON.stringify(profile);
  await connection
    .insertInto("setting")
    .values({ name: PROFILE, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

async function profileOf({ read }: Database): Promise<unknown> {
  const row = await read.selectFrom("setting").select("value").where("name", "=", PROFILE).executeTakeFirst();
  return row && JSON.parse(row.value);
}

/** Told after every piece how many rows of how many are written. */
export type Progress = (done: number, of: number) => void;

/** Puts whole lists in the place of those that were there. */
export async function replaceTables(
  connection: Connection,
  tables: Partial<CityTables>,
  progress: Progress = () => undefined,
): Promise<void> {
  for (const sheet of CITY_SHEETS) {
    const records = tables[sheet];
    if (!records) continue;
    if (sheet === "buildings") {
      await replaceBuildings(connection, (records as CityTables["buildings"]).map(putBuilding), progress);
      continue;
    }
    const put = rows[sheet].put as (record: unknown, position: number) => Tables["hotline"];
    await replace(connection, TABLES[sheet], records.map(put), progress);
  }
}

/** Puts one record in the place of another; without `before` it goes to the end of its list. */
export async function writeRow<Name extends CitySheet>(
  connection: Connection,
  sheet: Name,
  before: RecordOf<Name> | undefined,
  after: RecordOf<Name> | undefined,
): Promise<void> {
  if (sheet === "buildings") {
    const put = (record: RecordOf<Name> | undefined) =>
      record && putBuilding(record as RecordOf<"buildings">, 0);
    return writeBuilding(connection, put(before), put(after));
  }
  const short: ShortSheet = sheet;
  const table = TABLES[short] as "hotline";
  const put = rows[short].put as (record: unknown, position: number) => Tables["hotline"];
  let position: number | undefined;
  if (before) {
    const lying = put(before, 0) as unknown as Record<string, string>;
    const matches = KEYS[short].map((column) => [column, lying[column] ?? ""] as const);
    const at = await matches
      .reduce(
        (query, [column, value]) => query.where(column as "slug", "=", value),
        connection.selectFrom(table).select("position"),
      )
      .executeTakeFirst();
    position = at?.position;
    await matches
      .reduce(
        (query, [column, value]) => query.where(column as "slug", "=", value),
        connection.deleteFrom(table),
      )
      .execute();
  }
  if (!after) return;
  if (position === undefined) {
    const last = await connection
      .selectFrom(table)
      .select(({ fn }) => fn.max("position").as("position"))
      .executeTakeFirst();
    position = (last?.position ?? -1) + 1;
  }
  await connection.insertInto(table).values(put(after, position)).execute();
}

/** All but the one list that may have a hundred thousand records. */
type ShortSheet = Exclude<CitySheet, "buildings">;

const TABLES = {
  hotlines: "hotline",
  organisations: "organisation",
  streets: "street",
  outages: "outage",
} as const;

const KEYS = {
  hotlines: ["slug"],
  organisations: ["slug"],
  streets: ["name", "type"],
  outages: ["id"],
} as const satisfies Record<ShortSheet, readonly string[]>;

async function readTables(read: Connection): Promise<CityTables> {
  const hotlines = await read.selectFrom("hotline").select(COLUMNS.hotline).orderBy("position").execute();
  const organisations = await read
    .selectFrom("organisation")
    .select(COLUMNS.organisation)
    .orderBy("position")
    .execute();
  const streets = await read.selectFrom("street").select(COLUMNS.street).orderBy("position").execute();
  const buildings = await readBuildings(read);
  const outages = await read.selectFrom("outage").select(COLUMNS.outage).orderBy("position").execute();
  return {
    hotlines: hotlines.map(rows.hotlines.take),
    organisations: organisations.map(rows.organisations.take),
    streets: streets.map(rows.streets.take),
    buildings: buildings.map(takeBuilding),
    outages: outages.map(rows.outages.take),
  };
}

async function replace(
  connection: Connection,
  table: (typeof TABLES)[ShortSheet],
  values: readonly unknown[],
  progress: Progress,
): Promise<void> {
  await connection.deleteFrom(table as "hotline").execute();
  for (let from = 0; from < values.length; from += ROWS_AT_ONCE) {
    await connection
      .insertInto(table as "hotline")
      .values(values.slice(from, from + ROWS_AT_ONCE) as never)
      .execute();
    progress(Math.min(from + ROWS_AT_ONCE, values.length), values.length);
    // Reads and sockets go on in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Everything but a row's place in its list. */
const COLUMNS = {
  hotline: ["slug", "name", "name_en", "phones", "extension", "email", "address", "hours", "topics", "about"],
  organisation: ["slug", "name", "phones", "emergency_phone", "address", "email", "hours", "site"],
  street: ["name", "type", "district", "former_names", "common_names"],
  outage: [
    "id",
    "resource",
    "kind",
    "starts_at",
    "ends_at",
    "affected",
    "reason",
    "responsible",
    "note",
    "cancelled_at",
  ],
} as const;

const words = (json: string): string[] => JSON.parse(json);

export function putBuilding(
  { heatSupplier, waterSupplier, ...same }: RecordOf<"buildings">,
  position: number,
): BuildingRow {
  return { ...same, heat_supplier: heatSupplier, water_supplier: waterSupplier, position };
}

function takeBuilding({
  heat_supplier,
  water_supplier,
  position: _position,
  ...same
}: BuildingRow): RecordOf<"buildings"> {
  return { ...same, heatSupplier: heat_supplier, waterSupplier: water_supplier };
}

interface TableOf {
  hotlines: Tables["hotline"];
  organisations: Tables["organisation"];
  streets: Tables["street"];
  outages: Tables["outage"];
}

/** How a record lies in its table, and comes back. */
const rows: {
  readonly [Name in ShortSheet]: {
    put(record: RecordOf<Name>, position: number): TableOf[Name];
    take(row: Omit<TableOf[Name], "position">): RecordOf<Name>;
  };
} = {
  hotlines: {
    put: ({ nameEn, phones, topics, ...same }, position) => ({
      ...same,
      name_en: nameEn,
      phones: JSON.stringify(phones),
      topics: JSON.stringify(topics),
      position,
    }),
    take: ({ name_en, phones, topics, ...same }) => ({
      ...same,
      nameEn: name_en,
      phones: words(phones),
      topics: words(topics),
    }),
  },
  organisations: {
    put: ({ phones, emergencyPhone, ...same }, position) => ({
      ...same,
      phones: JSON.stringify(phones),
      emergency_phone: emergencyPhone,
      position,
    }),
    take: ({ phones, emergency_phone, ...same }) => ({
      ...same,
      phones: words(phones),
      emergencyPhone: emergency_phone,
    }),
  },
  streets: {
    put: ({ formerNames, commonNames, ...same }, position) => ({
      ...same,
      former_names: JSON.stringify(formerNames),
      common_names: JSON.stringify(commonNames),
      position,
    }),
    take: ({ former_names, common_names, ...same }) => ({
      ...same,
      formerNames: words(former_names),
      commonNames: words(common_names),
    }),
  },
  outages: {
    put: ({ startsAt, endsAt, cancelledAt, ...same }, position) => ({
      ...same,
      starts_at: startsAt,
      ends_at: endsAt,
      cancelled_at: cancelledAt ?? null,
      position,
    }),
    take: ({ starts_at, ends_at, cancelled_at, resource, kind, ...same }) => ({
      ...same,
      // Written by the import alone, which accepts nothing else.
      resource: resource as RecordOf<"outages">["resource"],
      kind: kind as RecordOf<"outages">["kind"],
      startsAt: starts_at,
      endsAt: ends_at,
      ...(cancelled_at !== null && { cancelledAt: cancelled_at }),
    }),
  },
};
