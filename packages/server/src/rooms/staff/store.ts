import type { Database } from "../../storage/index.ts";

/** Staff as better-auth keeps them; it writes passwords and sessions by itself. */
export function createStaffStore(database: Database) {
  return {
    members: () =>
      database.read
        .selectFrom("user")
        .select(["id", "name", "email", "role", "disabled"])
        .orderBy("name")
        .execute(),
    member: (id: string) =>
      database.read
        .selectFrom("user")
        .select(["id", "name", "email", "role", "disabled"])
        .where("id", "=", id)
        .executeTakeFirst(),
    byEmail: (email: string) =>
      database.read
        .selectFrom("user")
        .select(["id", "name", "email", "role", "disabled"])
        .where("email", "=", email)
        .executeTakeFirst(),
    disable: (id: string, at: Date) =>
      database.write(async (db) => {
        await db
          .updateTable("user")
          .set({ disabled: 1, updatedAt: at.toISOString() })
          .where("id", "=", id)
          .execute();
        await db.deleteFrom("session").where("userId", "=", id).execute();
      }),
    endSessions: (userId: string) =>
      database.write((db) => db.deleteFrom("session").where("userId", "=", userId).execute()),
  };
}
