import type { ConversationFilter } from "@veche/protocol";
import type { Expression, SqlBool } from "kysely";
import { type Connection, type Database, prepared } from "../../../storage/index.ts";
import type { Sought } from "./words.ts";

/** A filter as the tables know it: days are moments, words are stems. */
export interface StoredFilter extends Omit<ConversationFilter, "query" | "from" | "to"> {
  readonly sought: readonly Sought[];
  readonly since?: string;
  readonly before?: string;
}

/** After every word that begins with the same letters, in every alphabet that residents write in. */
const LAST_LETTER = "\u{ffff}";

/** A turn has a dozen of them, so they go in by so many. */
const STEMS_AT_ONCE = 16;
const places = Array.from({ length: STEMS_AT_ONCE }, (_, at) => `stem${at}`);

const addStems = prepared((db, given: Record<string, string>) =>
  db
    .insertInto("conversation_stem")
    .values(
      places.map((place) => ({ stem: given[place] ?? "", conversation_id: given.conversationId ?? "" })),
    )
    .onConflict((conflict) => conflict.columns(["stem", "conversation_id"]).doNothing()),
);

const moveMark = prepared((db, { id, from, upTo }: { id: string; from: number; upTo: number }) =>
  db
    .updateTable("conversation")
    .set({ indexed_seq: upTo })
    .where("id", "=", id)
    .where("indexed_seq", "=", from)
    .returning("id"),
);

export function createFindingStore({ read }: Pick<Database, "read">) {
  const chosen = (filter: StoredFilter) =>
    read.selectFrom("conversation").where((it) => {
      const all: Expression<SqlBool>[] = [it("deleted_at", "is", null)];
      if (filter.state === "open") all.push(it("state", "!=", "closed"));
      else if (filter.state) all.push(it("state", "=", filter.state));
      if (filter.standing === "call_back") all.push(it("call_back_contact", "is not", null));
      else if (filter.standing) all.push(it("standing", "=", filter.standing));
      if (filter.department) all.push(it("department", "=", filter.department));
      if (filter.operator) all.push(it("operator_id", "=", filter.operator));
      if (filter.channel) all.push(it("channel", "=", filter.channel));
      if (filter.reason) all.push(it("close_reason", "=", filter.reason));
      if (filter.language) all.push(it("locale", "=", filter.language));
      if (filter.since) all.push(it("updated_at", ">=", filter.since));
      if (filter.before) all.push(it("updated_at", "<", filter.before));
      for (const { stem, beginning } of filter.sought) {
        const holding = it.selectFrom("conversation_stem").select("conversation_id");
        const same =
          beginning === undefined
            ? holding.where("stem", "=", stem)
            : holding.where((or) =>
                or.or([
                  or("stem", "=", stem),
                  or.and([or("stem", ">=", beginning), or("stem", "<", beginning + LAST_LETTER)]),
                ]),
              );
        all.push(it("id", "in", same));
      }
      return it.and(all);
    });

  return {
    page: (filter: StoredFilter, offset: number, limit: number) =>
      chosen(filter)
        .selectAll()
        .orderBy("updated_at", "desc")
        .orderBy("id", "desc")
        .offset(offset)
        .limit(limit)
        .execute(),

    async count(filter: StoredFilter): Promise<number> {
      const { count } = await chosen(filter)
        .select(({ fn }) => fn.countAll().as("count"))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    texts: (conversationId: string) =>
      read
        .selectFrom("message")
        .select("text")
        .where("conversation_id", "=", conversationId)
        .where("author_kind", "!=", "system")
        .orderBy("seq", "desc")
        .limit(200)
        .execute(),

    /** Conversations with words that can't be searched yet. */
    unindexed: (limit: number) =>
      read
        .selectFrom("conversation")
        .select(["id", "indexed_seq", "last_seq"])
        .whereRef("indexed_seq", "<", "last_seq")
        .limit(limit)
        .execute(),

    said: (conversationId: string, afterSeq: number) =>
      read
        .selectFrom("message")
        .select(["seq", "text", "author_kind"])
        .where("conversation_id", "=", conversationId)
        .where("seq", ">", afterSeq)
        .orderBy("seq")
        .limit(500)
        .execute(),

    /** Nothing, where an erasure or another process came first since the words were read. */
    async index(
      db: Connection,
      conversationId: string,
      stems: readonly string[],
      { from, upTo }: { readonly from: number; readonly upTo: number },
    ): Promise<void> {
      const moved = await moveMark(db, { id: conversationId, from, upTo });
      if (moved.length === 0) return;
      for (let at = 0; at < stems.length; at += STEMS_AT_ONCE) {
        // Where they run out, the last comes again, and is there already.
        const some = places.map((place, next) => [place, stems[at + next] ?? stems.at(-1) ?? ""] as const);
        await addStems(db, { ...Object.fromEntries(some), conversationId });
      }
    },
  };
}

export type FindingStore = ReturnType<typeof createFindingStore>;
/** A message as the index reads it. */
export type Words = Awaited<ReturnType<FindingStore["said"]>>[number];
