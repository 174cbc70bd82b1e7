import type { Locale } from "@veche/protocol";

const NAMES = {
  ru: { email: "[почта]", number: "[номер]", name: "[имя]" },
  en: { email: "[e-mail]", number: "[number]", name: "[name]" },
} as const satisfies Record<Locale, object>;

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** A phone, a personal account, a passport: six digits or more, however they are grouped. */
const NUMBER = /(?:\+\s?)?\(?\d(?:[\s().\-–]{0,3}\d){5,}/g;
const INTRODUCTION = "(меня зовут|мо[её] имя|моя фамилия|фио|с уважением|my name is|i am called|regards)";
const INTRODUCED = new RegExp(
  `(?<!\\p{L})${INTRODUCTION}([\\s,:—-]+)\\p{L}[\\p{L}-]*((?:[ \\t]+\\p{L}[\\p{L}-]*\\.?){0,2})`,
  "giu",
);
const INTRODUCED_BY_MASK = new RegExp(`${INTRODUCTION}[\\s,:—-]+\\[(имя|name)\\][,.!;]?`, "giu");
/** «Иванова Мария Петровна», «Мария Петровна Иванова». */
const WITH_PATRONYMIC =
  /(?<![\p{L}])(?:\p{Lu}[\p{L}-]+[ \t]+){1,2}\p{Lu}\p{L}*(?:ович|евич|ич|овна|евна|ична|инична)(?:[ \t]+\p{Lu}[\p{L}-]+)?(?![\p{L}])/gu;

/** The question with e-mail addresses, phones and other long numbers, and names of people left out. */
export function masked(question: string, locale: Locale): string {
  const { email, number, name } = NAMES[locale];
  return question
    .replace(EMAIL, email)
    .replace(NUMBER, number)
    .replace(
      INTRODUCED,
      (_all, phrase: string, gap: string, rest: string) => `${phrase}${gap}${name}${afterName(rest)}`,
    )
    .replace(WITH_PATRONYMIC, name);
}

/** Of the words after a first name: those that are no names, hence not capitalised. */
const afterName = (words: string) => words.replace(/^(?:[ \t]+\p{Lu}[\p{L}-]*\.?)+/u, "");

/** What is left to find an article by. */
export const withoutMasks = (question: string) =>
  Object.values(NAMES)
    .flatMap((names) => Object.values(names))
    .reduce((text, mask) => text.replaceAll(mask, " "), question.replace(INTRODUCED_BY_MASK, " "))
    .replace(/\s+/g, " ")
    .trim();
