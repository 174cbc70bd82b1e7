import type { CertificateKind, Locale, StaffCertificate } from "@veche/protocol";
import type { CertificateSheet } from "../../../documents/index.ts";
import { cleanName } from "../entries/public-name.ts";
import type { CampaignRecord } from "../store.ts";
import { childsName, type PrintedName, teachersName } from "./names.ts";
import type { IssuedCertificate } from "./store.ts";

/** A sheet is in the city's language, whatever its reader's. */
const WORDS = {
  diploma: { heading: "Диплом", lead: "награждается" },
  thanks: { heading: "Благодарность", lead: "выражается" },
  participant: { heading: "Сертификат участника", lead: "вручается" },
} as const satisfies Record<CertificateKind, { heading: string; lead: string }>;

/** The name worked out in the case that the sheet's words ask for. */
function workedOut({ kind, ...row }: IssuedCertificate): PrintedName {
  if (kind === "thanks") return teachersName(row.teacher);
  return childsName(
    row.author_first_name,
    row.author_last_name,
    kind === "diploma" ? "nominative" : "dative",
  );
}

export function staffView(row: IssuedCertificate): StaffCertificate {
  const { name, unsure } = workedOut(row);
  return {
    number: row.number,
    kind: row.kind as CertificateKind,
    entryId: row.entry_id,
    entryNumber: row.entry_number,
    ...(row.award === "" ? {} : { award: row.award }),
    name: row.name ?? name,
    corrected: row.name !== null,
    unsure: row.name === null && unsure,
    made: row.file !== null,
  };
}

/** The year in which the results were announced, by the city's clock. */
export const yearOf = ({ announceAt }: Pick<CampaignRecord, "announceAt">, now: Date, timeZone: string) =>
  Number(new Intl.DateTimeFormat("en", { timeZone, year: "numeric" }).format(announceAt ?? now));

interface SheetWords {
  readonly campaign: CampaignRecord;
  readonly organiser: string;
  readonly year: number;
  readonly publicUrl: string;
}

export function sheetOf(
  row: IssuedCertificate,
  { campaign, organiser, year, publicUrl }: SheetWords,
): CertificateSheet {
  const kind = row.kind as CertificateKind;
  return {
    ...WORDS[kind],
    name: row.name ?? workedOut(row).name,
    lines: linesOf(kind, row, nominationTitle(campaign, row.nomination, "ru")),
    contest: campaign.data.title.ru,
    organiser,
    year: `${year} год`,
    number: row.number,
    address: `${publicUrl}/certificates/${row.number}`,
  };
}

const quoted = (title: string) => (/[«»]/.test(title) ? title : `«${title}»`);

function linesOf(kind: CertificateKind, row: IssuedCertificate, nomination: string): string[] {
  const institution = cleanName(row.institution);
  const from = institution === "" ? [] : [institution];
  if (kind === "thanks") return [...from, "за подготовку участников конкурса"];
  const work = `за работу ${quoted(cleanName(row.title))}`;
  if (kind === "participant") return [...from, `${work} в номинации ${quoted(nomination)}`];
  return [...from, row.award, `в номинации ${quoted(nomination)}`, work];
}

export function nominationTitle({ data }: CampaignRecord, slug: string, locale: Locale): string {
  const title = data.nominations.find((it) => it.slug === slug)?.title;
  return (locale === "en" && title?.en) || title?.ru || slug;
}
