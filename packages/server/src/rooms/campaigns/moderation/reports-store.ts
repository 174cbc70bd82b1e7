import type { Connection, Tables } from "../../../storage/index.ts";

export const addReport = (db: Connection, report: Tables["entry_report"]) =>
  db.insertInto("entry_report").values(report).execute();

/** What one network reported of one entry that day, looked into or not. */
export const reportOf = (db: Connection, entryId: string, network: string) =>
  db
    .selectFrom("entry_report")
    .select("id")
    .where("entry_id", "=", entryId)
    .where("network", "=", network)
    .executeTakeFirst();

/** How much one network has reported that day. */
export async function countReports(db: Connection, network: string): Promise<number> {
  const { reports } = await db
    .selectFrom("entry_report")
    .select((it) => it.fn.countAll<number>().as("reports"))
    .where("network", "=", network)
    .executeTakeFirstOrThrow();
  return Number(reports);
}

/** What nobody has looked into yet, the oldest first. */
export const openReports = (db: Connection, ids: readonly string[]) =>
  db
    .selectFrom("entry_report")
    .select(["entry_id", "reason", "words", "at"])
    .where("entry_id", "in", ids)
    .where("resolved_at", "is", null)
    .orderBy("at")
    .execute();

export const resolveReports = (
  db: Connection,
  ids: readonly string[],
  { at, by, words }: { readonly at: Date; readonly by: string; readonly words: string },
) =>
  db
    .updateTable("entry_report")
    .set({ resolved_at: at.toISOString(), resolved_by: by, resolution: words })
    .where("entry_id", "in", ids)
    .where("resolved_at", "is", null)
    .execute();

/** Those of each entry that were looked into last wait again. */
export async function reopenReports(db: Connection, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const last = await db
      .selectFrom("entry_report")
      .select((it) => it.fn.max("resolved_at").as("at"))
      .where("entry_id", "=", id)
      .executeTakeFirst();
    if (!last?.at) continue;
    await db
      .updateTable("entry_report")
      .set({ resolved_at: null, resolved_by: null, resolution: "" })
      .where("entry_id", "=", id)
      .where("resolved_at", "=", last.at)
      .execute();
  }
}

/** Once the work itself goes. */
export async function forgetReports(db: Connection, id: string): Promise<void> {
  await db.deleteFrom("entry_report").where("entry_id", "=", id).execute();
  await db.deleteFrom("entry_look").where("entry_id", "=", id).execute();
}
