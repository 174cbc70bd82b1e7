import { msg } from "@lit/localize";
import type { CampaignTerms } from "@veche/protocol";

/** The form as it stands on screen. */
export type Fields = Readonly<Record<TextField | DateField | NumberField, string>>;

const TEXTS = ["titleRu", "titleEn", "summaryRu", "summaryEn", "rules", "rulesEn"] as const;
const DATES = ["opensAt", "closesAt", "judgingFrom", "judgingTo", "announceAt", "awardAt"] as const;
const NUMBERS = [
  "entriesPerAuthorPerNomination",
  "maxEntriesPerAuthor",
  "consentWithinDays",
  "keepNamesDays",
] as const;
export type TextField = (typeof TEXTS)[number];
export type DateField = (typeof DATES)[number];
export type NumberField = (typeof NUMBERS)[number];

export const isLong = (field: TextField) => !field.startsWith("title");

export const textLabels = (): readonly (readonly [TextField, string])[] => [
  ["titleRu", msg("Название")],
  ["titleEn", msg("Название по-английски")],
  ["summaryRu", msg("Коротко о конкурсе")],
  ["summaryEn", msg("Коротко по-английски")],
];
export const ruleLabels = (): readonly (readonly [TextField, string])[] => [
  ["rules", msg("Правила (Markdown)")],
  ["rulesEn", msg("Правила по-английски")],
];
export const dateLabels = (): readonly (readonly [DateField, string])[] => [
  ["opensAt", msg("Приём работ с")],
  ["closesAt", msg("Приём работ до")],
  ["judgingFrom", msg("Судейство с")],
  ["judgingTo", msg("Судейство до")],
  ["announceAt", msg("Объявление итогов")],
  ["awardAt", msg("Награждение")],
];
export const numberLabels = (): readonly (readonly [NumberField, string])[] => [
  ["entriesPerAuthorPerNomination", msg("Работ от автора в номинации")],
  ["maxEntriesPerAuthor", msg("Работ от автора всего")],
  ["consentWithinDays", msg("Ждать согласия родителя, дней")],
  ["keepNamesDays", msg("Хранить имена после итогов, дней")],
];

/** The field of the form that a refusal's path is about. */
export const fieldOf = (path: string | undefined): string =>
  (path ?? "")
    .replace(/^terms\./, "")
    .replace(/^(title|summary)\.(ru|en)$/, (_, name: string, of: string) =>
      of === "ru" ? `${name}Ru` : `${name}En`,
    )
    .replace(/^(dates|limits)\./, "");

export function fieldsOf({ title, summary, dates, limits, ...terms }: CampaignTerms): Fields {
  const at = (name: DateField) => dates[name] ?? "";
  const many = (count: number | undefined) => (count === undefined ? "" : String(count));
  return {
    titleRu: title.ru,
    titleEn: title.en ?? "",
    summaryRu: summary.ru,
    summaryEn: summary.en ?? "",
    rules: terms.rules,
    rulesEn: terms.rulesEn ?? "",
    opensAt: at("opensAt"),
    closesAt: at("closesAt"),
    judgingFrom: at("judgingFrom"),
    judgingTo: at("judgingTo"),
    announceAt: at("announceAt"),
    awardAt: at("awardAt"),
    entriesPerAuthorPerNomination: many(limits.entriesPerAuthorPerNomination),
    maxEntriesPerAuthor: many(limits.maxEntriesPerAuthor),
    consentWithinDays: many(terms.consentWithinDays),
    keepNamesDays: many(terms.keepNamesDays),
  };
}

/** What is saved of the form. A date whose minute was not touched stays as it was, to the second. */
export function termsOf(fields: Fields, before: CampaignTerms): CampaignTerms {
  const sentence = (ru: string, en: string) => ({ ru: ru.trim(), ...(en.trim() && { en: en.trim() }) });
  const at = (name: DateField): string | undefined => fields[name] || undefined;
  const many = (name: NumberField) => (fields[name].trim() ? Number(fields[name]) : undefined);
  return {
    title: sentence(fields.titleRu, fields.titleEn),
    summary: sentence(fields.summaryRu, fields.summaryEn),
    dates: {
      opensAt: at("opensAt") ?? before.dates.opensAt,
      closesAt: at("closesAt") ?? before.dates.closesAt,
      judgingFrom: at("judgingFrom"),
      judgingTo: at("judgingTo"),
      announceAt: at("announceAt"),
      awardAt: at("awardAt"),
    },
    limits: {
      entriesPerAuthorPerNomination: many("entriesPerAuthorPerNomination"),
      maxEntriesPerAuthor: many("maxEntriesPerAuthor"),
    },
    consentWithinDays: many("consentWithinDays") ?? before.consentWithinDays,
    keepNamesDays: many("keepNamesDays") ?? before.keepNamesDays,
    rules: fields.rules,
    ...(fields.rulesEn.trim() && { rulesEn: fields.rulesEn }),
  };
}
