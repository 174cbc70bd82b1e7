import type { OutageChange } from "@veche/protocol";
import type { Connection } from "../../../storage/index.ts";

export async function addChange(db: Connection, outageId: string, change: OutageChange): Promise<void> {
  await db
    .insertInto("outage_change")
    .values({
      id: change.id,
      outage_id: outageId,
      at: change.at,
      by: change.by,
      act: change.act,
      source: change.source,
      ends_at_before: change.endsAtBefore,
      ends_at: change.endsAt,
    })
    .execute();
}

/** One that is cancelled before it began is over at its beginning, too. */
export async function setEnd(
  db: Connection,
  outage: { readonly id: string; readonly startsAt: string },
  endsAt: string,
  cancelledAt: string | undefined,
): Promise<void> {
  const startsAt = cancelledAt !== undefined && outage.startsAt > cancelledAt ? cancelledAt : outage.startsAt;
  await db
    .updateTable("outage")
    .set({ ends_at: endsAt, starts_at: startsAt })
    .where("id", "=", outage.id)
    .execute();
}

export async function changesOf(db: Connection, outageId: string): Promise<OutageChange[]> {
  const rows = await db
    .selectFrom("outage_change")
    .selectAll()
    .where("outage_id", "=", outageId)
    .orderBy("at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: row.by,
    act: row.act === "prolong" || row.act === "cancel" ? row.act : "restore",
    source: row.source,
    endsAtBefore: row.ends_at_before,
    endsAt: row.ends_at,
  }));
}
