import type { CityDayTable, Connection } from "../../../storage/index.ts";

/** Every day that somebody wrote, in the order of the calendar. */
export const readDays = (db: Connection): Promise<CityDayTable[]> =>
  db.selectFrom("city_day").selectAll().orderBy("date").orderBy("department").execute();

/** Puts a day in the place of the one that was written for the same department. */
export async function putDay(db: Connection, { date, department, ...said }: CityDayTable): Promise<void> {
  await db
    .insertInto("city_day")
    .values({ date, department, ...said })
    .onConflict((conflict) => conflict.columns(["date", "department"]).doUpdateSet(said))
    .execute();
}

/** @returns whether there was such a day */
export async function removeDay(db: Connection, date: string, department: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("city_day")
    .where("date", "=", date)
    .where("department", "=", department)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
