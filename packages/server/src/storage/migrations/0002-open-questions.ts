import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("article")
    .addColumn("test_questions", "text", (column) => column.notNull().defaultTo("[]"))
    .execute();
  await table(
    db,
    "open_question",
    {
      id: "text",
      question: "text",
      wording: "text",
      locale: "text",
      origin: "text",
      suggested: "text",
      article: "text",
      offered: "text",
      confidence_percent: "integer?",
      times: "integer",
      first_at: "text",
      last_at: "text",
      state: "text",
      decided_at: "text?",
      decided_by: "text?",
    },
    ["id"],
    [["locale", "wording", "suggested"]],
  );
  await index(db, "open_question", ["state", "times", "last_at", "id"]);
}
