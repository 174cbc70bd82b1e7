import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "./migrations/index.ts";
import type { Tables } from "./tables.ts";

/**
 * Brings the schema up to date.
 *
 * @throws Error when a step fails, or when a newer server has already changed the schema
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find((step) => step.status === "Error")?.migrationName;
  throw new Error(
    failed
      ? `The database schema could not be brought up to date (step ${failed}).`
      : "The database was made by a newer Veche, or its schema history is damaged. Run that version, or restore a backup.",
    { cause: error },
  );
}
