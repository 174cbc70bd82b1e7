import { stemsOf } from "@veche/assistant";
import type { FoundConversation, HandlersOf, Operations } from "@veche/protocol";
import { dayAfter, startOfDay } from "../../../city-time.ts";
import type { ConversationPorts } from "../ports.ts";
import { queueItemOf } from "../queue.ts";
import type { ConversationRow } from "../store.ts";
import { createFindingStore, type StoredFilter } from "./store.ts";
import { excerptOf, soughtIn } from "./words.ts";

const INDEXED_AT_ONCE = 25;

export const foundOf = (row: ConversationRow): FoundConversation => ({
  ...queueItemOf(row),
  createdAt: row.created_at,
});

/**
 * Search over conversations: by words in any of their forms and by facts. Words are indexed by stem a
 * moment after they are said, so that saying them costs nothing.
 */
export function createFinding({ database, timeZone }: Pick<ConversationPorts, "database" | "timeZone">) {
  const store = createFindingStore(database);

  const operations: Pick<HandlersOf<Operations["conversations"]>, "list"> = {
    async list({ offset, limit, query, from, to, ...facts }) {
      const sought = soughtIn(query ?? "");
      // Words that mean nothing find nothing, rather than everything.
      if (query && sought.length === 0) return { items: [], total: 0 };
      const filter: StoredFilter = {
        ...facts,
        sought,
        ...(from ? { since: startOfDay(timeZone, from).toISOString() } : {}),
        ...(to ? { before: startOfDay(timeZone, dayAfter(to, 1)).toISOString() } : {}),
      };
      const [rows, total] = await Promise.all([store.page(filter, offset, limit), store.count(filter)]);
      const items: FoundConversation[] = [];
      for (const row of rows) items.push(sought.length > 0 ? await withExcerpt(row) : foundOf(row));
      return { items, total };

      async function withExcerpt(row: ConversationRow): Promise<FoundConversation> {
        for (const { text } of await store.texts(row.id)) {
          const excerpt = excerptOf(text, sought);
          if (excerpt) return { ...foundOf(row), excerpt };
        }
        return foundOf(row);
      }
    },
  };

  return {
    operations,

    /** Makes new words searchable. @returns in how many conversations there were some */
    async indexNew(): Promise<number> {
      const waiting = await store.unindexed(INDEXED_AT_ONCE);
      const read = await Promise.all(
        waiting.map(async (row) => ({ ...row, said: await store.said(row.id, row.indexed_seq) })),
      );
      if (read.length === 0) return 0;
      // Together: a write of their own for each would make residents' messages wait for the disk.
      await database.write(async (db) => {
        for (const { id, indexed_seq: from, last_seq, said } of read) {
          // Where words were deleted there are none to wait for.
          const upTo = said.at(-1)?.seq ?? last_seq;
          const words = said.filter(({ author_kind }) => author_kind !== "system");
          const stems = new Set(words.flatMap(({ text }) => stemsOf(text)));
          await store.index(db, id, [...stems], { from, upTo });
        }
      });
      return waiting.length;
    },
  };
}
