import { type ConversationState, type Locale, Refusal, type StaffMember } from "@veche/protocol";
import type { Connection } from "../../storage/index.ts";
import type { ConversationPorts } from "./ports.ts";
import { type Move, MOVES, mayMove } from "./rules.ts";
import type { ConversationRow, ConversationStore, MessageRow } from "./store.ts";

interface MoveDetail {
  /** Staff id, `resident`, `assistant` or `system`. */
  readonly by: string;
  readonly detail?: string;
  readonly change?: Partial<Omit<ConversationRow, "id" | "state">>;
  /** A sentence of this room's that the system says in the conversation. */
  readonly says?: { readonly key: string; readonly values?: Record<string, string> };
}

/** Every change of state goes through here: checked, recorded and told, in the caller's unit. */
export function createMoves({ clock, newId, say }: ConversationPorts, store: ConversationStore) {
  async function move(
    db: Connection,
    row: ConversationRow,
    name: Move,
    { by, detail, change, says }: MoveDetail,
  ): Promise<readonly MessageRow[]> {
    if (!mayMove(name, row.state as ConversationState)) throw new Error(`move ${name} from ${row.state}`);
    const at = clock().toISOString();
    await store.change(db, row.id, { ...change, state: MOVES[name].to, updated_at: at });
    await store.recordMove(db, {
      id: newId(),
      conversationId: row.id,
      at,
      by,
      move: name,
      ...(detail ? { detail } : {}),
    });
    if (!says) return [];
    const text = say(row.locale as Locale, `conversations.${says.key}`, says.values);
    return [await store.append(db, row.id, { id: newId(), author: { kind: "system" }, text }, at)];
  }

  const waitingAgain = (at: string) => ({
    operator_id: null,
    operator_name: null,
    queued_at: at,
    claimed_at: null,
  });

  return {
    /** The assistant says by itself that it calls an operator; to a button the system answers. */
    enqueue: (db: Connection, row: ConversationRow, by: "resident" | "assistant") =>
      move(db, row, "request", {
        by,
        change: waitingAgain(clock().toISOString()),
        ...(by === "resident" ? { says: { key: "queued" } } : {}),
      }),

    async claim(db: Connection, row: ConversationRow, staff: StaffMember) {
      if (row.state === "operator") {
        if (row.operator_id === staff.id) return [];
        throw new Refusal("conflict", {
          reason: "conversations.already_claimed",
          values: { name: row.operator_name ?? "" },
        });
      }
      if (!mayMove("claim", row.state as ConversationState)) {
        throw new Refusal("conflict", { reason: "conversations.not_waiting" });
      }
      return move(db, row, "claim", {
        by: staff.id,
        change: { operator_id: staff.id, operator_name: staff.name, claimed_at: clock().toISOString() },
        says: { key: "joined", values: { name: staff.name } },
      });
    },

    /** Back to the queue, where it keeps the place that its first wait gave it. */
    async release(db: Connection, row: ConversationRow, staff: StaffMember) {
      assertHeldBy(row, staff);
      return move(db, row, "release", {
        by: staff.id,
        change: { ...waitingAgain(row.queued_at ?? clock().toISOString()) },
        says: { key: "released" },
      });
    },

    async transfer(
      db: Connection,
      row: ConversationRow,
      staff: StaffMember,
      department: { slug: string; name: string },
    ) {
      if (row.state === "operator") assertHeldBy(row, staff);
      else if (row.state !== "queued") throw new Refusal("conflict", { reason: "conversations.not_open" });
      return move(db, row, "transfer", {
        by: staff.id,
        detail: department.slug,
        change: { ...waitingAgain(clock().toISOString()), department: department.slug },
        says: { key: "transferred", values: { department: department.name } },
      });
    },

    async close(db: Connection, row: ConversationRow, by: string, reason: string, key: "closed" | "ended") {
      if (!mayMove("close", row.state as ConversationState)) {
        throw new Refusal("conflict", { reason: "conversations.not_open" });
      }
      return move(db, row, "close", {
        by,
        detail: reason,
        change: { closed_at: clock().toISOString(), close_reason: reason },
        says: { key },
      });
    },

    reopen: (db: Connection, row: ConversationRow) =>
      move(db, row, "reopen", {
        by: "resident",
        change: {
          closed_at: null,
          close_reason: null,
          operator_id: null,
          operator_name: null,
          queued_at: null,
          claimed_at: null,
          department: null,
        },
      }),
  };
}

export function assertHeldBy(row: ConversationRow, staff: StaffMember): void {
  if (row.state !== "operator") throw new Refusal("conflict", { reason: "conversations.not_open" });
  if (row.operator_id === staff.id || staff.role === "admin") return;
  throw new Refusal("conflict", {
    reason: "conversations.not_yours",
    values: { name: row.operator_name ?? "" },
  });
}
