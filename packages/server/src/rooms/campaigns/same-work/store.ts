import type { Connection } from "../../../storage/index.ts";

export const marksOf = async (db: Connection, id: string): Promise<string | undefined> =>
  (await db.selectFrom("entry_marks").select("marks").where("entry_id", "=", id).executeTakeFirst())?.marks;

export async function keepMarks(
  db: Connection,
  id: string,
  { glances, marks, at }: { readonly glances: string; readonly marks: string; readonly at: Date },
): Promise<void> {
  await db.deleteFrom("entry_marks").where("entry_id", "=", id).execute();
  await db
    .insertInto("entry_marks")
    .values({ entry_id: id, added_at: at.toISOString(), glances, marks })
    .execute();
}

/** Entries with a picture and without marks: from before there were any, or whose picture could not be looked at. */
export const unmarkedEntries = async (db: Connection): Promise<string[]> =>
  (
    await db
      .selectFrom("entry")
      .leftJoin("entry_marks", "entry_marks.entry_id", "entry.id")
      .select("entry.id")
      .where("entry.image", "is not", null)
      .where("entry_marks.entry_id", "is", null)
      .orderBy("entry.created_at")
      .execute()
  ).map(({ id }) => id);

/** What is looked at first, of the works added since a moment, in the order of adding. */
export const glancesSince = (
  db: Connection,
  { addedAt, id }: { readonly addedAt: string; readonly id: string },
  limit: number,
) =>
  db
    .selectFrom("entry_marks")
    .select(["entry_id", "added_at", "glances"])
    .where((it) =>
      it.or([it("added_at", ">", addedAt), it.and([it("added_at", "=", addedAt), it("entry_id", ">", id)])]),
    )
    .orderBy("added_at")
    .orderBy("entry_id")
    .limit(limit)
    .execute();

/** In place of what was said of the entry before. */
export async function keepSameWorks(
  db: Connection,
  id: string,
  found: readonly { readonly id: string; readonly places: number }[],
): Promise<void> {
  await forgetPairs(db, id);
  const pairs = found.flatMap((other) => [
    { entry_id: id, other_id: other.id, places: other.places },
    { entry_id: other.id, other_id: id, places: other.places },
  ]);
  if (pairs.length > 0) await db.insertInto("same_work").values(pairs).execute();
}

const forgetPairs = (db: Connection, id: string) =>
  db
    .deleteFrom("same_work")
    .where((it) => it.or([it("entry_id", "=", id), it("other_id", "=", id)]))
    .execute();

/** Once the work itself goes. */
export async function forgetMarks(db: Connection, id: string): Promise<void> {
  await db.deleteFrom("entry_marks").where("entry_id", "=", id).execute();
  await forgetPairs(db, id);
}

/** The works that show the same sheet as one of the entries, the surest first. */
export const sameWorksOf = (db: Connection, ids: readonly string[]) =>
  db
    .selectFrom("same_work")
    .innerJoin("entry", "entry.id", "same_work.other_id")
    .select([
      "same_work.entry_id",
      "same_work.places",
      "entry.id",
      "entry.number",
      "entry.campaign",
      "entry.image",
    ])
    .where("same_work.entry_id", "in", ids)
    .orderBy("same_work.places", "desc")
    .orderBy("entry.id")
    .execute();
