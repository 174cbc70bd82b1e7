import type { Connection, Database } from "./index.ts";

/**
 * Counts the changes of something that processes keep in memory, under a name such as
 * `city.revision`: who sees another number than they read at, reads again.
 */
export async function revisionOf({ read }: Pick<Database, "read">, name: string): Promise<string> {
  const row = await read.selectFrom("setting").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value ?? "0";
}

/** To be called in the unit that changes it. */
export async function bumpRevision(connection: Connection, name: string): Promise<void> {
  const row = await connection
    .selectFrom("setting")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirst();
  const value = String(Number(row?.value ?? 0) + 1);
  await connection
    .insertInto("setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

/** Reads until nothing was changed in between, so that what was read is of one revision. */
export async function readAtOneRevision<T>(
  database: Database,
  name: string,
  read: () => Promise<T>,
): Promise<{ revision: string; value: T }> {
  for (;;) {
    const revision = await revisionOf(database, name);
    const value = await read();
    if ((await revisionOf(database, name)) === revision) return { revision, value };
  }
}
