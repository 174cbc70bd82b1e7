import type { EntryState } from "@veche/protocol";
import type { Connection, EntryTable } from "../../../storage/index.ts";

export const entriesByIds = async (db: Connection, ids: readonly string[]): Promise<EntryTable[]> =>
  ids.length === 0 ? [] : db.selectFrom("entry").selectAll().where("id", "in", ids).execute();

interface StaffPage {
  /** Only these: a juror's works. */
  readonly ids?: readonly string[] | undefined;
  readonly campaigns?: readonly string[] | undefined;
  readonly states?: readonly EntryState[] | undefined;
  readonly nomination?: string | undefined;
  readonly ageGroup?: string | undefined;
  /** Only those with reports that nobody has looked into. */
  readonly reported?: boolean | undefined;
  readonly after?: { readonly createdAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** The longest waiting first. */
export function staffPage(db: Connection, page: StaffPage): Promise<EntryTable[]> {
  let query = db.selectFrom("entry").selectAll();
  const { ids, campaigns, states, nomination, ageGroup, after } = page;
  if (ids !== undefined) query = query.where("id", "in", ids);
  if (campaigns !== undefined) query = query.where("campaign", "in", campaigns);
  if (states !== undefined) query = query.where("state", "in", states);
  if (nomination !== undefined) query = query.where("nomination", "=", nomination);
  if (ageGroup !== undefined) query = query.where("age_group", "=", ageGroup);
  if (page.reported) {
    query = query.where("id", "in", (it) =>
      it.selectFrom("entry_report").select("entry_id").where("resolved_at", "is", null),
    );
  }
  if (after !== undefined) {
    query = query.where((it) =>
      it.or([
        it("created_at", ">", after.createdAt),
        it.and([it("created_at", "=", after.createdAt), it("id", ">", after.id)]),
      ]),
    );
  }
  return query.orderBy("created_at").orderBy("id").limit(page.limit).execute();
}

export const consentsOf = (db: Connection, ids: readonly string[]) =>
  db
    .selectFrom("consent")
    .select(["entry_id", "purpose", "author_agreed_at"])
    .where("entry_id", "in", ids)
    .where("withdrawn_at", "is", null)
    .execute();

export const setDecision = (
  db: Connection,
  ids: readonly string[],
  decision: {
    readonly state: EntryState;
    readonly reason: string | null;
    readonly at: Date;
    readonly by: string;
    readonly fixBy: string | null;
    readonly sameAs: string | null;
  },
) =>
  db
    .updateTable("entry")
    .set({
      state: decision.state,
      reason: decision.reason,
      decided_at: decision.at.toISOString(),
      decided_by: decision.by,
      fix_by: decision.fixBy,
      same_as: decision.sameAs,
    })
    .where("id", "in", ids)
    .execute();

/** The entry of that number, withdrawn ones too. */
export const entryOfNumber = (db: Connection, campaign: string, number: number) =>
  db
    .selectFrom("entry")
    .select(["id", "number", "state"])
    .where("campaign", "=", campaign)
    .where("number", "=", number)
    .executeTakeFirst();

/** What those are that entries were found to be the same as. */
export const placesOf = (db: Connection, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom("entry").select(["id", "campaign", "number"]).where("id", "in", ids).execute();

export const setDescription = (db: Connection, id: string, alt: string) =>
  db.updateTable("entry").set({ alt }).where("id", "=", id).execute();
