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

export async function setEnd(db: Connection, id: string, endsAt: string): Promise<void> {
  await db.updateTable("outage").set({ ends_at: endsAt }).where("id", "=", id).execute();
}

/** Its announced times stay: only so can be said later what was cancelled. */
export async function setCancelled(db: Connection, id: string, at: string): Promise<void> {
  await db.updateTable("outage").set({ cancelled_at: at }).where("id", "=", id).execute();
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
