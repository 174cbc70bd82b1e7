import type { Kysely } from "kysely";

/** Works that a teacher brings wait for a parent's consent; young people of 14 to 17 agree beside a parent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ["class_name", "teacher_contact"])
    await db.schema
      .alterTable("entry")
      .addColumn(column, "text", (it) => it.notNull().defaultTo(""))
      .execute();
  await db.schema
    .alterTable("entry")
    .addColumn("consent_due", "integer", (it) => it.notNull().defaultTo(0))
    .execute();
  for (const column of ["author_agreed_at", "noted_by"])
    await db.schema.alterTable("consent").addColumn(column, "text").execute();
}
