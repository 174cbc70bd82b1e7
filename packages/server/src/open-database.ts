import { existsSync } from "node:fs";
import { BadSetting, type Config } from "./config.ts";
import { dataFolder } from "./data-folder.ts";
import {
  type Database,
  type InspectedDatabase,
  inspectPostgres,
  inspectSqlite,
  openPostgres,
  openSqlite,
  whyPostgresRefuses,
} from "./storage/index.ts";

/**
 * The town's database: Postgres where `DATABASE_URL` names one, else SQLite in the data folder.
 *
 * @throws BadSetting when there is no Postgres at that address, or it lets nobody of that name in
 */
export async function openDatabase(config: Pick<Config, "databaseUrl" | "dataFolder">): Promise<Database> {
  const { databaseUrl } = config;
  if (!databaseUrl) return openSqlite(dataFolder(config.dataFolder).database);
  return namingTheSetting(() => openPostgres(databaseUrl));
}

/**
 * The town's database, to be looked at: nothing in it is changed. Undefined when there is none yet.
 *
 * @throws BadSetting as above
 */
export async function inspectDatabase(
  config: Pick<Config, "databaseUrl" | "dataFolder">,
): Promise<InspectedDatabase | undefined> {
  const { databaseUrl } = config;
  if (!databaseUrl) {
    const file = dataFolder(config.dataFolder).database;
    return existsSync(file) ? inspectSqlite(file) : undefined;
  }
  return namingTheSetting(async () => {
    const database = inspectPostgres(databaseUrl);
    const { applied } = await database.schema();
    if (applied.length > 0) return database;
    await database.close();
    return undefined;
  });
}

/**
 * What connects to the town's Postgres.
 *
 * @throws BadSetting when there is none at that address, or it lets nobody of that name in
 */
export async function namingTheSetting<T>(connect: () => Promise<T>): Promise<T> {
  try {
    return await connect();
  } catch (error) {
    const why = whyPostgresRefuses(error);
    if (why) throw new BadSetting(`DATABASE_URL can't be used: ${why}`);
    throw error;
  }
}
