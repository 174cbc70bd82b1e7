import type { CeremonyGuestTable, Connection } from "../../../storage/index.ts";

export const guestsOf = (db: Connection, campaign: string) =>
  db
    .selectFrom("ceremony_guest")
    .leftJoin("user", "user.id", "ceremony_guest.handed_by")
    .selectAll("ceremony_guest")
    .select("user.name as handed_name")
    .where("campaign", "=", campaign)
    .execute();
export type GuestRow = Awaited<ReturnType<typeof guestsOf>>[number];

export const guestOf = (db: Connection, entryId: string) =>
  db.selectFrom("ceremony_guest").selectAll().where("entry_id", "=", entryId).executeTakeFirst();

const NOTHING_YET = {
  position: null,
  invited_at: null,
  coming: null,
  people: null,
  photo: null,
  photo_words: "",
  replied_at: null,
  handed_to: "",
  handed_at: null,
  handed_by: "",
} satisfies Omit<CeremonyGuestTable, "entry_id" | "campaign">;

/** Keeps something of a guest; the rest stays as it is. */
export const setGuest = (
  db: Connection,
  { entry_id, campaign }: Pick<CeremonyGuestTable, "entry_id" | "campaign">,
  said: Partial<Omit<CeremonyGuestTable, "entry_id" | "campaign">>,
) =>
  db
    .insertInto("ceremony_guest")
    .values({ ...NOTHING_YET, ...said, entry_id, campaign })
    .onConflict((it) => it.column("entry_id").doUpdateSet(said))
    .execute();

export const forgetOrder = (db: Connection, campaign: string) =>
  db.updateTable("ceremony_guest").set({ position: null }).where("campaign", "=", campaign).execute();

/** Whoever is withdrawn is nobody's guest. */
export const forgetGuest = (db: Connection, entryId: string) =>
  db.deleteFrom("ceremony_guest").where("entry_id", "=", entryId).execute();
