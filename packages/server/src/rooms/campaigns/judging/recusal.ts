import type { EntryTable } from "../../../storage/index.ts";

export type RecusalBy = "work" | "school" | "surname";
export interface Recusal {
  readonly by: RecusalBy;
  /** An entry's id, a school's name or a surname, as the juror gave it. */
  readonly value: string;
}

const fold = (text: string) =>
  text
    .replaceAll("№", " ")
    .normalize("NFKC")
    .toLocaleLowerCase("ru")
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();

/** «Петрова» and «Петров» are one family. */
const family = (surname: string) => fold(surname).replace(/(ская|ский|ая|ый|ий|ой|а)$/u, "");

/** Whether a juror who recused themself so must not see the work. */
export function isRecused(
  recusals: readonly Recusal[],
  work: Pick<EntryTable, "id" | "institution" | "author_last_name" | "teacher" | "guardian_name">,
): boolean {
  const school = ` ${fold(work.institution)} `;
  const families = new Set(
    [work.author_last_name, ...work.guardian_name.split(/\s+/), ...work.teacher.split(/\s+/)]
      .map(family)
      .filter((it) => it.length > 1),
  );
  return recusals.some(({ by, value }) => {
    if (by === "work") return value === work.id;
    if (by === "school") return fold(value) !== "" && school.includes(` ${fold(value)} `);
    return families.has(family(value));
  });
}
