import { smalltalkOf } from "@veche/assistant";
import {
  type Conversation,
  type HandlersOf,
  type OpenedConversation,
  type Operations,
  Refusal,
} from "@veche/protocol";
import type { Connection } from "../../storage/index.ts";
import { type Acts, gone } from "./acts.ts";
import type { Answering } from "./answering.ts";
import type { Attachments } from "./attachments/index.ts";
import type { Desk } from "./desk/desk.ts";
import type { Erasing } from "./erasing/erasing.ts";
import type { Moves } from "./moves.ts";
import type { ConversationPorts } from "./ports.ts";
import type { Queue } from "./queue.ts";
import type { Restrictions, Whence } from "./restrictions.ts";
import type { Routing } from "./routing.ts";
import { comesBack, isContact, previewAfter } from "./rules.ts";
import { originOf } from "./steps/step.ts";
import { type ConversationRow, type ConversationStore, messageOf, type MessageRow } from "./store.ts";

export const SITE = "site";

export interface ResidentParts {
  readonly ports: ConversationPorts;
  readonly store: ConversationStore;
  readonly queue: Queue;
  readonly desk: Desk;
  readonly moves: Moves;
  readonly acts: Acts;
  readonly answering: Answering;
  readonly routing: Routing;
  readonly restrictions: Restrictions;
  readonly attachments: Attachments;
  readonly erasing: Erasing;
}

type ResidentOperations = Pick<
  HandlersOf<Operations["conversations"]>,
  "say" | "rateMessage" | "requestOperator" | "callBack" | "end" | "remove" | "rate" | "typing"
>;

