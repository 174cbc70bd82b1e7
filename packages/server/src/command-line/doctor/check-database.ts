import type { InspectedDatabase } from "../../storage/index.ts";
import { type Finding, note, ok, problem } from "./finding.ts";

/** Whether the database is sound and of this version. */
export async function checkSchema(database: InspectedDatabase): Promise<Finding[]> {
  const damage = await database.damage();
  if (damage) return [problem(`database: damaged (${damage}). Stop the server and restore a backup.`)];
  const { applied, missing, unknown } = await database.schema();
  if (unknown.length > 0) {
    return [problem(`schema: made by a newer version (${unknown.join(", ")}). Run that version.`)];
  }
  if (missing.length > 0) {
    return [ok("database: sound"), problem(`schema: not up to date (${missing.join(", ")}). Run migrate.`)];
  }
  return [ok("database: sound"), ok(`schema: up to date (${applied.at(-1)})`)];
}

/** Whether there is somebody to work and something to answer from; only of a schema that is up to date. */
export async function checkContents({ read }: InspectedDatabase): Promise<Finding[]> {
  const { admins } = await read
    .selectFrom("user")
    .select(({ fn }) => fn.countAll<number>().as("admins"))
    .where("role", "=", "admin")
    .where((where) => where.or([where("disabled", "is", null), where("disabled", "=", 0)]))
    .executeTakeFirstOrThrow();
  const { articles } = await read
    .selectFrom("article")
    .select(({ fn }) => fn.count<number>("published_version").as("articles"))
    .executeTakeFirstOrThrow();
  const { stuck } = await read
    .selectFrom("job")
    .select(({ fn }) => fn.countAll<number>().as("stuck"))
    .where("done_at", "is", null)
    .where("last_error", "is not", null)
    .executeTakeFirstOrThrow();
  return [
    admins > 0
      ? ok(`staff: ${admins} of them admins`)
      : note("staff: nobody is an admin. Add one with staff add."),
    articles > 0
      ? ok(`articles: ${articles} published`)
      : note("articles: none is published, so nothing is answered"),
    ...(stuck > 0 ? [note(`jobs: ${stuck} failed and will be tried again`)] : []),
  ];
}
