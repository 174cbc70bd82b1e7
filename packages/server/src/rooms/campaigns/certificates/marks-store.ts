import { CERTIFICATE_MARKS, type CertificateMark } from "@veche/protocol";
import type { CampaignMarkTable, Connection } from "../../../storage/index.ts";

/** Mark → key of its picture. */
export async function marksOf(db: Connection, campaign: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom("campaign_mark").selectAll().where("campaign", "=", campaign).execute();
  return new Map(rows.map(({ mark, file }) => [mark, file]));
}

export async function markNames(db: Connection, campaign: string): Promise<CertificateMark[]> {
  const known = await marksOf(db, campaign);
  return CERTIFICATE_MARKS.filter((mark) => known.has(mark));
}

export const addMark = (db: Connection, mark: CampaignMarkTable) =>
  db.insertInto("campaign_mark").values(mark).execute();

/** @returns the key of its picture, if there was one */
export async function removeMark(
  db: Connection,
  campaign: string,
  mark: CertificateMark,
): Promise<string | undefined> {
  const row = await db
    .deleteFrom("campaign_mark")
    .where("campaign", "=", campaign)
    .where("mark", "=", mark)
    .returning("file")
    .executeTakeFirst();
  return row?.file;
}
