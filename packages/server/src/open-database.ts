import { BadSetting, type Config } from "./config.ts";
import { dataFolder } from "./data-folder.ts";
import { type Database, openPostgres, openSqlite, whyPostgresRefuses } from "./storage/index.ts";

/**
 * The town's database: Postgres where `DATABASE_URL` names one, else SQLite in the data folder.
 *
 * @throws BadSetting when there is no Postgres at that address, or it lets nobody of that name in
 */
export async function openDatabase(config: Pick<Config, "databaseUrl" | "dataFolder">): Promise<Database> {
  if (!config.databaseUrl) return openSqlite(dataFolder(config.dataFolder).database);
  try {
    return await openPostgres(config.databaseUrl);
  } catch (error) {
    const why = whyPostgresRefuses(error);
    if (why) throw new BadSetting(`DATABASE_URL can't be used: ${why}`);
    throw error;
  }
}