/** What a resident does in their conversation. */
export function createResidentOperations(parts: ResidentParts) {
  const { ports, store, queue, desk, moves, acts, answering, restrictions, attachments, erasing } = parts;
  const { routing } = parts;
  const { database, secrets, pushes, reply, clock, newId } = ports;

  async function viewOf(opened: OpenedConversation, row?: ConversationRow): Promise<Conversation> {
    const state = row ? await queue.stateOf(row) : ({ state: "assistant" } as const);
    return { id: opened.id, token: opened.token, ...state };
  }

  async function assertStored(opened: OpenedConversation): Promise<void> {
    const row = await store.conversation(opened.id);
    if (row && !row.deleted_at) return;
    throw new Refusal("not_found", { reason: "conversations.nothing_said" });
  }

  const ensure = (db: Connection, opened: OpenedConversation, whence: Whence) =>
    store.open(
      db,
      {
        id: opened.id,
        tokenHash: secrets.hash(opened.token),
        channel: SITE,
        locale: opened.locale,
        page: opened.page,
        network: restrictions.networkToday(whence),
      },
      clock().toISOString(),
    );

  async function ownRow(db: Connection, opened: OpenedConversation): Promise<ConversationRow> {
    const row = await store.conversation(opened.id, db);
    if (!row) throw new Error("the conversation vanished in its own unit");
    // A tab may still have open what another one deleted.
    if (row.deleted_at) throw gone(row);
    return row;
  }

  async function ownOrNew(
    db: Connection,
    opened: OpenedConversation,
    whence: Whence,
  ): Promise<ConversationRow> {
    const row = await store.conversation(opened.id, db);
    if (row?.deleted_at) throw gone(row);
    if (row) {
      const network = restrictions.networkToday(whence);
      if (network && network !== row.network) await store.change(db, row.id, { network });
      return row;
    }
    await ensure(db, opened, whence);
    return ownRow(db, opened);
  }

  /** Ended conversations begin again, put-aside ones come back. @returns whether operators must hear */
  async function stir(db: Connection, row: ConversationRow, text: string): Promise<MessageRow[] | undefined> {
    if (row.state === "operator" && row.hold_until !== null)
      return [...(await moves.wake(db, row, "resident"))];
    if (row.state !== "closed") return undefined;
    const ended = { closedAt: row.closed_at, reason: row.close_reason, operator: row.operator_id };
    const polite = ["thanks", "bye"].includes(smalltalkOf(text) ?? "") && text.length < POLITE_CHARACTERS;
    const { open } = ports.operatorHours(row.department ?? undefined, clock());
    const back = open && !polite && comesBack(ended, clock(), desk.policy().reopenHours);
    return [...(await (back ? moves.comeBack(db, row) : moves.reopen(db, row)))];
  }

  /** One act of the resident on their conversation, stored first if need be; then everyone is told. */
  async function act(
    opened: OpenedConversation,
    how: (db: Connection, row: ConversationRow) => Promise<readonly MessageRow[]>,
  ): Promise<{ conversation: Conversation }> {
    const { rows, row } = await database.write(async (db) => {
      const said = await how(db, await ownRow(db, opened));
      return { rows: said, row: await ownRow(db, opened) };
    });
    acts.tell(rows);
    await queue.changed(row);
    return { conversation: await viewOf(opened, row) };
  }

  const operations: ResidentOperations = {
    async say({ clientId, text, attachments: pictures = [] }, { conversation: opened, networkOn }) {
      // Found out before the unit, which holds up every other writer.
      const emergency = reply.emergency(text);
      const said = await database.write(async (db) => {
        const conversation = await ownOrNew(db, opened, { networkOn });
        const before = await acts.saidBefore(db, opened.id, clientId, text, pictures);
        if (before) return { row: before, fresh: false as const };
        // Whoever reports a danger to life is heard, whatever they did before.
        if (!emergency) await restrictions.assertMayWrite(db, conversation, { networkOn });
        const id = newId();
        const shown = await attachments.take(db, opened.id, pictures, id);
        const awaitsAnswer = emergency || conversation.state === "assistant";
        const preview =
          previewAfter(conversation.preview, text) || ports.say(opened.locale, "conversations.picture");
        const at = clock().toISOString();
        const row = await store.append(
          db,
          opened.id,
          {
            id,
            author: { kind: "resident" },
            text,
            attachments: shown,
            clientId,
            awaitsAnswer,
            preview,
          },
          at,
        );
        const stirred = await stir(db, conversation, text);
        const after = stirred
          ? await ownRow(db, opened)
          : { ...conversation, last_seq: row.seq, updated_at: at, preview };
        const awaits = after.state === "assistant" || emergency;
        if (awaits && !awaitsAnswer) await store.awaitAnswer(db, row.id);
        const origin = awaits ? await store.lastOrigin(db, opened.id) : undefined;
        return { row, fresh: true as const, stirred, awaits, origin, conversation: after };
      }, REPEATABLE);
      if (said.fresh) {
        acts.tell([said.row, ...(said.stirred ?? [])]);
        if (said.stirred) await queue.changed(said.conversation);
        else queue.spoken(said.conversation);
        if (said.awaits) void answering.start(said.row, said);
      }
      return { message: messageOf(said.row) };
    },

    async rateMessage({ messageId, helpful, reason }, { conversation: opened }) {
      await database.write(async (db) => {
        const message = await store.message(db, messageId);
        if (message?.conversation_id !== opened.id || message.author_kind === "resident") {
          throw new Refusal("not_found");
        }
        await store.rateMessage(db, messageId, helpful, helpful ? undefined : reason);
      });
      return {};
    },

    async requestOperator({ department }, { conversation: opened, networkOn }) {
      const last = await store.lastOrigin(database.read, opened.id);
      const route = await routing.of(originOf(last) ?? {}, department);
      await database.write((db) => ensure(db, opened, { networkOn }));
      return act(opened, async (db, row) => {
        if (row.state === "queued" || row.state === "operator") return [];
        await restrictions.assertMayWrite(db, row, { networkOn });
        if (row.state === "closed") await moves.reopen(db, row);
        return moves.enqueue(db, await ownRow(db, opened), "resident", route);
      });
    },

    async callBack({ contact, name }, { conversation: opened, networkOn }) {
      if (!isContact(contact)) {
        throw new Refusal("invalid", { reason: "conversations.no_contact", field: "contact" });
      }
      const known = await store.conversation(opened.id);
      const absence = await desk.absence(known?.department ?? null);
      await database.write((db) => ensure(db, opened, { networkOn }));
      return act(opened, async (db, row) => {
        if (row.state === "operator")
          throw new Refusal("conflict", { reason: "conversations.already_served" });
        await restrictions.assertMayWrite(db, row, { networkOn });
        if (row.state === "closed") await moves.reopen(db, row);
        return moves.callBack(db, await ownRow(db, opened), {
          contact: name ? `${contact}, ${name}` : contact,
          ...(absence ?? { why: "busy" }),
        });
      });
    },

    async end(_input, { conversation: opened }) {
      await assertStored(opened);
      return act(opened, async (db, row) =>
        row.state === "closed" ? [] : moves.close(db, row, "resident", "left", "ended"),
      );
    },

    async remove(_input, { conversation: opened }) {
      await assertStored(opened);
      const row = await database.write(async (db) => {
        const before = await store.conversation(opened.id, db);
        if (!before || before.deleted_at) return undefined;
        const at = clock().toISOString();
        await erasing.dropBeside(db, opened.id);
        await store.wipe(db, opened.id, at);
        await moves.recordDeletion(db, opened.id, at);
        return store.conversation(opened.id, db);
      });
      if (row) {
        await queue.changed(row);
        pushes.deleted(opened.id);
      }
      return {};
    },

    async rate({ score, comment }, { conversation: opened }) {
      await assertStored(opened);
      await database.write((db) => store.change(db, opened.id, { score, score_comment: comment ?? null }));
      return {};
    },

    async typing(_input, { conversation: opened }) {
      pushes.typing(opened.id, { kind: "resident" });
      return {};
    },
  };

  return { operations, viewOf };
}

/** A message's unit changes nothing but the database. */
const REPEATABLE = { repeatable: true };
/** "Спасибо большое, всего доброго!" asks for nobody; a longer letter that begins with thanks may. */
const POLITE_CHARACTERS = 60;
