import { ACT_NAMES } from "@veche/protocol/audit-words";
import type { Connection } from "../../../storage/index.ts";

export interface AuditFilter {
  /** Staff id. */
  readonly who?: string | undefined;
  /** Of an action: `knowledge.`, or a whole one. */
  readonly action?: string | undefined;
  /** ISO 8601 moments; `until` is not within. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly text?: string | undefined;
}

/** What LIKE reads as more than itself stands for itself by being left out. */
const escaped = (words: string) => words.replace(/[\\%_]/g, "");

/** Acts whose name has the words in it, in either language. */
const actsCalled = (words: string): string[] =>
  Object.entries(ACT_NAMES)
    .filter(([, names]) => names.some((name) => name.toLowerCase().includes(words.toLowerCase())))
    .map(([act]) => act);

/** Lines, the newest first. */
export async function readLines(
  db: Connection,
  { who, action, from, until, text }: AuditFilter,
  limit: number,
  after?: { at: string; id: string },
) {
  let query = db
    .selectFrom("audit as a")
    .leftJoin("user as u", "u.id", "a.staff_id")
    .select(["a.id", "a.at", "a.staff_id", "a.action", "a.subject", "a.detail", "u.name", "u.email"])
    .orderBy("a.at", "desc")
    .orderBy("a.id", "desc")
    .limit(limit);
  if (who) query = query.where("a.staff_id", "=", who);
  if (action) query = query.where("a.action", "like", `${action.replace(/[%_]/g, "")}%`);
  if (from) query = query.where("a.at", ">=", new Date(from).toISOString());
  if (until) query = query.where("a.at", "<", new Date(until).toISOString());
  if (after)
    query = query.where(({ eb, or, and }) =>
      or([eb("a.at", "<", after.at), and([eb("a.at", "=", after.at), eb("a.id", "<", after.id)])]),
    );
  const words = text?.trim();
  if (!words) return query.execute();
  // Capitals are folded here: of the two databases only one knows Cyrillic ones.
  const variants = [...new Set([words, words.toLowerCase(), words[0]?.toUpperCase() + words.slice(1)])];
  const called = actsCalled(words);
  return query
    .where(({ eb, or }) =>
      or([
        ...(called.length > 0 ? [eb("a.action", "in", called)] : []),
        ...variants.flatMap((variant) =>
          (["a.subject", "a.detail", "u.name", "u.email"] as const).map((column) =>
            eb(column, "like", `%${escaped(variant)}%`),
          ),
        ),
      ]),
    )
    .execute();
}
