import type { Connection, Database, OperatorTable } from "../../../storage/index.ts";

export type OperatorRow = OperatorTable;

/** Who serves residents, and what they bring. */
export function createDeskStore({ read }: Pick<Database, "read">) {
  return {
    operators: () => read.selectFrom("operator").selectAll().orderBy("name").execute(),

    /** Who works for one department, by their own record. */
    homes: () =>
      read
        .selectFrom("user")
        .select(["id", "department"])
        .where("department", "is not", null)
        .where("role", "in", ["operator", "admin"])
        .execute(),

    /** Members of staff who may serve residents. */
    member: (id: string) =>
      read
        .selectFrom("user")
        .select(["id", "name"])
        .where("id", "=", id)
        .where("role", "in", ["operator", "admin"])
        .executeTakeFirst(),

    save: (db: Connection, row: OperatorRow) =>
      db
        .insertInto("operator")
        .values(row)
        .onConflict((conflict) => {
          const { staff_id: _same, ...changed } = row;
          return conflict.column("staff_id").doUpdateSet(changed);
        })
        .execute(),

    seen: (db: Connection, ids: readonly string[], at: string) =>
      db.updateTable("operator").set({ seen_at: at }).where("staff_id", "in", ids).execute(),
  };
}
