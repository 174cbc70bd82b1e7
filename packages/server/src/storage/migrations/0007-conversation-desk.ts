import { type Kysely, sql } from "kysely";
import { index, table, textColumn } from "./table.ts";

const CONVERSATION_TEXTS = [
  "standing",
  "hold_until",
  "skill",
  "entered_at",
  "call_back_contact",
  "call_back_why",
  "call_back_from",
  "last_operator_id",
  "account",
  "erased_at",
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of CONVERSATION_TEXTS) {
    await db.schema.alterTable("conversation").addColumn(column, textColumn(db)).execute();
  }
  for (const column of ["priority", "indexed_seq"]) {
    await db.schema
      .alterTable("conversation")
      .addColumn(column, "integer", (it) => it.notNull().defaultTo(0))
      .execute();
  }
  await db.schema.alterTable("conversation").addColumn("entered_place", "integer").execute();
  await index(db, "conversation", ["operator_id", "state"]);
  await index(db, "conversation", ["updated_at", "id"]);
  await index(db, "conversation", ["account"]);
  await db.schema
    .createIndex("conversation_unindexed")
    .on("conversation")
    .column("id")
    .where(sql<boolean>`indexed_seq < last_seq`)
    .execute();
  for (const column of ["to_state", "owner", "department", "why"]) {
    await db.schema.alterTable("conversation_move").addColumn(column, textColumn(db)).execute();
  }

  await db.schema.alterTable("open_question").addColumn("answer", textColumn(db)).execute();

  await table(
    db,
    "operator",
    {
      staff_id: "text",
      name: "text",
      departments: "text",
      skills: "text",
      most_open: "integer?",
      supervises: "integer",
      presence: "text",
      presence_at: "text",
      seen_at: "text",
    },
    ["staff_id"],
  );
  await table(
    db,
    "conversation_wait",
    { id: "text", department: "text", place: "integer", seconds: "integer", at: "text" },
    ["id"],
  );
  await index(db, "conversation_wait", ["department", "at"]);
  await table(
    db,
    "note",
    {
      id: "text",
      conversation_id: "text",
      after_seq: "integer",
      author_id: "text",
      author_name: "text",
      text: "text",
      mentions: "text",
      client_id: "text",
      created_at: "text",
    },
    ["id"],
    [["conversation_id", "client_id"]],
  );
  await table(db, "mention", { note_id: "text", staff_id: "text", at: "text", seen_at: "text?" }, [
    "note_id",
    "staff_id",
  ]);
  await index(db, "mention", ["staff_id", "seen_at"]);
  await table(
    db,
    "canned_text",
    {
      id: "text",
      title: "text",
      text: "text",
      locale: "text",
      department: "text?",
      changed_at: "text",
      changed_by: "text",
    },
    ["id"],
  );
  await table(
    db,
    "conversation_view",
    { id: "text", owner_id: "text", name: "text", filter: "text", shared: "integer", changed_at: "text" },
    ["id"],
  );
  await table(
    db,
    "restriction",
    {
      id: "text",
      conversation_id: "text",
      kind: "text",
      every_seconds: "integer?",
      reason: "text",
      by_id: "text",
      by_name: "text",
      at: "text",
      until: "text",
      lifted_at: "text?",
      lifted_by: "text?",
    },
    ["id"],
  );
  await index(db, "restriction", ["until"]);
  await index(db, "restriction", ["conversation_id"]);
  await table(db, "conversation_stem", { stem: "text", conversation_id: "text" }, [
    "stem",
    "conversation_id",
  ]);
  await index(db, "conversation_stem", ["conversation_id"]);
  await table(
    db,
    "erasure",
    {
      id: "text",
      conversation_id: "text",
      mode: "text",
      at: "text",
      by: "text",
      why: "text",
      messages: "integer",
      notes: "integer",
      digest: "text",
    },
    ["id"],
  );
}
