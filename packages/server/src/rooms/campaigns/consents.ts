import { createHash } from "node:crypto";
import {
  CONSENT_PURPOSES,
  type ConsentDocument,
  type ConsentPurpose,
  type EntryForm,
  Refusal,
} from "@veche/protocol";
import type { CampaignData } from "./campaign-file.ts";

/**
 * The documents that an entry's representative is asked to agree to, one purpose each. A campaign
 * that has only the text on processing gets the other two in the city's usual words; all three carry
 * that text's version.
 */
export function consentDocuments({ consent, consents, title, locale }: CampaignData): ConsentDocument[] {
  if (consents) return consents;
  const campaign = (locale === "en" ? title.en : undefined) ?? title.ru;
  const words = WORDS[locale];
  return CONSENT_PURPOSES.map((purpose) => {
    const isProcessing = purpose === "processing";
    const inEnglish = isProcessing ? consent.textEn : WORDS.en[purpose].text(title.en ?? title.ru);
    return {
      purpose,
      version: consent.version,
      title: words[purpose].title,
      text: isProcessing ? consent.text : words[purpose].text(campaign),
      required: isProcessing,
      ...(locale === "en" || !inEnglish ? {} : { en: { title: WORDS.en[purpose].title, text: inEnglish } }),
    };
  });
}

/** The consents of a form, and beside them what an author of 14 to 17 agreed to. */
export type ConsentFields = Pick<EntryForm, `consent.${ConsentPurpose | "author"}`>;

export interface GivenConsent {
  readonly purpose: ConsentPurpose;
  readonly version: string;
  /** SHA-256, hexadecimal. */
  readonly textDigest: string;
  readonly authorAgreed: boolean;
}

/**
 * The consents that the form gives, each checked against the documents as they are now.
 *
 * @throws Refusal `invalid` for a required one that is missing, and for a version no longer in force
 */
export function givenConsents(documents: readonly ConsentDocument[], form: ConsentFields): GivenConsent[] {
  const authorsVersion = form["consent.author"]?.trim();
  const processing = documents.find(({ purpose }) => purpose === "processing");
  if (authorsVersion && authorsVersion !== processing?.version)
    throw new Refusal("invalid", { reason: "campaigns.consent_changed", field: "consent.author" });
  const given: GivenConsent[] = [];
  for (const purpose of CONSENT_PURPOSES) {
    const field = `consent.${purpose}` as const;
    const document = documents.find((it) => it.purpose === purpose);
    const version = form[field]?.trim();
    if (!version) {
      if (document?.required) throw new Refusal("invalid", { reason: "campaigns.consent_missing", field });
      continue;
    }
    if (document?.version !== version)
      throw new Refusal("invalid", { reason: "campaigns.consent_changed", field });
    given.push(consentTo(document, Boolean(authorsVersion)));
  }
  return given;
}

/** What a signed slip says: the purposes that are ticked, in the documents as they are now. */
export function consentsOnPaper(
  documents: readonly ConsentDocument[],
  purposes: readonly ConsentPurpose[],
  authorAgreed: boolean,
): GivenConsent[] {
  const missing = documents.find(({ purpose, required }) => required && !purposes.includes(purpose));
  if (missing) throw new Refusal("invalid", { reason: "campaigns.consent_missing", field: "purposes" });
  return documents
    .filter(({ purpose }) => purposes.includes(purpose))
    .map((document) => consentTo(document, authorAgreed));
}

const consentTo = ({ purpose, version, text }: ConsentDocument, authorAgreed: boolean): GivenConsent => ({
  purpose,
  version,
  textDigest: createHash("sha256").update(text).digest("hex"),
  authorAgreed,
});

const WORDS = {
  ru: {
    processing: { title: "Обработка персональных данных", text: (campaign: string) => campaign },
    publishing: {
      title: "Публикация работы",
      text: (campaign: string) =>
        `Я, законный представитель участника (или сам участник, если он совершеннолетний), разрешаю опубликовать работу, ` +
        `поданную на мероприятие «${unquoted(campaign)}».\n\n**Что увидят все:** изображение работы, её название, имя автора, ` +
        `первую букву фамилии и возраст. Фамилию целиком, учебное заведение и контакты не публикуем.\n\n` +
        `**Где:** в галерее работ и в сообщении об итогах на сайте города.\n\n` +
        `Без этого согласия работу оценят наравне с другими, но показывать её не будут. ` +
        `Согласие можно отозвать в любой день по личной ссылке заявки: работа исчезнет с сайта.`,
    },
    use: {
      title: "Использование работы",
      text: (campaign: string) =>
        `Я, законный представитель участника (или сам участник, если он совершеннолетний), разрешаю организатору ` +
        `безвозмездно использовать работу, поданную на мероприятие «${unquoted(campaign)}»: показывать на городских выставках ` +
        `и печатать в некоммерческих изданиях города с указанием имени автора и первой буквы фамилии.\n\n` +
        `Права на работу остаются у автора. Для участия это согласие не требуется; ` +
        `его можно отозвать в любой день по личной ссылке заявки.`,
    },
  },
  en: {
    processing: { title: "Processing of personal data", text: (campaign: string) => campaign },
    publishing: {
      title: "Publishing the work",
      text: (campaign: string) =>
        `I, the author's legal representative (or the author, if of age), allow the work entered for ` +
        `“${campaign}” to be published.\n\n**What everyone sees:** the picture of the work, its title, the author's first ` +
        `name, the initial of the last name, and the age. The full last name, the school and contacts are not published.\n\n` +
        `**Where:** in the gallery and in the announcement of results on the city's site.\n\n` +
        `Without this consent the work is judged like any other but never shown. The consent can be withdrawn ` +
        `any day by the entry's private link: the work then disappears from the site.`,
    },
    use: {
      title: "Use of the work",
      text: (campaign: string) =>
        `I, the author's legal representative (or the author, if of age), allow the organiser to use the work entered ` +
        `for “${campaign}” free of charge: to show it at city exhibitions and to print it in non-commercial city ` +
        `publications, naming the author's first name and the initial of the last name.\n\n` +
        `The author keeps all rights. Taking part does not depend on this consent; it can be withdrawn any day by ` +
        `the entry's private link.`,
    },
  },
};

/** «Конкурс … «Защитим лес»» would nest the same quotation marks. */
const unquoted = (title: string) => title.replaceAll("«", "„").replaceAll("»", "“");
