import {
  type CallBackReason,
  type CloseReason,
  type ConversationState,
  type Locale,
  type Priority,
  Refusal,
  type StaffMember,
} from "@veche/protocol";
import type { Connection } from "../../storage/index.ts";
import type { Desk } from "./desk/desk.ts";
import type { ConversationPorts } from "./ports.ts";
import { inWords, type Route, type Sentence } from "./routing.ts";
import {
  keepsStanding,
  absenceWord,
  type Move,
  mayMove,
  moveRule,
  servesDepartment,
  shareOperators,
  skillOf,
} from "./rules.ts";
import type { ConversationRow, ConversationStore, MessageRow } from "./store.ts";

type Change = Partial<Omit<ConversationRow, "id" | "state">>;

interface MoveDetail {
  /** Staff, or who is no person. */
  readonly by: StaffMember | "resident" | "assistant" | "system";
  readonly detail?: string;
  readonly why?: string;
  readonly change?: Change;
  /** What the system says of it in the conversation. */
  readonly says?: Sentence;
}

export interface CallBackLeft {
  readonly contact: string;
  readonly why: CallBackReason;
  readonly from?: Date;
}

/** Every change of state goes through here: checked, recorded and told, in the caller's unit. */
export function createMoves(ports: ConversationPorts, store: ConversationStore, desk: Desk) {
  const { clock, newId } = ports;

  /** How many wait before one that would come into the queue now. */
  async function waitingBefore(db: Connection, department: string | null, priority: number): Promise<number> {
    const onShift = desk.onShift();
    const queues = await store.waitingByDepartment(db, priority);
    return queues
      .filter((queue) => shareOperators(queue.department, department, onShift))
      .reduce((sum, { count }) => sum + Number(count), 0);
  }

  /** What the row of the table makes of the conversation. */
  async function changeOf(
    db: Connection,
    row: ConversationRow,
    name: Move,
    by: MoveDetail["by"],
    at: string,
  ) {
    const rule = moveRule(name);
    const priority = rule.priority === "same" ? row.priority : (rule.priority ?? 0);
    const change: Change = {
      standing: keepsStanding(name) ? row.standing : (rule.standing ?? null),
      hold_until: null,
    };
    if (rule.owner === "nobody") {
      Object.assign(change, { operator_id: null, operator_name: null, claimed_at: null });
      if (row.operator_id) change.last_operator_id = row.operator_id;
    }
    if (rule.owner === "mover" && typeof by === "object") {
      Object.assign(change, { operator_id: by.id, operator_name: by.name, claimed_at: at });
    }
    if (rule.to === "queued" && name !== "prioritise") {
      const department = row.department;
      Object.assign(change, {
        priority,
        skill: row.skill ?? skillOf(row.locale),
        queued_at: rule.wait === "kept" ? (row.queued_at ?? at) : at,
        entered_at: at,
        entered_place: (await waitingBefore(db, department, priority)) + 1,
      });
    }
    if (rule.to === "assistant") Object.assign(change, { queued_at: null, priority: 0, department: null });
    if (row.state === "closed") Object.assign(change, NEW_EPISODE);
    return change;
  }

  async function move(
    db: Connection,
    row: ConversationRow,
    name: Move,
    { by, detail, why, change, says }: MoveDetail,
  ): Promise<readonly MessageRow[]> {
    if (!mayMove(name, row.state as ConversationState)) throw new Error(`move ${name} from ${row.state}`);
    const at = clock().toISOString();
    const to = moveRule(name).to;
    const department = change?.department === undefined ? row.department : change.department;
    const byRule = await changeOf(db, { ...row, department }, name, by, at);
    const after = { ...byRule, ...change, state: to, updated_at: at };
    await store.change(db, row.id, after);
    await store.recordMove(db, {
      id: newId(),
      conversation_id: row.id,
      at,
      by: typeof by === "object" ? by.id : by,
      move: name,
      detail: detail ?? null,
      to_state: to,
      owner: to === "operator" ? (after.operator_id ?? row.operator_id) : null,
      department: after.department === undefined ? department : after.department,
      why: why ?? null,
    });
    if (row.state === "queued" && to === "operator") await waited(db, row, at);
    if (!says) return [];
    const text = inWords(ports, row.locale as Locale, says);
    return [await store.append(db, row.id, { id: newId(), author: { kind: "system" }, text }, at)];
  }

  /** What really happened is what the next ones are told. */
  async function waited(db: Connection, row: ConversationRow, at: string): Promise<void> {
    if (row.entered_at === null || row.entered_place === null || row.call_back_contact !== null) return;
    const seconds = Math.max(0, Math.round((Date.parse(at) - Date.parse(row.entered_at)) / 1000));
    const department = row.department ?? "";
    await store.addWait(db, { id: newId(), department, place: row.entered_place, seconds, at });
  }

  /** @throws Refusal `conflict` where the operator has as many as they may */
  async function assertRoom(db: Connection, staff: StaffMember): Promise<void> {
    const most = desk.mostOpen(staff.id);
    if (most === undefined || (await store.openOf(db, staff.id)) < most) return;
    throw new Refusal("conflict", { reason: "conversations.at_limit", values: { count: most } });
  }

  return {
    assertRoom,

    /** The assistant says it in its own answer; to a button the system answers. */
    enqueue: (
      db: Connection,
      row: ConversationRow,
      by: "resident" | "assistant",
      { department, topic, says }: Route,
    ) =>
      move(db, row, "request", {
        by,
        ...(department ? { detail: department } : {}),
        change: { department, skill: skillOf(row.locale, topic) },
        ...(by === "resident" ? { says } : {}),
      }),

    /** To whoever is on shift, as nobody of its department is. */
    fallBack: (db: Connection, row: ConversationRow, department: string) =>
      move(db, row, "fall_back", {
        by: "system",
        detail: row.department ?? "",
        change: { department: null },
        says: { key: "fallen_back", values: { department } },
      }),

    async claim(db: Connection, row: ConversationRow, staff: StaffMember, detail?: "next") {
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
      if (!servesDepartment(desk.fitness(staff.id), row.department)) {
        throw new Refusal("conflict", {
          reason: "conversations.other_department",
          values: { department: desk.departmentName(row.department ?? "") },
        });
      }
      await assertRoom(db, staff);
      return move(db, row, "claim", {
        by: staff,
        ...(detail ? { detail } : {}),
        says: { key: "joined", values: { name: staff.name } },
      });
    },

    /** Whether somebody may answer it and end it at once. */
    mayPass: (row: ConversationRow, staff: StaffMember) =>
      mayMove("claim", row.state as ConversationState) &&
      servesDepartment(desk.fitness(staff.id), row.department),

    /** Only to be ended in the same unit: nothing stays open, so no limit is asked and nobody is announced. */
    claimInPassing: (db: Connection, row: ConversationRow, staff: StaffMember) =>
      move(db, row, "claim", { by: staff, detail: "group" }),

    /**
     * A person steps in or writes: the conversation is theirs.
     *
     * @throws Refusal `conflict` where a colleague has it and they don't supervise
     */
    async take(
      db: Connection,
      row: ConversationRow,
      staff: StaffMember,
      how: { quiet: boolean; why?: string },
    ) {
      if (row.state === "operator" && row.operator_id === staff.id) return [];
      if (row.state === "closed") throw new Refusal("conflict", { reason: "conversations.not_open" });
      if (row.state === "operator" && !desk.supervises(staff)) throw notYours(row);
      await assertRoom(db, staff);
      return move(db, row, "take", {
        by: staff,
        ...(row.operator_id && row.state === "operator" ? { detail: row.operator_id } : {}),
        ...(how.why ? { why: how.why } : {}),
        ...(how.quiet ? {} : { says: { key: "joined", values: { name: staff.name } } }),
      });
    },

    /** Back to the queue, where it keeps the place that its first wait gave it. */
    async release(db: Connection, row: ConversationRow, staff: StaffMember) {
      desk.assertHeldBy(row, staff);
      return move(db, row, "release", { by: staff, says: { key: "released" } });
    },

    /** Its operator is gone; the resident learns that a colleague will answer. */
    giveUp: (db: Connection, row: ConversationRow, by: StaffMember | "system", why: string) =>
      move(db, row, "return", { by, why, says: { key: "released" } }),

    async transfer(
      db: Connection,
      row: ConversationRow,
      staff: StaffMember,
      department: { slug: string; name: string },
    ) {
      if (row.state === "operator") desk.assertHeldBy(row, staff);
      else if (row.state !== "queued") throw new Refusal("conflict", { reason: "conversations.not_open" });
      return move(db, row, "transfer", {
        by: staff,
        detail: department.slug,
        change: { department: department.slug },
        says: { key: "transferred", values: { department: department.name } },
      });
    },

    async giveBack(db: Connection, row: ConversationRow, staff: StaffMember) {
      if (row.state === "operator") desk.assertHeldBy(row, staff);
      else if (row.state !== "queued") throw new Refusal("conflict", { reason: "conversations.not_open" });
      return move(db, row, "give_back", { by: staff, says: { key: "given_back" } });
    },

    async hold(db: Connection, row: ConversationRow, staff: StaffMember, until: Date, why?: string) {
      desk.assertHeldBy(row, staff);
      if (until <= clock())
        throw new Refusal("invalid", { reason: "conversations.hold_past", field: "until" });
      return move(db, row, "hold", {
        by: staff,
        ...(why ? { why } : {}),
        change: { hold_until: until.toISOString() },
      });
    },

    /** Up again; where its operator has no room meanwhile, a colleague may take it. */
    async wake(db: Connection, row: ConversationRow, by: StaffMember | "resident" | "system") {
      if (row.state !== "operator" || row.hold_until === null || row.operator_id === null) return [];
      const most = desk.mostOpen(row.operator_id);
      const full = most !== undefined && (await store.openOf(db, row.operator_id)) >= most;
      if (full) return move(db, row, "return", { by: "system", why: "full", says: { key: "released" } });
      return move(db, row, "wake", { by });
    },

    prioritise: (
      db: Connection,
      row: ConversationRow,
      staff: StaffMember,
      priority: Priority,
      why?: string,
    ) => {
      if (row.state !== "queued") throw new Refusal("conflict", { reason: "conversations.not_waiting" });
      return move(db, row, "prioritise", {
        by: staff,
        detail: String(priority),
        ...(why ? { why } : {}),
        change: { priority },
      });
    },

    callBack: (db: Connection, row: ConversationRow, { contact, why, from }: CallBackLeft) =>
      move(db, row, "call_back", {
        by: "resident",
        detail: why,
        change: {
          call_back_contact: contact,
          call_back_why: why,
          call_back_from: from ? from.toISOString() : null,
        },
        says: { key: `call_back_left_${absenceWord({ why, from })}`, values: { contact } },
      }),

    async redirect(
      db: Connection,
      row: ConversationRow,
      staff: StaffMember,
      to: { slug: string; text: (locale: Locale) => string },
    ) {
      if (row.state === "operator") desk.assertHeldBy(row, staff);
      else if (row.state !== "queued") throw new Refusal("conflict", { reason: "conversations.not_open" });
      return move(db, row, "redirect", {
        by: staff,
        detail: to.slug,
        change: { closed_at: clock().toISOString(), close_reason: "passed_on" },
        says: { key: "redirected", values: { contact: to.text(row.locale as Locale) } },
      });
    },

    async close(
      db: Connection,
      row: ConversationRow,
      by: StaffMember | "resident",
      reason: CloseReason,
      key: "closed" | "ended",
    ) {
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

    /** The resident took the conversation back: nothing of it is left to be moved. */
    recordDeletion: (db: Connection, conversationId: string, at: string) =>
      store.recordMove(db, {
        id: newId(),
        conversation_id: conversationId,
        at,
        by: "resident",
        move: "delete",
        detail: null,
        to_state: "closed",
        owner: null,
        department: null,
        why: null,
      }),

    comeBack: (db: Connection, row: ConversationRow) => move(db, row, "come_back", { by: "resident" }),

    reopen: (db: Connection, row: ConversationRow) =>
      move(db, row, "reopen", { by: "resident", change: { last_operator_id: null } }),
  };
}

/** What an ended conversation leaves behind when it begins again. */
const NEW_EPISODE = {
  closed_at: null,
  close_reason: null,
  call_back_contact: null,
  call_back_why: null,
  call_back_from: null,
} as const;

const notYours = (row: ConversationRow) =>
  new Refusal("conflict", {
    reason: "conversations.not_yours",
    values: { name: row.operator_name ?? "" },
  });

export type Moves = ReturnType<typeof createMoves>;
