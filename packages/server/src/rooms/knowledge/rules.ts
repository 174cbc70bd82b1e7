import type { Outcome } from "@veche/assistant";
import type { Locale } from "@veche/protocol";

interface TopicTitle {
  readonly ru: string;
  readonly en: string;
}

/** How residents are told the usual topics; a topic that isn't here is shown as staff wrote it. */
const TOPIC_TITLES: Readonly<Record<string, TopicTitle>> = {
  utilities: { ru: "Вода, тепло, свет и газ", en: "Water, heat, power and gas" },
  "housing-services": { ru: "Дом и управляющая организация", en: "Your building and who runs it" },
  waste: { ru: "Мусор", en: "Waste" },
  roads: { ru: "Дороги, дворы и освещение", en: "Roads, yards and street lights" },
  transport: { ru: "Городской транспорт", en: "Public transport" },
  education: { ru: "Детские сады и школы", en: "Kindergartens and schools" },
  social: { ru: "Пособия и социальная помощь", en: "Benefits and social help" },
  housing: { ru: "Жильё", en: "Housing" },
  "land-building": { ru: "Земля и строительство", en: "Land and building" },
  documents: { ru: "Документы и справки", en: "Documents and certificates" },
  business: { ru: "Бизнес и торговля", en: "Business and trade" },
  ecology: { ru: "Природа и животные", en: "Nature and animals" },
  "culture-sport": { ru: "Культура и спорт", en: "Culture and sport" },
  emergency: { ru: "Безопасность и чрезвычайные ситуации", en: "Safety and emergencies" },
  administration: { ru: "Администрация и обращения", en: "City administration and appeals" },
};

export function topicTitle(topic: string, locale: Locale): string {
  return TOPIC_TITLES[topic]?.[locale] ?? topic;
}

interface Dated {
  readonly expires: string;
  readonly reviewOn: string;
}

/** How an article stands on a day. */
export interface Standing {
  /** Until when the city vouched for it: the earlier of its last day and its review date; empty where it has neither. */
  readonly vouchedUntil: string;
  /** Past that day: offered with the date, never answered from by itself. */
  readonly expired: boolean;
}

/** The last day itself counts. */
export function standingOn({ expires, reviewOn }: Dated, day: string): Standing {
  const vouchedUntil = [expires, reviewOn].filter(Boolean).toSorted()[0] ?? "";
  return { vouchedUntil, expired: vouchedUntil !== "" && vouchedUntil < day };
}

/** An article that the city no longer vouches for is at most offered. */
export const outcomeFor = (outcome: Outcome, first: { readonly expired: boolean } | undefined): Outcome =>
  outcome === "answer" && first?.expired ? "choose" : outcome;

/** A question's words alone, without case, punctuation and ё. */
export const wordingOf = (question: string) =>
  question
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();

/** Whether an article is already asked for in these words. */
export function hasPhrasing(
  article: { readonly question: string; readonly alternatives: readonly string[] },
  question: string,
): boolean {
  const wording = wordingOf(question);
  return [article.question, ...article.alternatives].some((phrasing) => wordingOf(phrasing) === wording);
}
