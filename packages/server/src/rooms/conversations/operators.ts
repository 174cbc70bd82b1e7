import { languageOf } from "@veche/assistant";
import {
  type HandlersOf,
  type Operations,
  Refusal,
  type StaffMember,
  type WatchedMessage,
} from "@veche/protocol";
import type { Connection } from "../../storage/index.ts";
import { type Acts, gone } from "./acts.ts";
import type { Alerts } from "./alerts/alerts.ts";
import type { Desk } from "./desk/desk.ts";
import type { Moves } from "./moves.ts";
import type { Notes } from "./notes/notes.ts";
import type { ConversationPorts } from "./ports.ts";
import { type Queue, queueItemOf } from "./queue.ts";
import type { Routing } from "./routing.ts";
import { hasSkills, servesDepartment } from "./rules.ts";
import { type ConversationStore, messageOf, type MessageRow } from "./store.ts";

/** Who stands for the conversation's own topic among an operator's subscriptions. */
export const watchTopic = (conversationId: string) => `watch:${conversationId}`;

export const watched = (row: MessageRow): WatchedMessage => ({
  ...messageOf(row),
  conversationId: row.conversation_id,
});

export interface OperatorParts {
  readonly ports: ConversationPorts;
  readonly store: ConversationStore;
  readonly queue: Queue;
  readonly desk: Desk;
  readonly moves: Moves;
  readonly acts: Acts;
  readonly notes: Notes;
  readonly alerts: Alerts;
  readonly routing: Routing;
}

type OperatorOperations = Pick<
  HandlersOf<Operations["conversations"]>,
  | "watch"
  | "unwatch"
  | "claim"
  | "next"
  | "take"
  | "giveBack"
  | "release"
  | "transfer"
  | "hold"
  | "wake"
  | "redirect"
  | "prioritise"
  | "close"
  | "answer"
  | "operatorTyping"
  | "endShift"
>;

