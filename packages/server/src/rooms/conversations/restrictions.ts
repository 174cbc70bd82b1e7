import {
  type HandlersOf,
  type Operations,
  Refusal,
  type Restriction,
  type RestrictionKind,
} from "@veche/protocol";
import { type Connection, prepared, type RestrictionTable } from "../../storage/index.ts";
import type { ConversationPorts } from "./ports.ts";
import { recordAct } from "./records.ts";
import type { ConversationRow, ConversationStore } from "./store.ts";

const holding = (db: Connection, at: string) =>
  db.selectFrom("restriction").selectAll().where("lifted_at", "is", null).where("until", ">", at);

/** Asked at every message. */
const ofOneConversation = prepared((db, { id, at }: { id: string; at: string }) =>
  holding(db, at).where("conversation_id", "=", id),
);

const viewOf = (row: RestrictionTable): Restriction => ({
  id: row.id,
  conversationId: row.conversation_id,
  kind: row.kind as RestrictionKind,
  ...(row.every_seconds === null ? {} : { everySeconds: row.every_seconds }),
  reason: row.reason,
  by: row.by_name,
  at: row.at,
  until: row.until,
  ...(row.lifted_at ? { liftedAt: row.lifted_at, liftedBy: row.lifted_by ?? "" } : {}),
});

type RestrictionOperations = Pick<
  HandlersOf<Operations["conversations"]>,
  "restrict" | "lift" | "restrictions"
>;

/**
 * What a resident may not do for a time: `mute` is silence in one conversation, `limit` one message in
 * so many seconds, `block` silence in every conversation of the account. Each has a term and a reason,
 * and can be undone.
 */
export function createRestrictions(ports: ConversationPorts, store: ConversationStore) {
  const { database, clock, newId, when } = ports;

  /** Those of this conversation, and blocks of whoever has the same account. */
  function ofConversation(db: Connection, row: ConversationRow, at: string) {
    const { id, account } = row;
    if (account === null) return ofOneConversation(db, { id, at });
    return holding(db, at)
      .where((it) =>
        it.or([
          it("conversation_id", "=", id),
          it.and([
            it("kind", "=", "block"),
            it(
              "conversation_id",
              "in",
              it.selectFrom("conversation").select("id").where("account", "=", account),
            ),
          ]),
        ]),
      )
      .execute();
  }

  const operations: RestrictionOperations = {
    async restrict({ id: conversationId, kind, minutes, reason, everySeconds }, { staff }) {
      const now = clock();
      const row: RestrictionTable = {
        id: newId(),
        conversation_id: conversationId,
        kind,
        every_seconds: kind === "limit" ? everySeconds : null,
        reason,
        by_id: staff.id,
        by_name: staff.name,
        at: now.toISOString(),
        until: new Date(now.getTime() + minutes * 60_000).toISOString(),
        lifted_at: null,
        lifted_by: null,
      };
      await database.write(async (db) => {
        if (!(await store.conversation(conversationId, db))) throw new Refusal("not_found");
        await db.insertInto("restriction").values(row).execute();
        const act = { action: `conversation.${kind}`, subject: conversationId, detail: reason };
        await recordAct(db, ports, staff, act);
      });
      return { restriction: viewOf(row) };
    },

    lift: ({ id }, { staff }) =>
      database.write(async (db) => {
        const row = await db.selectFrom("restriction").selectAll().where("id", "=", id).executeTakeFirst();
        if (!row) throw new Refusal("not_found");
        if (row.lifted_at) return { restriction: viewOf(row) };
        const lifted = { lifted_at: clock().toISOString(), lifted_by: staff.name };
        await db.updateTable("restriction").set(lifted).where("id", "=", id).execute();
        await recordAct(db, ports, staff, { action: "conversation.lift", subject: row.conversation_id });
        return { restriction: viewOf({ ...row, ...lifted }) };
      }),

    async restrictions() {
      const rows = await holding(database.read, clock().toISOString())
        .orderBy("at", "desc")
        .limit(500)
        .execute();
      return { items: rows.map(viewOf) };
    },
  };

  return {
    operations,

    async of(row: ConversationRow): Promise<Restriction[]> {
      return (await ofConversation(database.read, row, clock().toISOString())).map(viewOf);
    },

    /** @throws Refusal `forbidden` for who is mute or blocked, `rate_limited` for who is limited and too early */
    async assertMayWrite(db: Connection, row: ConversationRow): Promise<void> {
      const now = clock();
      for (const { kind, until, every_seconds } of await ofConversation(db, row, now.toISOString())) {
        if (kind !== "limit") {
          const values = { until: when(row.locale, new Date(until)) };
          throw new Refusal("forbidden", { reason: `conversations.${kind}`, values });
        }
        const last = await store.lastOf(db, row.id, "resident");
        const next = last ? Date.parse(last.created_at) + (every_seconds ?? 60) * 1000 : 0;
        if (next > now.getTime()) {
          const retryAfterSeconds = Math.ceil((next - now.getTime()) / 1000);
          throw new Refusal("rate_limited", { reason: "conversations.limit", retryAfterSeconds });
        }
      }
    },
  };
}

export type Restrictions = ReturnType<typeof createRestrictions>;
