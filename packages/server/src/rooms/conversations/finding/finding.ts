import { stemsOf } from "@veche/assistant";
import type { FoundConversation, HandlersOf, Operations } from "@veche/protocol";
import { dayAfter, startOfDay } from "../../../city-time.ts";
import type { ConversationPorts } from "../ports.ts";
import { queueItemOf } from "../queue.ts";
import type { ConversationRow } from "../store.ts";
import { createFindingStore, type FindingStore, type StoredFilter, type Words } from "./store.ts";
import { excerptOf, soughtIn } from "./words.ts";

const INDEXED_AT_ONCE = 25;
/** A stem is some 10 µs of writing, and whoever writes meanwhile waits. */
const STEMS_IN_A_WRITE = 500;
/** Of every second. */
const INDEXING_MS = 150;

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

  const indexParts = (parts: readonly Part[]) =>
    database.write(async (db) => {
      for (const { id, stems, ...places } of parts) await store.index(db, id, [...stems], places);
    });

  return {
    operations,

    /**
     * Makes new words searchable, in small writes between which residents' own are made, and for a part of a second:
     * what is left waits for the next time.
     *
     * @returns in how many conversations there were some
     */
    async indexNew(): Promise<number> {
      const waiting = await store.unindexed(INDEXED_AT_ONCE);
      const until = performance.now() + INDEXING_MS;
      let left: Part[] = [];
      for (const row of waiting) {
        for (const part of partsOf(row, await store.said(row.id, row.indexed_seq))) {
          left.push(part);
          // Together: a write of their own for each would make residents' messages wait for the disk.
          if (left.reduce((sum, { stems }) => sum + stems.size, 0) < STEMS_IN_A_WRITE) continue;
          await indexParts(left);
          left = [];
          if (performance.now() > until) return waiting.length;
        }
      }
      if (left.length > 0) await indexParts(left);
      return waiting.length;
    },
  };
}

/** Words of a conversation that follow one another. */
interface Part {
  readonly id: string;
  readonly from: number;
  readonly upTo: number;
  readonly stems: ReadonlySet<string>;
}

type Unindexed = Awaited<ReturnType<FindingStore["unindexed"]>>[number];

function* partsOf({ id, indexed_seq, last_seq }: Unindexed, said: readonly Words[]): Generator<Part> {
  // Where words were deleted there are none to wait for.
  if (said.length === 0) yield { id, from: indexed_seq, upTo: last_seq, stems: new Set() };
  let from = indexed_seq;
  let stems = new Set<string>();
  for (const [at, { seq, text, author_kind }] of said.entries()) {
    if (author_kind !== "system") for (const stem of stemsOf(text)) stems.add(stem);
    if (stems.size < STEMS_IN_A_WRITE && at < said.length - 1) continue;
    yield { id, from, upTo: seq, stems };
    from = seq;
    stems = new Set();
  }
}