/** What an operator does with residents' conversations. Every act is one atomic step; of two, one wins. */
export function createOperatorOperations(parts: OperatorParts) {
  const { ports, store, queue, desk, moves, acts, notes, alerts, routing } = parts;
  const { database, pushes, clock, newId, departmentName, contactText } = ports;
  const { operate } = acts;

  /** An operator answered with an article: the resident's words may become a phrasing of it. */
  async function noticeSentArticle(db: Connection, answer: MessageRow, article: string): Promise<void> {
    const asked = await store.lastOf(db, answer.conversation_id, "resident", answer.seq);
    if (!asked) return;
    const locale = languageOf(asked.text);
    await ports.notice(db, { kind: "sent_by_operator", question: asked.text, locale, offered: [], article });
  }

  /** All that someone has goes back to the queue, in one step. */
  async function returnAll(
    operatorId: string,
    by: StaffMember | "system",
    why: "shift ended" | "connection lost",
  ): Promise<number> {
    const { rows, after } = await database.write(async (db) => {
      const said: MessageRow[] = [];
      const held = await store.heldBy(db, operatorId);
      for (const row of held) said.push(...(await moves.giveUp(db, row, by, why)));
      const now = await Promise.all(held.map(({ id }) => store.conversation(id, db)));
      return { rows: said, after: now.filter((row) => row !== undefined) };
    });
    acts.tell(rows);
    for (const row of after) await queue.changed(row);
    return after.length;
  }

  const operations: OperatorOperations = {
    async watch({ conversationId, after }, { topics }) {
      topics?.join(watchTopic(conversationId));
      const row = await store.conversation(conversationId);
      if (!row || row.deleted_at) {
        topics?.leave(watchTopic(conversationId));
        throw gone(row);
      }
      desk.attention.look(topics, conversationId);
      const messages = await Array.fromAsync(store.after(conversationId, after), watched);
      return {
        conversation: queueItemOf(row),
        messages,
        notes: await notes.of(conversationId),
        looking: desk.attention.lookingAt(conversationId),
      };
    },

    async unwatch({ conversationId }, { topics }) {
      topics?.leave(watchTopic(conversationId));
      desk.attention.lookAway(topics, conversationId);
      return {};
    },

    claim: ({ conversationId }, { staff }) =>
      operate(conversationId, (db, row) => moves.claim(db, row, staff)),

    async next(_input, { staff }) {
      const taken = await database.write(async (db) => {
        const mine = desk.fitness(staff.id);
        const onShift = desk.onShift(await store.openByOperator(db));
        const waiting = await store.waiting(clock().toISOString(), db);
        const first = waiting.find(
          (it) => servesDepartment(mine, it.department) && hasSkills(mine, it, onShift),
        );
        const row = first && (await store.conversation(first.id, db));
        if (!row) return undefined;
        const said = await moves.claim(db, row, staff, "next");
        return { said, row: (await store.conversation(row.id, db)) ?? row };
      });
      if (!taken) return {};
      acts.tell(taken.said);
      await queue.changed(taken.row);
      return { conversation: queueItemOf(taken.row) };
    },

    async take({ conversationId, quiet }, { staff }) {
      let had: string | null = null;
      const moved = await operate(conversationId, async (db, row) => {
        had = row.state === "operator" && row.operator_id !== staff.id ? row.operator_id : null;
        return moves.take(db, row, staff, { quiet, why: quiet ? "quiet" : "open" });
      });
      if (had) pushes.desk({ staffId: had }, "taken", { conversationId, by: staff.name });
      return moved;
    },

    giveBack: ({ conversationId }, { staff }) =>
      operate(conversationId, (db, row) => moves.giveBack(db, row, staff)),

    release: ({ conversationId }, { staff }) =>
      operate(conversationId, (db, row) => moves.release(db, row, staff)),

    async transfer({ conversationId, department }, { staff }) {
      const name = departmentName(department);
      if (!name) throw new Refusal("invalid", { reason: "conversations.no_department", field: "department" });
      return operate(conversationId, (db, row) => moves.transfer(db, row, staff, { slug: department, name }));
    },

    hold: ({ conversationId, until, why }, { staff }) =>
      operate(conversationId, (db, row) => moves.hold(db, row, staff, new Date(until), why)),

    wake: ({ conversationId }, { staff }) =>
      operate(conversationId, async (db, row) => {
        desk.assertHeldBy(row, staff);
        return moves.wake(db, row, staff);
      }),

    async redirect({ conversationId, to }, { staff }) {
      if (!contactText(to, "ru", clock())) {
        throw new Refusal("invalid", { reason: "conversations.no_body", field: "to" });
      }
      return operate(conversationId, (db, row) =>
        moves.redirect(db, row, staff, {
          slug: to,
          text: (locale) => contactText(to, locale, clock()) ?? to,
        }),
      );
    },

    prioritise: ({ conversationId, priority, why }, { staff }) =>
      operate(conversationId, async (db, row) => moves.prioritise(db, row, staff, priority, why)),

    close: ({ conversationId, reason }, { staff }) =>
      operate(conversationId, async (db, row) => {
        if (row.state === "operator") desk.assertHeldBy(row, staff);
        return moves.close(db, row, staff, reason, "closed");
      }),

    async answer({ conversationId, clientId, text, article }, { staff }) {
      const said = await database.write(async (db) => {
        const conversation = await store.conversation(conversationId, db);
        if (!conversation || conversation.deleted_at) throw gone(conversation);
        const before = await acts.saidBefore(db, conversationId, clientId, text);
        if (before) return { row: before, fresh: false as const };
        const mine = conversation.state === "operator" && conversation.operator_id === staff.id;
        const joined = mine ? [] : await moves.take(db, conversation, staff, { quiet: false, why: "wrote" });
        const row = await store.append(
          db,
          conversationId,
          { id: newId(), author: { kind: "operator", id: staff.id, name: staff.name }, text, clientId },
          clock().toISOString(),
        );
        if (article) await noticeSentArticle(db, row, article);
        await alerts.later(db, conversationId);
        const after = await store.conversation(conversationId, db);
        return { row, fresh: true as const, joined, took: !mine, before: conversation, after };
      });
      if (said.fresh) {
        acts.tell([...said.joined, said.row]);
        if (said.after && said.took) await queue.changed(said.after);
        else if (said.after) queue.spoken(said.after);
        const had = said.took && said.before.state === "operator" ? said.before.operator_id : null;
        if (had) pushes.desk({ staffId: had }, "taken", { conversationId, by: staff.name });
      }
      return { message: watched(said.row) };
    },

    async operatorTyping({ conversationId }, { staff }) {
      pushes.typing(conversationId, { kind: "operator", name: staff.name }, staff.id);
      return {};
    },

    async endShift(_input, { staff }) {
      await desk.become(staff, "away");
      return { returned: await returnAll(staff.id, staff, "shift ended") };
    },
  };

  return {
    operations,

    /**
     * Takes up what was put aside until now, takes back what gone operators had, and opens to everybody
     * what waits for a department that is not there.
     *
     * @returns how many moved
     */
    async tend(): Promise<number> {
      let moved = 0;
      for (const { id } of await store.heldUntil(clock().toISOString())) {
        await operate(id, async (db, row) => {
          const due = row.hold_until !== null && row.hold_until <= clock().toISOString();
          return due ? moves.wake(db, row, "system") : [];
        });
        moved++;
      }
      for (const { id, department } of await routing.stranded()) {
        await operate(id, async (db, row) => {
          const still = row.state === "queued" && row.department === department;
          return still ? moves.fallBack(db, row, desk.departmentName(department)) : [];
        });
        moved++;
      }
      for (const id of await desk.gone()) moved += await returnAll(id, "system", "connection lost");
      return moved;
    },
  };
}
