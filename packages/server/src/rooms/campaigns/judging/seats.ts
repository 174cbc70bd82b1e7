import type { Connection, EntryTable } from "../../../storage/index.ts";

/** What one of the jury judges. */
export interface Seat {
  readonly judges: boolean;
  /** Only these; all where none is named. */
  readonly nominations: readonly string[];
  /** Only these; all where none is named. */
  readonly ageGroups: readonly string[];
}

export const EVERYTHING: Seat = { judges: true, nominations: [], ageGroups: [] };

/** Address → seat, of those who have one in the campaign. */
export async function seatsOf(db: Connection, campaign: string): Promise<ReadonlyMap<string, Seat>> {
  const rows = await db.selectFrom("jury_seat").selectAll().where("campaign", "=", campaign).execute();
  return new Map(
    rows.map(({ email, judges, nominations, age_groups }) => [
      email,
      {
        judges: judges === 1,
        nominations: JSON.parse(nominations) as string[],
        ageGroups: JSON.parse(age_groups) as string[],
      },
    ]),
  );
}

export async function keepSeat(
  db: Connection,
  of: { readonly campaign: string; readonly email: string; readonly at: Date },
  seat: Seat,
): Promise<void> {
  const values = {
    judges: seat.judges ? 1 : 0,
    nominations: JSON.stringify(seat.nominations),
    age_groups: JSON.stringify(seat.ageGroups),
    at: of.at.toISOString(),
  };
  await db
    .insertInto("jury_seat")
    .values({ campaign: of.campaign, email: of.email, ...values })
    .onConflict((it) => it.columns(["campaign", "email"]).doUpdateSet(values))
    .execute();
}

/** Whether works of this nomination and age group are judged from the seat. */
export function judgesFrom(
  { judges, nominations, ageGroups }: Seat,
  { nomination, age_group }: Pick<EntryTable, "nomination" | "age_group">,
): boolean {
  const isAmong = (one: string, those: readonly string[]) => those.length === 0 || those.includes(one);
  return judges && isAmong(nomination, nominations) && isAmong(age_group, ageGroups);
}

/** Everybody of the jury who may sign in, by id. */
export const jurorsOf = async (db: Connection) =>
  (
    await db
      .selectFrom("user")
      .select(["id", "email", "name", "disabled"])
      .where("role", "=", "jury")
      .orderBy("name")
      .execute()
  ).filter(({ disabled }) => disabled !== 1);
