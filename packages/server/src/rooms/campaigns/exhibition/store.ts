import type { Connection } from "../../../storage/index.ts";
import { ADMITTED } from "../rules.ts";

/** Works that may hang on a wall: admitted, and their consent to be used stands. */
export const exhibitable = (db: Connection, campaign: string) =>
  db
    .selectFrom("entry")
    .selectAll("entry")
    .where("entry.campaign", "=", campaign)
    .where("entry.state", "in", ADMITTED)
    .where((it) => it.or([it("entry.image", "is not", null), it("entry.text", "!=", "")]))
    .where((it) =>
      it.exists(
        it
          .selectFrom("consent")
          .select("consent.purpose")
          .whereRef("consent.entry_id", "=", "entry.id")
          .where("consent.purpose", "=", "use")
          .where("consent.withdrawn_at", "is", null),
      ),
    )
    .orderBy("entry.number");

export const sheetsOf = (db: Connection, campaign: string) =>
  exhibitable(db, campaign)
    .innerJoin("exhibition_sheet", "exhibition_sheet.entry_id", "entry.id")
    .select(["exhibition_sheet.file", "exhibition_sheet.picture"])
    .execute();
export type SheetRow = Awaited<ReturnType<typeof sheetsOf>>[number];

/** The works that are to hang; those of before that are not among them leave. @returns keys to be erased */
export async function chooseSheets(
  db: Connection,
  campaign: string,
  entryIds: readonly string[],
): Promise<string[]> {
  const old = await db.selectFrom("exhibition_sheet").selectAll().where("campaign", "=", campaign).execute();
  const chosen = new Set(entryIds);
  const gone: string[] = [];
  for (const { entry_id, file } of old) {
    if (chosen.has(entry_id)) continue;
    await db.deleteFrom("exhibition_sheet").where("entry_id", "=", entry_id).execute();
    if (file !== null) gone.push(file);
  }
  const known = new Set(old.map(({ entry_id }) => entry_id));
  for (const entry_id of entryIds)
    if (!known.has(entry_id))
      await db
        .insertInto("exhibition_sheet")
        .values({ entry_id, campaign, file: null, picture: "" })
        .execute();
  for (const key of gone) await db.deleteFrom("entry_file").where("key", "=", key).execute();
  return gone;
}

/**
 * Names the file of a sheet, and the picture that it was made of, unless the work has left meanwhile.
 *
 * @returns the file that it takes the place of, and whether it has an owner now
 */
export async function setSheet(
  db: Connection,
  { id, file: old }: SheetRow,
  { key, picture }: { readonly key: string; readonly picture: string },
): Promise<{ readonly kept: boolean; readonly old: string | null }> {
  const { numUpdatedRows } = await db
    .updateTable("exhibition_sheet")
    .set({ file: key, picture })
    .where("entry_id", "=", id)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return { kept: false, old: null };
  if (old !== null) await db.deleteFrom("entry_file").where("key", "=", old).execute();
  await db
    .insertInto("entry_file")
    .values({ key, entry_id: id, role: "exhibition", type: "application/pdf" })
    .execute();
  return { kept: true, old };
}

/** With the entry, or with its author's name, which stands on the sheet. */
export const forgetSheet = (db: Connection, entryId: string) =>
  db.deleteFrom("exhibition_sheet").where("entry_id", "=", entryId).execute();
