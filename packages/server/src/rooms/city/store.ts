import {
  bumpRevision,
  type Connection,
  type Database,
  readAtOneRevision,
  revisionOf,
  type Tables,
} from "../../storage/index.ts";
import type { CitySheet, CityTables, RecordOf } from "./sheets.ts";

const REVISION = "city.revision";
const PROFILE = "city.profile";
/** SQLite takes 32,766 values in a statement; the widest table has eleven columns. */
const ROWS_AT_ONCE = 1000;

/** All of the city's tables, as they were at one revision. */
export async function readCity(
  database: Database,
): Promise<{ revision: string; tables: CityTables; profile: unknown }> {
  const { revision, value } = await readAtOneRevision(database, REVISION, async () => ({
    tables: await readTables(database.read),
    profile: await profileOf(database),
  }));
  return { revision, ...value };
}

export const cityRevision = (database: Database) => revisionOf(database, REVISION);

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

/** Puts whole lists in the place of those that were there. */
export async function replaceTables(connection: Connection, tables: Partial<CityTables>): Promise<void> {
  if (tables.hotlines) await replace(connection, "hotline", tables.hotlines.map(rows.hotlines.put));
  if (tables.organisations)
    await replace(connection, "organisation", tables.organisations.map(rows.organisations.put));
  if (tables.streets) await replace(connection, "street", tables.streets.map(rows.streets.put));
  if (tables.buildings) await replace(connection, "building", tables.buildings.map(rows.buildings.put));
  if (tables.outages) await replace(connection, "outage", tables.outages.map(rows.outages.put));
}

async function readTables(read: Connection): Promise<CityTables> {
  const hotlines = await read.selectFrom("hotline").select(COLUMNS.hotline).orderBy("position").execute();
  const organisations = await read
    .selectFrom("organisation")
    .select(COLUMNS.organisation)
    .orderBy("position")
    .execute();
  const streets = await read.selectFrom("street").select(COLUMNS.street).orderBy("position").execute();
  const buildings = await read.selectFrom("building").select(COLUMNS.building).orderBy("position").execute();
  const outages = await read.selectFrom("outage").select(COLUMNS.outage).orderBy("position").execute();
  return {
    hotlines: hotlines.map(rows.hotlines.take),
    organisations: organisations.map(rows.organisations.take),
    streets: streets.map(rows.streets.take),
    buildings: buildings.map(rows.buildings.take),
    outages: outages.map(rows.outages.take),
  };
}

async function replace<Name extends "hotline" | "organisation" | "street" | "building" | "outage">(
  connection: Connection,
  table: Name,
  values: readonly Tables[Name][],
): Promise<void> {
  await connection.deleteFrom(table as "hotline").execute();
  for (let from = 0; from < values.length; from += ROWS_AT_ONCE) {
    await connection
      .insertInto(table as "hotline")
      .values(values.slice(from, from + ROWS_AT_ONCE) as never)
      .execute();
  }
}

/** Everything but a row's place in its list. */
const COLUMNS = {
  hotline: ["slug", "name", "name_en", "phones", "extension", "email", "address", "hours", "topics", "about"],
  organisation: ["slug", "name", "phones", "emergency_phone", "address", "email", "hours", "site"],
  street: ["name", "type", "district", "former_names", "common_names"],
  building: ["street", "type", "house", "district", "organisation", "heat_supplier", "water_supplier"],
  outage: ["id", "resource", "kind", "starts_at", "ends_at", "affected", "reason", "responsible", "note"],
} as const;

const words = (json: string): string[] => JSON.parse(json);

interface TableOf {
  hotlines: Tables["hotline"];
  organisations: Tables["organisation"];
  streets: Tables["street"];
  buildings: Tables["building"];
  outages: Tables["outage"];
}

/** How a record lies in its table, and comes back. */
const rows: {
  readonly [Name in CitySheet]: {
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
  buildings: {
    put: ({ heatSupplier, waterSupplier, ...same }, position) => ({
      ...same,
      heat_supplier: heatSupplier,
      water_supplier: waterSupplier,
      position,
    }),
    take: ({ heat_supplier, water_supplier, ...same }) => ({
      ...same,
      heatSupplier: heat_supplier,
      waterSupplier: water_supplier,
    }),
  },
  outages: {
    put: ({ startsAt, endsAt, ...same }, position) => ({
      ...same,
      starts_at: startsAt,
      ends_at: endsAt,
      position,
    }),
    take: ({ starts_at, ends_at, resource, kind, ...same }) => ({
      ...same,
      // Written by the import alone, which accepts nothing else.
      resource: resource as RecordOf<"outages">["resource"],
      kind: kind as RecordOf<"outages">["kind"],
      startsAt: starts_at,
      endsAt: ends_at,
    }),
  },
};
