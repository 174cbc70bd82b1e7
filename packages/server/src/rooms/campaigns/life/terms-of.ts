import { type CampaignTerms, type ConsentDocument, Refusal } from "@veche/protocol";
import type { Connection } from "../../../storage/index.ts";
import { type CampaignFile, readCampaign } from "../campaign-file.ts";
import { consentDocuments } from "../consents.ts";
import { asksOf } from "../kinds/index.ts";
import { CONSENT_WITHIN_DAYS, KEEP_NAMES_DAYS } from "../rules.ts";
import type { CampaignRecord } from "../store.ts";
import type { ChangedPart } from "./store.ts";

/** Where a campaign says nothing else: the jury gives places as it likes. */
const PLACES = { shared: true, mayStayEmpty: true };
const TITLES = { winner: "Победитель", prizeWinner: "Призёр" };

/** A campaign's terms as an administrator changes them. */
export function termsOf(campaign: CampaignRecord): CampaignTerms {
  const { data } = campaign;
  const { entriesPerAuthorPerNomination, maxEntriesPerAuthor, entriesPerInstitution } = data.limits;
  return {
    title: data.title,
    summary: data.summary,
    organiser: data.organiser,
    dates: data.dates,
    participants: data.participants,
    nominations: data.nominations,
    ageGroups: data.ageGroups,
    asks: asksOf(campaign),
    limits: { entriesPerAuthorPerNomination, maxEntriesPerAuthor, entriesPerInstitution },
    criteria: data.criteria,
    tieBreak: data.tieBreak,
    jury: data.jury,
    prizes: data.prizes,
    places: data.places ?? PLACES,
    titles: data.titles ?? TITLES,
    award: data.award,
    vote: data.vote && { ...data.vote, by: data.vote.by ?? "browser" },
    consents: consentDocuments(data),
    consentWithinDays: data.consentWithinDays ?? CONSENT_WITHIN_DAYS,
    keepNamesDays: data.keepNamesDays ?? KEEP_NAMES_DAYS,
    rules: data.rules,
    ...(data.rulesEn === undefined ? {} : { rulesEn: data.rulesEn }),
  };
}

/**
 * The campaign as a file would bring it, with new terms. Changed rules and consents get a version of their own.
 *
 * @param day of the change, in the city: `2026-11-22`
 * @throws Refusal `invalid` that names the field
 */
export function withTerms(campaign: CampaignRecord, terms: CampaignTerms, day: string): CampaignFile {
  const { slug, kind, state, data } = campaign;
  const { limits, consents, rulesEn, ...others } = terms;
  const { maxFileMb, minLongSidePx, formats } = data.limits;
  const before = termsOf(campaign);
  return readCampaign({
    locale: data.locale,
    coOrganiser: data.coOrganiser,
    articles: data.articles,
    ...others,
    ...(rulesEn === undefined ? {} : { rulesEn }),
    rulesVersion: differs("rules", before, terms) ? nextVersion(data.rulesVersion, day) : data.rulesVersion,
    ...(differs("consents", before, terms)
      ? withConsents(before.consents, consents, day, data.consent)
      : { consent: data.consent, consents: data.consents }),
    slug,
    kind,
    state,
    limits: { maxFileMb, minLongSidePx, formats, ...limits },
  });
}

function withConsents(
  before: readonly ConsentDocument[],
  after: readonly ConsentDocument[],
  day: string,
  old: { readonly version: string },
) {
  const said = ({ title, text, required, en }: ConsentDocument) =>
    JSON.stringify([title, text, required, en]);
  const consents = after.map((document) => {
    const known = before.find(({ purpose }) => purpose === document.purpose);
    const isSame = known !== undefined && said(known) === said(document);
    return { ...document, version: isSame ? known.version : nextVersion(known?.version ?? old.version, day) };
  });
  const processing = consents.find(({ purpose }) => purpose === "processing");
  const { version, text, en } = processing ?? { version: old.version, text: "", en: undefined };
  return { consents, consent: { version, text, ...(en?.text ? { textEn: en.text } : {}) } };
}

/** Named by the day; the second of a day counts on. */
function nextVersion(before: string, day: string): string {
  if (!before.startsWith(day)) return day;
  return `${day}-${Number(before.slice(day.length + 1) || 1) + 1}`;
}

/** What of the terms is another after than before; dates count as moments, however they are written. */
export function differs(part: ChangedPart, before: CampaignTerms, after: CampaignTerms): boolean {
  const said = (terms: CampaignTerms) =>
    JSON.stringify(ordered(part === "rules" ? [terms.rules, terms.rulesEn ?? ""] : terms[part]));
  return said(before) !== said(after);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value === "string" && MOMENT.test(value)) return Date.parse(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .filter(([, it]) => it !== undefined && it !== null && it !== "")
    .map(([name, it]) => [name, ordered(it)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Where works compete already can't be taken from under them. @throws Refusal `conflict` */
export async function refuseEmptied(db: Connection, slug: string, terms: CampaignTerms): Promise<void> {
  const used = await db
    .selectFrom("entry")
    .select(["nomination", "age_group"])
    .distinct()
    .where("campaign", "=", slug)
    .where("state", "!=", "withdrawn")
    .execute();
  const isGone = (own: readonly { readonly slug: string }[], name: string) =>
    !own.some((it) => it.slug === name);
  if (used.some(({ nomination }) => isGone(terms.nominations, nomination)))
    throw new Refusal("conflict", { reason: "campaigns.nomination_in_use", field: "terms.nominations" });
  if (used.some(({ age_group }) => isGone(terms.ageGroups, age_group)))
    throw new Refusal("conflict", { reason: "campaigns.age_group_in_use", field: "terms.ageGroups" });
}
