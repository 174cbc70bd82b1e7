import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("user").addColumn("department", "text").execute();
  await db.schema.alterTable("user").addColumn("twoFactorEnabled", "integer").execute();
  await table(
    db,
    "twoFactor",
    {
      id: "text",
      secret: "text",
      backupCodes: "text",
      userId: "text",
      verified: "integer?",
      failedVerificationCount: "integer?",
      lockedUntil: "text?",
    },
    ["id"],
    [["userId"]],
  );
  await table(
    db,
    "passkey",
    {
      id: "text",
      name: "text?",
      publicKey: "text",
      userId: "text",
      credentialID: "text",
      counter: "integer",
      deviceType: "text",
      backedUp: "integer",
      transports: "text?",
      createdAt: "text?",
      aaguid: "text?",
    },
    ["id"],
    [["credentialID"]],
  );
  await index(db, "passkey", ["userId"]);
  await table(
    db,
    "staff_invitation",
    {
      id: "text",
      token_hash: "text",
      kind: "text",
      email: "text",
      name: "text",
      role: "text",
      department: "text?",
      staff_id: "text?",
      invited_by: "text",
      invited_by_name: "text",
      invited_at: "text",
      expires_at: "text",
      used_at: "text?",
      withdrawn_at: "text?",
    },
    ["id"],
    [["token_hash"]],
  );
  await table(db, "staff_used_code", { staff_id: "text", code_hash: "text", at: "text" }, [
    "staff_id",
    "code_hash",
  ]);
}
