import type { CertificateKind } from "@veche/protocol";
import type { CertificateTable, Connection } from "../../../storage/index.ts";
import { resultsWithEntries } from "../judging/store.ts";
import { admittedEntries, certificatesOf } from "./store.ts";

type Due = Pick<CertificateTable, "entry_id" | "kind" | "award">;

/**
 * Who is owed a paper: a diploma for every award, a certificate for every admitted work without
 * one, thanks to every teacher once, however many works they brought.
 */
export async function dueCertificates(
  db: Connection,
  campaign: string,
  kinds: readonly CertificateKind[],
): Promise<Due[]> {
  const awards = await resultsWithEntries(db, campaign);
  const entries = await admittedEntries(db, campaign);
  const awarded = new Set(awards.map(({ id }) => id));
  const thanked = new Set((await certificatesOf(db, campaign, "thanks")).map(teacherKey));
  const due: Record<CertificateKind, () => Due[]> = {
    diploma: () => awards.map(({ id, award }) => ({ entry_id: id, kind: "diploma", award })),
    participant: () =>
      entries
        .filter(({ id }) => !awarded.has(id))
        .map(({ id }) => ({ entry_id: id, kind: "participant", award: "" })),
    thanks: () =>
      entries.flatMap((entry) => {
        const key = teacherKey(entry);
        if (entry.teacher.trim() === "" || thanked.has(key)) return [];
        thanked.add(key);
        return [{ entry_id: entry.id, kind: "thanks", award: "" }];
      }),
  };
  return kinds.flatMap((kind) => due[kind]());
}

/** One teacher, however the name was typed. */
const teacherKey = ({ teacher, institution }: { teacher: string; institution: string }) =>
  [teacher, institution]
    .map((text) =>
      text
        .normalize("NFKC")
        .toLocaleLowerCase("ru")
        .replaceAll("ё", "е")
        .replace(/[^\p{L}\d]+/gu, " ")
        .trim(),
    )
    .join("\n");
