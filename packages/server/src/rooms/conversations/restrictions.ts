import {
  type Caller,
  type HandlersOf,
  type Operations,
  Refusal,
  type Restriction,
  type RestrictionKind,
} from "@veche/protocol";
import { detailOf } from "../../act-details.ts";
import { networkDay } from "../../network-keys.ts";
import { type Connection, prepared, type RestrictionTable } from "../../storage/index.ts";
import type { ConversationPorts } from "./ports.ts";
import { recordAct } from "./records.ts";
import type { ConversationRow, ConversationStore } from "./store.ts";

const holding = (db: Connection, at: string) =>
  db.selectFrom("restriction").selectAll().where("lifted_at", "is", null).where("until", ">", at);

/** Asked at every message: those of the conversation, and every block of a network. */
const ofOneConversation = prepared((db, { id, at }: { id: string; at: string }) =>
  holding(db, at).where((it) => it.or([it("conversation_id", "=", id), it("network", "is not", null)])),
);

/** From where somebody writes, as far as the door knows. */
export type Whence = Pick<Caller, "networkOn">;

/** The day by whose key a network was hashed. */
const dayOf = (network: string) => network.split(" ", 1)[0] ?? "";

/** Whether the caller writes from a network, kept as the day and the hash under that day's key. */
function isFrom(network: string, { networkOn }: Whence): boolean {
  const [day = "", hash] = network.split(" ");
  return hash !== undefined && networkOn?.(day) === hash;
}

const viewOf = (row: RestrictionTable): Restriction => ({
  id: row.id,
  conversationId: row.conversation_id,
  kind: row.kind as RestrictionKind,
  ...(row.every_seconds === null ? {} : { everySeconds: row.every_seconds }),
  reason: row.reason,
  by: row.by_name,
  at: row.at,
  until: row.until,
  ...(row.network === null ? {} : { network: true }),
  ...(row.lifted_at ? { liftedAt: row.lifted_at, liftedBy: row.lifted_by ?? "" } : {}),
});

type RestrictionOperations = Pick<
  HandlersOf<Operations["conversations"]>,
  "restrict" | "lift" | "restrictions"
>;

/**
 * What a resident may not do for a time: `mute` is silence in one conversation, `limit` one message in
 * so many seconds, `block` silence in every conversation of the account, and of the network where the
 * operator says so. Each has a term and a reason, and can be undone. A network is known by the hash of
 * the day on which the block was made; that day's key for blocks is kept until the last of their terms.
 */
export function createRestrictions(ports: ConversationPorts, store: ConversationStore) {
  const { database, clock, newId, when } = ports;

  /** Those of this conversation, and blocks of whoever has the same account. */
  async function ofConversation(db: Connection, row: ConversationRow, at: string, whence: Whence) {
    const { id, account } = row;
    if (account === null) {
      const found = await ofOneConversation(db, { id, at });
      return found.filter(
        (it) => it.conversation_id === id || (it.network !== null && isFrom(it.network, whence)),
      );
    }
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
    async restrict({ id: conversationId, kind, minutes, reason, everySeconds, network }, { staff }) {
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
        network: null,
      };
      return database.write(async (db) => {
        const conversation = await store.conversation(conversationId, db);
        if (!conversation) throw new Refusal("not_found");
        if (kind === "block" && network) {
          if (conversation.network === null)
            throw new Refusal("conflict", { reason: "conversations.network_forgotten", field: "network" });
          row.network = conversation.network;
        }
        await db.insertInto("restriction").values(row).execute();
        const detail = detailOf({
          facts: { reason, until: row.until, ...(row.network !== null && { network: true }) },
        });
        const act = { action: `conversation.${kind}`, subject: conversationId, detail };
        await recordAct(db, ports, staff, act);
        return { restriction: viewOf(row) };
      });
    },

    lift: ({ id }, { staff }) =>
      database.write(async (db) => {
        const row = await db.selectFrom("restriction").selectAll().where("id", "=", id).executeTakeFirst();
        if (!row) throw new Refusal("not_found");
        if (row.lifted_at) return { restriction: viewOf(row) };
        const lifted = { lifted_at: clock().toISOString(), lifted_by: staff.name, network: null };
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
      return (await ofConversation(database.read, row, clock().toISOString(), knownFrom(row))).map(viewOf);
    },

    /** @throws Refusal `forbidden` for who is mute or blocked, `rate_limited` for who is limited and too early */
    async assertMayWrite(db: Connection, row: ConversationRow, whence: Whence): Promise<void> {
      const now = clock();
      const found = await ofConversation(db, row, now.toISOString(), whence);
      for (const { conversation_id, kind, until, every_seconds } of found) {
        if (kind !== "limit") {
          const values = { until: when(row.locale, new Date(until)) };
          const sentence = conversation_id === row.id ? kind : "block_network";
          throw new Refusal("forbidden", { reason: `conversations.${sentence}`, values });
        }
        const last = await store.lastOf(db, row.id, "resident");
        const next = last ? Date.parse(last.created_at) + (every_seconds ?? 60) * 1000 : 0;
        if (next > now.getTime()) {
          const retryAfterSeconds = Math.ceil((next - now.getTime()) / 1000);
          throw new Refusal("rate_limited", { reason: "conversations.limit", retryAfterSeconds });
        }
      }
    },

    /** From where a caller writes today, to be kept with their conversation for as long. */
    networkToday({ networkOn }: Whence): string | undefined {
      const day = networkDay(clock());
      const hash = networkOn?.(day);
      return hash && `${day} ${hash}`;
    },

    /** Networks are forgotten, with their keys: of conversations with the day, of blocks with the term. */
    async forgetNetworks(): Promise<void> {
      const now = clock();
      await ports.networkKeys.renew(async (db) => {
        await db
          .updateTable("conversation")
          .set({ network: null })
          .where("network", "<", networkDay(now))
          .execute();
        await db
          .updateTable("restriction")
          .set({ network: null })
          .where("network", "is not", null)
          .where("until", "<=", now.toISOString())
          .execute();
        const blocks = await db
          .selectFrom("restriction")
          .select("network")
          .where("network", "is not", null)
          .execute();
        return [...new Set(blocks.map(({ network }) => dayOf(network ?? "")))];
      });
    },
  };
}

/** A conversation as its own caller, for showing what holds of it. */
function knownFrom({ network }: ConversationRow): Whence {
  const [day, hash = ""] = network?.split(" ") ?? [];
  return { networkOn: (asked) => (asked === day ? hash : "") };
}

export type Restrictions = ReturnType<typeof createRestrictions>;
