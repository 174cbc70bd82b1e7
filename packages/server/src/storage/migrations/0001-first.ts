import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "conversation",
    {
      id: "text",
      token_hash: "text",
      channel: "text",
      locale: "text",
      page: "text?",
      state: "text",
      department: "text?",
      operator_id: "text?",
      operator_name: "text?",
      queued_at: "text?",
      claimed_at: "text?",
      last_seq: "integer",
      preview: "text",
      score: "integer?",
      score_comment: "text?",
      created_at: "text",
      updated_at: "text",
      closed_at: "text?",
      close_reason: "text?",
    },
    ["id"],
    [["token_hash"]],
  );
  await index(db, "conversation", ["state", "queued_at"]);
  await index(db, "conversation", ["created_at"]);
  await table(
    db,
    "message",
    {
      id: "text",
      conversation_id: "text",
      seq: "integer",
      author_kind: "text",
      author_id: "text?",
      author_name: "text?",
      text: "text",
      sources: "text",
      replies: "text",
      client_id: "text?",
      created_at: "text",
      awaits_answer: "integer",
      origin: "text?",
      helpful: "integer?",
    },
    ["id"],
    [
      ["conversation_id", "seq"],
      ["conversation_id", "client_id"],
    ],
  );
  await index(db, "message", ["created_at"]);
  await db.schema
    .createIndex("message_awaiting")
    .on("message")
    .column("conversation_id")
    .where("awaits_answer" as never, "=", 1 as never)
    .execute();
  await table(
    db,
    "conversation_move",
    { id: "text", conversation_id: "text", at: "text", by: "text", move: "text", detail: "text?" },
    ["id"],
  );
  await index(db, "conversation_move", ["conversation_id", "at"]);

  await table(
    db,
    "article",
    {
      slug: "text",
      locale: "text",
      version: "integer",
      published_version: "integer?",
      changed_at: "text",
      changed_by: "text",
      position: "integer",
    },
    ["slug", "locale"],
  );
  await table(
    db,
    "article_version",
    {
      slug: "text",
      locale: "text",
      version: "integer",
      topic: "text",
      question: "text",
      alternatives: "text",
      answer: "text",
      department: "text?",
      source_title: "text",
      source_url: "text",
      updated: "text",
      expires: "text",
      saved_at: "text",
      saved_by: "text",
      published_at: "text?",
      published_by: "text?",
    },
    ["slug", "locale", "version"],
  );

  await table(
    db,
    "hotline",
    {
      slug: "text",
      name: "text",
      name_en: "text",
      phones: "text",
      extension: "text",
      email: "text",
      address: "text",
      hours: "text",
      topics: "text",
      about: "text",
      position: "integer",
    },
    ["slug"],
  );
  await table(
    db,
    "organisation",
    {
      slug: "text",
      name: "text",
      phones: "text",
      emergency_phone: "text",
      address: "text",
      email: "text",
      hours: "text",
      site: "text",
      position: "integer",
    },
    ["slug"],
  );
  await table(
    db,
    "street",
    {
      name: "text",
      type: "text",
      district: "text",
      former_names: "text",
      common_names: "text",
      position: "integer",
    },
    ["name", "type"],
  );
  await table(
    db,
    "building",
    {
      street: "text",
      type: "text",
      house: "text",
      district: "text",
      organisation: "text",
      heat_supplier: "text",
      water_supplier: "text",
      position: "integer",
    },
    ["street", "type", "house"],
  );
  await table(
    db,
    "outage",
    {
      id: "text",
      resource: "text",
      kind: "text",
      starts_at: "text",
      ends_at: "text",
      affected: "text",
      reason: "text",
      responsible: "text",
      note: "text",
      position: "integer",
    },
    ["id"],
  );
  await index(db, "outage", ["ends_at"]);

  await table(
    db,
    "campaign",
    {
      slug: "text",
      kind: "text",
      state: "text",
      data: "text",
      last_number: "integer",
      created_at: "text",
      updated_at: "text",
    },
    ["slug"],
  );
  await table(
    db,
    "entry",
    {
      id: "text",
      campaign: "text",
      number: "integer",
      state: "text",
      reason: "text?",
      nomination: "text",
      age_group: "text",
      title: "text",
      author_first_name: "text",
      author_last_name: "text",
      author_age: "integer?",
      settlement: "text",
      institution: "text",
      teacher: "text",
      helped_by: "text",
      guardian_name: "text",
      guardian_contact: "text",
      token_hash: "text",
      idempotency_key: "text?",
      content_digest: "text",
      author_key: "text",
      publishing: "integer",
      image: "text?",
      perceptual_hash: "text?",
      created_at: "text",
      decided_at: "text?",
      decided_by: "text?",
      withdrawn_at: "text?",
    },
    ["id"],
    [
      ["campaign", "number"],
      ["campaign", "idempotency_key"],
    ],
  );
  await index(db, "entry", ["campaign", "state", "number"]);
  await index(db, "entry", ["campaign", "author_key"]);
  await table(db, "entry_file", { key: "text", entry_id: "text", role: "text", type: "text" }, ["key"]);
  await index(db, "entry_file", ["entry_id"]);
  await table(
    db,
    "consent",
    {
      id: "text",
      entry_id: "text",
      purpose: "text",
      version: "text",
      text_digest: "text",
      given_at: "text",
      withdrawn_at: "text?",
    },
    ["id"],
    [["entry_id", "purpose"]],
  );
  await table(
    db,
    "score",
    { entry_id: "text", juror_id: "text", criterion: "text", points: "integer", at: "text" },
    ["entry_id", "juror_id", "criterion"],
  );
  await table(db, "score_comment", { entry_id: "text", juror_id: "text", comment: "text" }, [
    "entry_id",
    "juror_id",
  ]);
  await table(
    db,
    "result",
    { campaign: "text", entry_id: "text", place: "integer?", title: "text", position: "integer" },
    ["campaign", "position"],
  );
  await table(db, "announcement", { campaign: "text", at: "text", published_at: "text?", by: "text" }, [
    "campaign",
  ]);
  await table(
    db,
    "job",
    {
      id: "text",
      kind: "text",
      payload: "text",
      run_at: "text",
      attempts: "integer",
      last_error: "text?",
      done_at: "text?",
    },
    ["id"],
  );
  await index(db, "job", ["done_at", "run_at"]);
  await table(
    db,
    "audit",
    { id: "text", at: "text", staff_id: "text", action: "text", subject: "text", detail: "text?" },
    ["id"],
  );
  await table(db, "setting", { name: "text", value: "text" }, ["name"]);

  await table(
    db,
    "user",
    {
      id: "text",
      name: "text",
      email: "text",
      emailVerified: "integer",
      image: "text?",
      createdAt: "text",
      updatedAt: "text",
      role: "text",
      disabled: "integer?",
    },
    ["id"],
    [["email"]],
  );
  await table(
    db,
    "session",
    {
      id: "text",
      userId: "text",
      token: "text",
      expiresAt: "text",
      ipAddress: "text?",
      userAgent: "text?",
      createdAt: "text",
      updatedAt: "text",
    },
    ["id"],
    [["token"]],
  );
  await index(db, "session", ["userId"]);
  await table(
    db,
    "account",
    {
      id: "text",
      accountId: "text",
      providerId: "text",
      userId: "text",
      accessToken: "text?",
      refreshToken: "text?",
      idToken: "text?",
      accessTokenExpiresAt: "text?",
      refreshTokenExpiresAt: "text?",
      scope: "text?",
      password: "text?",
      createdAt: "text",
      updatedAt: "text",
    },
    ["id"],
  );
  await index(db, "account", ["userId"]);
  await table(
    db,
    "verification",
    {
      id: "text",
      identifier: "text",
      value: "text",
      expiresAt: "text",
      createdAt: "text?",
      updatedAt: "text?",
    },
    ["id"],
  );
}
