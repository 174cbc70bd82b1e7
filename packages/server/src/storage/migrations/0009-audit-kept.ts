import { type Kysely, PostgresAdapter, sql } from "kysely";
import { index } from "./table.ts";

/** The log is written, searched and taken out; the database itself refuses anything else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await index(db, "audit", ["at", "id"]);
  await index(db, "audit", ["staff_id", "at"]);
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`
      create function audit_is_kept() returns trigger language plpgsql as
      $$ begin raise exception 'the audit log is kept as it was written'; end $$
    `.execute(db);
    await sql`
      create trigger audit_is_kept before update or delete or truncate on audit
      for each statement execute function audit_is_kept()
    `.execute(db);
    return;
  }
  for (const act of ["update", "delete"]) {
    await sql`
      create trigger ${sql.ref(`audit_kept_from_${act}`)} before ${sql.raw(act)} on audit
      begin select raise(abort, 'the audit log is kept as it was written'); end
    `.execute(db);
  }
}
