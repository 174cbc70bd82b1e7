import { createHash } from "node:crypto";
import { type Erasure, type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import type { Connection, ErasureTable } from "../../../storage/index.ts";
import { gone } from "../acts.ts";
import type { Attachments } from "../attachments/index.ts";
import type { Desk } from "../desk/desk.ts";
import type { ConversationPorts } from "../ports.ts";
import { recordAct } from "../records.ts";
import type { ConversationStore } from "../store.ts";
import { createErasingStore } from "./store.ts";

const DAY_MS = 86_400_000;
const ERASED_AT_ONCE = 50;

const viewOf = ({ conversation_id, mode, ...row }: ErasureTable): Erasure => ({
  ...row,
  conversationId: conversation_id,
  mode: mode as Erasure["mode"],
});

/** Each record's digest takes in the one before it: none can be changed or taken out unseen. */
export function digestOf(record: Omit<ErasureTable, "digest">, before: string): string {
  const { id, conversation_id, mode, at, by, why, messages, notes } = record;
  return createHash("sha256")
    .update(JSON.stringify([before, id, conversation_id, mode, at, by, why, messages, notes]))
    .digest("hex");
}

type ErasingOperations = Pick<HandlersOf<Operations["conversations"]>, "erase" | "erasures">;

/** Takes what was said away, on request or because its term is over, and keeps proof that it did. */
export function createErasing(
  ports: ConversationPorts,
  store: ConversationStore,
  desk: Pick<Desk, "policy">,
  attachments: Pick<Attachments, "eraseAll">,
) {
  const { database, clock, newId, say } = ports;
  const erasing = createErasingStore(database);

  /** Pictures, notes, searchable words, and what editors learned from this resident alone. */
  async function dropBeside(db: Connection, conversationId: string): Promise<void> {
    await ports.forgetAsked(db, await erasing.asked(db, conversationId));
    await attachments.eraseAll(db, conversationId);
    await erasing.dropBeside(db, conversationId);
  }

  async function erase(
    db: Connection,
    conversationId: string,
    mode: Erasure["mode"],
    by: string,
    why: string,
  ): Promise<Erasure> {
    const row = await store.conversation(conversationId, db);
    if (!row || row.deleted_at) throw gone(row);
    if (row.state === "queued" || row.state === "operator") {
      throw new Refusal("conflict", { reason: "conversations.still_open" });
    }
    const at = clock().toISOString();
    const counted = await erasing.count(db, conversationId);
    await dropBeside(db, conversationId);
    if (mode === "delete") await erasing.dropConversation(db, conversationId);
    else {
      const instead = say(row.locale === "en" ? "en" : "ru", "conversations.erased");
      await erasing.blankMessages(db, conversationId, instead);
      await erasing.blankConversation(db, conversationId, at);
    }
    const record = { id: newId(), conversation_id: conversationId, mode, at, by, why, ...counted };
    const before = await erasing.last(db);
    const stored: ErasureTable = { ...record, digest: digestOf(record, before?.digest ?? "") };
    await erasing.add(db, stored);
    return viewOf(stored);
  }

  const operations: ErasingOperations = {
    erase: ({ id, mode, why }, { staff }) =>
      database.write(async (db) => {
        const erasure = await erase(db, id, mode, staff.name, why);
        await recordAct(db, ports, staff, { action: `conversation.${mode}`, subject: id, detail: why });
        return { erasure };
      }),

    erasures: async () => ({ items: (await erasing.all()).map(viewOf) }),
  };

  return {
    operations,
    dropBeside,

    /** Anonymises conversations whose term is over. @returns how many */
    async eraseOverdue(): Promise<number> {
      const { retentionDays } = desk.policy();
      if (retentionDays === undefined) return 0;
      const before = new Date(clock().getTime() - retentionDays * DAY_MS).toISOString();
      const overdue = await erasing.overdue(before, ERASED_AT_ONCE);
      for (const { id } of overdue) {
        await database.write((db) => erase(db, id, "anonymise", "system", `${retentionDays} d`));
      }
      return overdue.length;
    },
  };
}

export type Erasing = ReturnType<typeof createErasing>;
