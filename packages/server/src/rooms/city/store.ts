import type { Connection, Database, Tables } from "../../storage/index.ts";
import type { Selectable } from "kysely";
import type { CitySheet, CityTables, RecordOf } from "./sheets.ts";

const REVISION = "city.revision";
const PROFILE = "city.profile";
/** SQLite takes 32,766 values in a statement; the widest table has eleven columns. */
const ROWS_AT_ONCE = 1000;

/** All of the city's tables, as they were at one revision. */
export async function readCity(
  database: Database,
): Promise<{ revision: string; tables: CityTables; profile: unknown }> {
  for (;;) {
    const revision = await revisionOf(database);
    const [tables, profile] = [await readTables(database.read), await settingOf(database, PROFILE)];
    // Another process may have imported in between: then what was read is of two revisions.
    if ((await revisionOf(database)) === revision) {
      return { revision, tables, profile: profile === undefined ? undefined : JSON.parse(profile) };
    }
  }
}

export async function revisionOf(database: Database): Promise<string> {
  return (await settingOf(database, REVISION)) ?? "0";
}

/** Tells every process that shares the database to read the city again. */
export async function bumpRevision(connection: Connection): Promise<void> {
  const row = await connection
    .selectFrom("setting")
    .select("value")
    .where("name", "=", REVISION)
    .executeTakeFirst();
  await putSetting(connection, REVISION, String(Number(row?.value ?? 0) + 1));
}

export async function writeProfile(connection: Connection, profile: unknown): Promise<void> {
  await putSetting(connection, PROFILE, JSON.stringify(profile));
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

async function settingOf({ read }: Database, name: string): Promise<string | undefined> {
  return (await read.selectFrom("setting").select("value").where("name", "=", name).executeTakeFirst())
    ?.value;
}

async function putSetting(connection: Connection, name: string, value: string): Promise<void> {
  await connection
    .insertInto("setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

async function readTables(read: Connection): Promise<CityTables> {
  const all = <Name extends "hotline" | "organisation" | "street" | "building" | "outage">(table: Name) =>
    read
      .selectFrom(table as "hotline")
      .selectAll()
      .orderBy("position")
      .execute() as unknown as Promise<Selectable<Tables[Name]>[]>;
  return {
    hotlines: (await all("hotline")).map(rows.hotlines.take),
    organisations: (await all("organisation")).map(rows.organisations.take),
    streets: (await all("street")).map(rows.streets.take),
    buildings: (await all("building")).map(rows.buildings.take),
    outages: (await all("outage")).map(rows.outages.take),
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
    take(row: TableOf[Name]): RecordOf<Name>;
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
    take: ({ name_en, phones, topics, position: _, ...same }) => ({
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
    take: ({ phones, emergency_phone, position: _, ...same }) => ({
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
    take: ({ former_names, common_names, position: _, ...same }) => ({
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
    take: ({ heat_supplier, water_supplier, position: _, ...same }) => ({
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
    take: ({ starts_at, ends_at, position: _, resource, kind, ...same }) => ({
      ...same,
      // Written by the import alone, which accepts nothing else.
      resource: resource as RecordOf<"outages">["resource"],
      kind: kind as RecordOf<"outages">["kind"],
      startsAt: starts_at,
      endsAt: ends_at,
    }),
  },
};
