import type { CitySettings, Role } from "@veche/protocol";

const FIELDS = [
  "nameRu",
  "nameEn",
  "headingRu",
  "headingEn",
  "greetingRu",
  "greetingEn",
  "suggestionsRu",
  "suggestionsEn",
  "noticeRu",
  "noticeEn",
  "accent",
  "phone",
  "privacyUrl",
  "operatorHours",
  "origins",
] as const;
/** A field of the form, each as it stands on screen. */
export type Field = (typeof FIELDS)[number];
type Fields = Readonly<Record<Field, string>>;

/** The setting whose Russian or English a field holds, or all of it. */
export const settingOf = (field: Field): string => field.replace(/(Ru|En)$/, "");

const lines = (text: string) => text.split("\n").flatMap((line) => line.trim() || []);
const sentence = (ru: string, en: string) => ({ ru: ru.trim(), ...(en.trim() && { en: en.trim() }) });
const filled = (text: string) => text.trim() || undefined;

export const fieldsOf = (settings: CitySettings): Fields => ({
  nameRu: settings.name.ru,
  nameEn: settings.name.en ?? "",
  headingRu: settings.heading.ru,
  headingEn: settings.heading.en ?? "",
  greetingRu: settings.greeting.ru,
  greetingEn: settings.greeting.en ?? "",
  suggestionsRu: settings.suggestions.ru.join("\n"),
  suggestionsEn: settings.suggestions.en.join("\n"),
  noticeRu: settings.notice?.ru ?? "",
  noticeEn: settings.notice?.en ?? "",
  accent: settings.accent ?? "",
  phone: settings.phone ?? "",
  privacyUrl: settings.privacyUrl ?? "",
  operatorHours: settings.operatorHours ?? "",
  origins: settings.origins.join("\n"),
});

/** What is saved of the form; what it does not show stays as it was. */
export const settingsOf = (
  fields: Fields,
  before: CitySettings,
  secondFactor: readonly Role[],
): CitySettings => ({
  secondFactor: [...secondFactor],
  callCentre: before.callCentre,
  name: sentence(fields.nameRu, fields.nameEn),
  heading: sentence(fields.headingRu, fields.headingEn),
  greeting: sentence(fields.greetingRu, fields.greetingEn),
  suggestions: { ru: lines(fields.suggestionsRu), en: lines(fields.suggestionsEn) },
  notice: fields.noticeRu.trim() ? sentence(fields.noticeRu, fields.noticeEn) : undefined,
  accent: filled(fields.accent),
  phone: filled(fields.phone),
  privacyUrl: filled(fields.privacyUrl),
  operatorHours: filled(fields.operatorHours),
  origins: lines(fields.origins),
});
