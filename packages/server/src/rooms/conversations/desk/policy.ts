import { type ConversationPolicy, conversationPolicy } from "@veche/protocol";
import type { Connection, Database } from "../../../storage/index.ts";

const SETTING = "conversations.policy";

/** Until an administrator sets it otherwise. */
export const USUAL_POLICY: ConversationPolicy = {
  reopenHours: 24,
  absentSeconds: 120,
  fallBackMinutes: 10,
  retentionDays: 3 * 365,
};

/** How residents are served, kept in memory and read again when another process may have changed it. */
export function createPolicy({ read }: Pick<Database, "read">) {
  let policy = USUAL_POLICY;
  return {
    now: () => policy,
    async load(): Promise<void> {
      const row = await read
        .selectFrom("setting")
        .select("value")
        .where("name", "=", SETTING)
        .executeTakeFirst();
      policy = row ? conversationPolicy.parse(JSON.parse(row.value)) : USUAL_POLICY;
    },
    async save(db: Connection, next: ConversationPolicy): Promise<void> {
      const value = JSON.stringify(next);
      await db
        .insertInto("setting")
        .values({ name: SETTING, value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
    },
  };
}
