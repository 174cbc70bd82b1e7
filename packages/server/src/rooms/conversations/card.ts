import { languageOf } from "@veche/assistant";
import {
  type ConversationState,
  type HandlersOf,
  type Operations,
  type RecordedMove,
  Refusal,
} from "@veche/protocol";
import type { Connection, ConversationMoveTable } from "../../storage/index.ts";
import { gone } from "./acts.ts";
import { foundOf } from "./finding/finding.ts";
import type { Notes } from "./notes/notes.ts";
import type { ConversationPorts } from "./ports.ts";
import type { Restrictions } from "./restrictions.ts";
import type { ConversationRow, ConversationStore } from "./store.ts";
import { transcriptOf } from "./transcript.ts";

const WORDS_LOOKED_THROUGH = 40;
const EARLIER_SHOWN = 20;

export interface CardParts {
  readonly ports: ConversationPorts;
  readonly store: ConversationStore;
  readonly notes: Notes;
  readonly restrictions: Restrictions;
}

type CardOperations = Pick<HandlersOf<Operations["conversations"]>, "card" | "transcript" | "propose">;

/** What an operator looks up beside a conversation, and what they make of it. */
export function createCard({ ports, store, notes, restrictions }: CardParts): CardOperations {
  const { database, addressSaid, say, timeZone } = ports;

  async function known(id: string, db: Connection = database.read): Promise<ConversationRow> {
    const row = await store.conversation(id, db);
    if (!row || row.deleted_at) throw gone(row);
    return row;
  }

  /** Staff by their names. */
  async function movesOf(id: string): Promise<RecordedMove[]> {
    const rows = await store.moves(id);
    const ids = [...new Set(rows.map(({ by }) => by))];
    const staff = ids.length
      ? await database.read.selectFrom("user").select(["id", "name"]).where("id", "in", ids).execute()
      : [];
    const names = new Map(staff.map(({ id: staffId, name }) => [staffId, name]));
    return rows.map((row) => recorded(row, names.get(row.by) ?? row.by));
  }

  async function earlier(row: ConversationRow): Promise<ConversationRow[]> {
    if (row.account === null) return [];
    return database.read
      .selectFrom("conversation")
      .selectAll()
      .where("account", "=", row.account)
      .where("channel", "=", row.channel)
      .where("id", "!=", row.id)
      .orderBy("updated_at", "desc")
      .limit(EARLIER_SHOWN)
      .execute();
  }

  return {
    async card({ id }) {
      const row = await known(id);
      const address = addressSaid(await store.lastWords(id, WORDS_LOOKED_THROUGH));
      return {
        card: {
          conversation: foundOf(row),
          moves: await movesOf(id),
          earlier: (await earlier(row)).map(foundOf),
          ...(address ? { address } : {}),
          restrictions: await restrictions.of(row),
          networkKnown: row.network !== null,
          ...(row.erased_at ? { erasedAt: row.erased_at } : {}),
        },
      };
    },

    async transcript({ id, notes: withNotes }, { locale }) {
      const row = await known(id);
      const body = transcriptOf(
        row,
        await Array.fromAsync(store.after(id, 0)),
        withNotes === "with" ? await notes.of(id) : [],
        await movesOf(id),
        { say, timeZone, locale },
      );
      return {
        contentType: "text/plain; charset=utf-8",
        headers: { "Content-Disposition": `attachment; filename="conversation-${id.slice(0, 8)}.txt"` },
        body,
      };
    },

    propose: ({ id, messageId, article }) =>
      database.write(async (db) => {
        await known(id, db);
        const answer = await store.message(db, messageId);
        if (answer?.conversation_id !== id || answer.author_kind !== "operator") {
          throw new Refusal("not_found");
        }
        const asked = await store.lastOf(db, id, "resident", answer.seq);
        if (!asked) throw new Refusal("not_found");
        const about = { question: asked.text, locale: languageOf(asked.text), offered: [] };
        await ports.notice(
          db,
          article
            ? { ...about, kind: "sent_by_operator", article }
            : { ...about, kind: "unanswered", answer: answer.text },
        );
        return {};
      }),
  };
}

const recorded = (row: ConversationMoveTable, by: string): RecordedMove => ({
  at: row.at,
  by,
  move: row.move,
  ...(row.to_state ? { to: row.to_state as ConversationState } : {}),
  ...(row.detail ? { detail: row.detail } : {}),
  ...(row.why ? { why: row.why } : {}),
});
