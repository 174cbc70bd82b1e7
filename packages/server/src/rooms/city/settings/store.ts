import type { Connection, SettingChangeTable } from "../../../storage/index.ts";

export const addSettingChange = (db: Connection, change: SettingChangeTable) =>
  db.insertInto("setting_change").values(change).execute();

/** Of every setting, its latest change. */
export async function lastSettingChanges(db: Connection): Promise<SettingChangeTable[]> {
  const all = await db.selectFrom("setting_change").selectAll().orderBy("at").orderBy("id").execute();
  return [...new Map(all.map((change) => [change.name, change])).values()];
}
