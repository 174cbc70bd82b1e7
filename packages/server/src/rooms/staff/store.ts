import { Refusal, type Role } from "@veche/protocol";
import type { Connection, Database, StaffInvitationTable } from "../../storage/index.ts";
import { leavesNoAdmin } from "./rules.ts";

const PERSON = ["id", "name", "email", "role", "department", "disabled", "twoFactorEnabled"] as const;

export type PersonRow = Awaited<ReturnType<StaffStore["member"]>> & {};

/** Staff as better-auth keeps them; it writes passwords, second factors and sessions by itself. */
export function createStaffStore(database: Database) {
  const people = () => database.read.selectFrom("user").select(PERSON);

  /** @throws Refusal `not_found`; `conflict` when nobody would be left to administer */
  async function change(
    db: Connection,
    id: string,
    values: { name?: string; role?: string; department?: string | null; disabled?: number },
    at: Date,
  ): Promise<void> {
    const all = await db.selectFrom("user").select(["id", "role", "disabled"]).execute();
    if (!all.some((it) => it.id === id)) throw new Refusal("not_found");
    const givesUp = values.disabled === 1 || (values.role !== undefined && values.role !== "admin");
    if (givesUp && leavesNoAdmin(all, id)) throw new Refusal("conflict", { reason: "staff.last_admin" });
    await db
      .updateTable("user")
      .set({ ...values, updatedAt: at.toISOString() })
      .where("id", "=", id)
      .execute();
  }

  return {
    members: () => people().orderBy("name").execute(),
    member: (id: string) => people().where("id", "=", id).executeTakeFirst(),
    byEmail: (email: string) => people().where("email", "=", email).executeTakeFirst(),
    change: (id: string, values: Parameters<typeof change>[2], at: Date) =>
      database.write((db) => change(db, id, values, at)),
    disable: (id: string, at: Date) =>
      database.write(async (db) => {
        await change(db, id, { disabled: 1 }, at);
        await db.deleteFrom("session").where("userId", "=", id).execute();
      }),
    endSessions: (userId: string) =>
      database.write((db) => db.deleteFrom("session").where("userId", "=", userId).execute()),
    endSession: (userId: string, id: string) =>
      database.write((db) =>
        db.deleteFrom("session").where("userId", "=", userId).where("id", "=", id).executeTakeFirst(),
      ),
    sessionsOf: (userId: string) =>
      database.read
        .selectFrom("session")
        .select(["id", "createdAt", "updatedAt", "expiresAt", "userAgent"])
        .where("userId", "=", userId)
        .orderBy("updatedAt", "desc")
        .execute(),
    /** Of everybody: how many sessions and passkeys, and when they were last here. */
    async traces() {
      const sessions = await database.read
        .selectFrom("session")
        .select(["userId", "updatedAt", "expiresAt"])
        .execute();
      const passkeys = await database.read.selectFrom("passkey").select("userId").execute();
      return { sessions, passkeys };
    },
    /** What opened it was more than a password. */
    markStrong: (id: string) =>
      database.write((db) => db.updateTable("session").set({ strong: 1 }).where("id", "=", id).execute()),
    passkeysOf: (userId: string) =>
      database.read
        .selectFrom("passkey")
        .select(["id", "name", "createdAt"])
        .where("userId", "=", userId)
        .orderBy("createdAt")
        .execute(),
    removePasskey: (userId: string, id: string) =>
      database.write((db) =>
        db.deleteFrom("passkey").where("userId", "=", userId).where("id", "=", id).executeTakeFirst(),
      ),
    /** Second factor and passkeys go, and with them every session. */
    resetFactors: (userId: string, at: Date) =>
      database.write(async (db) => {
        await db.deleteFrom("twoFactor").where("userId", "=", userId).execute();
        await db.deleteFrom("passkey").where("userId", "=", userId).execute();
        await db.deleteFrom("session").where("userId", "=", userId).execute();
        await db
          .updateTable("user")
          .set({ twoFactorEnabled: 0, updatedAt: at.toISOString() })
          .where("id", "=", userId)
          .execute();
      }),
    /** False when the code was used before. */
    spendCode: (code: { staff_id: string; code_hash: string; at: string }, forgetBefore: Date) =>
      database.write(async (db) => {
        await db.deleteFrom("staff_used_code").where("at", "<", forgetBefore.toISOString()).execute();
        const { numInsertedOrUpdatedRows } = await db
          .insertInto("staff_used_code")
          .values(code)
          .onConflict((conflict) => conflict.columns(["staff_id", "code_hash"]).doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }),
  };
}

export type StaffStore = ReturnType<typeof createStaffStore>;

const waiting = (db: Connection, now: Date) =>
  db
    .selectFrom("staff_invitation")
    .selectAll()
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now.toISOString());

/** Links that were handed out: only their hash is kept. */
export const invitationStore = {
  waiting: (db: Connection, now: Date) => waiting(db, now).orderBy("invited_at", "desc").execute(),
  joining: (db: Connection, role: Role, now: Date) =>
    waiting(db, now).where("kind", "=", "join").where("role", "=", role).orderBy("name").execute(),
  byHash: (db: Connection, hash: string, now: Date) =>
    waiting(db, now).where("token_hash", "=", hash).executeTakeFirst(),
  /** A newer link to the same person makes the earlier ones worthless. */
  async add(db: Connection, row: StaffInvitationTable): Promise<void> {
    await db
      .updateTable("staff_invitation")
      .set({ withdrawn_at: row.invited_at })
      .where("email", "=", row.email)
      .where("used_at", "is", null)
      .where("withdrawn_at", "is", null)
      .execute();
    await db.insertInto("staff_invitation").values(row).execute();
  },
  /** False when somebody was faster. */
  async use(db: Connection, id: string, now: Date): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable("staff_invitation")
      .set({ used_at: now.toISOString() })
      .where("id", "=", id)
      .where("used_at", "is", null)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },
  async withdraw(db: Connection, id: string, now: Date): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable("staff_invitation")
      .set({ withdrawn_at: now.toISOString() })
      .where("id", "=", id)
      .where("used_at", "is", null)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },
};
