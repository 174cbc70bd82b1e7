import type { CampaignTerms } from "@veche/protocol";
import { slugOf } from "../../../parts/slug.ts";

/** The terms as they are sent: what was added gets its address, an age group its usual name. */
export function completed(terms: CampaignTerms): CampaignTerms {
  const criteria = addressed(terms.criteria, ({ title }) => title.ru);
  const { jury, award, organiser, ...others } = terms;
  return {
    ...others,
    ...(organiser ? { organiser } : {}),
    ...(jury?.size ? { jury: { ...jury, blind: Boolean(jury.blind) } } : {}),
    ...(award?.place || award?.note
      ? { award: { place: award.place ?? "", note: award.note ?? "", ...inEnglish(award) } }
      : {}),
    consents: terms.consents.map(({ en, ...document }) => ({
      ...document,
      // A translation that lacks its title goes by the Russian one; one without a text is none.
      ...(en?.text ? { en: { title: en.title || document.title, text: en.text } } : {}),
    })),
    nominations: addressed(terms.nominations, ({ title }) => title.ru),
    ageGroups: addressed(terms.ageGroups, ({ minAge, maxAge }) => `${minAge}-${maxAge ?? "plus"}`).map(
      (group) => ({ ...group, title: group.title.trim() || agesInWords(group) }),
    ),
    criteria,
    tieBreak: terms.tieBreak.filter((slug) => criteria.some((it) => it.slug === slug)),
  };
}

const inEnglish = ({ en }: NonNullable<CampaignTerms["award"]>) =>
  en?.place || en?.note ? { en: { place: en.place ?? "", note: en.note ?? "" } } : {};

const agesInWords = ({ minAge, maxAge }: CampaignTerms["ageGroups"][number]) =>
  maxAge === null ? `${minAge} лет и старше` : `${minAge}–${maxAge} лет`;

function addressed<Row extends { readonly slug: string }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): Row[] {
  const taken = new Set(rows.map(({ slug }) => slug).filter(Boolean));
  return rows.map((row) => {
    if (row.slug) return row;
    const name = slugOf(nameOf(row)) || "one";
    let slug = name;
    for (let again = 2; taken.has(slug); again += 1) slug = `${name}-${again}`;
    taken.add(slug);
    return { ...row, slug };
  });
}
