import type { CertificateKind } from "@veche/protocol";
import type { CertificateTable, Connection } from "../../../storage/index.ts";
import { ADMITTED } from "../rules.ts";

/** Certificates whose entry still takes part, with what is printed of it. */
const standing = (db: Connection) =>
  db
    .selectFrom("certificate")
    .innerJoin("entry", "entry.id", "certificate.entry_id")
    .selectAll("certificate")
    .select([
      "entry.number as entry_number",
      "entry.nomination",
      "entry.age_group",
      "entry.title",
      "entry.author_first_name",
      "entry.author_last_name",
      "entry.institution",
      "entry.teacher",
    ])
    .where("entry.state", "in", ADMITTED);

export type IssuedCertificate = Awaited<ReturnType<typeof certificatesOf>>[number];

export const certificatesOf = (db: Connection, campaign: string, kind?: CertificateKind) => {
  const all = standing(db).where("certificate.campaign", "=", campaign);
  return (kind ? all.where("certificate.kind", "=", kind) : all)
    .orderBy("entry.number")
    .orderBy("certificate.number")
    .execute();
};

export const certificateByNumber = (db: Connection, number: string) =>
  standing(db).where("certificate.number", "=", number).executeTakeFirst();

export const unmadeCertificates = (db: Connection, campaign: string, limit: number) =>
  standing(db)
    .where("certificate.campaign", "=", campaign)
    .where("certificate.file", "is", null)
    .where("entry.names_erased_at", "is", null)
    .orderBy("certificate.number")
    .limit(limit)
    .execute();

/** What is numbered already stays as it is. */
export async function addCertificates(db: Connection, rows: readonly CertificateTable[]): Promise<void> {
  const AT_ONCE = 500;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await db
      .insertInto("certificate")
      .values(rows.slice(from, from + AT_ONCE))
      .onConflict((it) => it.columns(["entry_id", "kind", "award"]).doNothing())
      .execute();
  }
}

export const admittedEntries = (db: Connection, campaign: string) =>
  db
    .selectFrom("entry")
    .select(["id", "number", "teacher", "institution"])
    .where("campaign", "=", campaign)
    .where("state", "in", ADMITTED)
    .orderBy("number")
    .execute();

/**
 * Names the file of a certificate, unless it left or was corrected meanwhile.
 *
 * @returns whether the file has an owner now
 */
export async function setFile(db: Connection, made: IssuedCertificate, key: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("certificate")
    .set({ file: key })
    .where("number", "=", made.number)
    .where("file", "is", null)
    .where("name", made.name === null ? "is" : "=", made.name)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await db
    .insertInto("entry_file")
    .values({ key, entry_id: made.entry_id, role: "certificate", type: "application/pdf" })
    .execute();
  return true;
}

export async function setName(db: Connection, number: string, name: string | null): Promise<void> {
  await db.updateTable("certificate").set({ name, file: null }).where("number", "=", number).execute();
}

/**
 * Every paper of a campaign is to be made again.
 *
 * @returns keys of the files that are to be erased
 */
export async function forgetFiles(db: Connection, campaign: string): Promise<string[]> {
  const made = await db
    .selectFrom("certificate")
    .select("file")
    .where("campaign", "=", campaign)
    .where("file", "is not", null)
    .execute();
  const keys = made.flatMap(({ file }) => file ?? []);
  await db.updateTable("certificate").set({ file: null }).where("campaign", "=", campaign).execute();
  const AT_ONCE = 500;
  for (let from = 0; from < keys.length; from += AT_ONCE)
    await db
      .deleteFrom("entry_file")
      .where("key", "in", keys.slice(from, from + AT_ONCE))
      .execute();
  return keys;
}

export const forgetFile = (db: Connection, key: string) =>
  db.deleteFrom("entry_file").where("key", "=", key).execute();
