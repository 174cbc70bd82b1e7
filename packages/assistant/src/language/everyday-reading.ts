import { everydayForms, isEverydayWord, isOrdinary } from "../thesaurus/ordinary.ts";
import { commonEnglish } from "./common-words.ts";
import { wordsOf } from "./normalise.ts";
import { remembering } from "./remembering.ts";
import { readingOf } from "./repair.ts";
import { createVocabulary, nearestOf, type Vocabulary } from "./vocabulary.ts";

let sought: Vocabulary | undefined;
const taught = new Set<string>();
const taughtBeginnings = new Set<string>();
const known = {
  knows: (word: string, locale: "ru" | "en") =>
    locale === "ru" ? isOrdinary(word) : commonEnglish.has(word) || isEverydayWord(word),
  spells: isEverydayWord,
};
/** Nobody mistypes more in one message; a text of pure noise must not cost seconds. */
const MOST_MENDED = 30;
const MOST_LETTERS = 40;

/**
 * A message as its words were meant, normalised, a space before, between and after: wrong layout, transliteration and
 * typos are undone against everyday words, without any knowledge base.
 */
export const everydayReading = remembering((text: string): string => {
  let mended = 0;
  const words = layoutReading(text).map((word) => {
    if (mended >= MOST_MENDED || !isMendable(word)) return word;
    mended++;
    return everydayWord(word);
  });
  return ` ${words.join(" ")} `;
});

/** The words of a message, normalised, with a wrong layout or transliteration undone. */
export const layoutReading = remembering((text: string): readonly string[] =>
  wordsOf(readingOf(text, known).text),
);

/** Russian typed on an English keyboard or in Latin letters, as it was meant; undefined when it is neither. */
export function meantInRussian(text: string): string | undefined {
  if (/\p{Script=Cyrillic}/u.test(text)) return undefined;
  const reading = layoutReading(text).join(" ");
  return /\p{Script=Cyrillic}/u.test(reading) ? reading : undefined;
}

/** Adds words, and beginnings of words marked by `*`, that messages are searched for: what is sought is never mended away. */
export function teach(words: readonly string[]): void {
  for (const word of words) {
    if (word.endsWith("*")) taughtBeginnings.add(word.slice(0, -1));
    else taught.add(word);
  }
  sought = undefined;
  everydayReading.forget();
  isMendable.forget();
  mendedBefore.forget();
}

function isTaught(word: string): boolean {
  if (taught.has(word)) return true;
  for (let length = 4; length <= word.length; length++)
    if (taughtBeginnings.has(word.slice(0, length))) return true;
  return false;
}

const isMendable = remembering(
  (word: string): boolean =>
    word.length >= 5 &&
    word.length <= MOST_LETTERS &&
    /^[а-я]+$/u.test(word) &&
    !isOrdinary(word) &&
    !isTaught(word),
);

/** An unknown word as the everyday word that it nearly is. */
export function everydayWord(word: string): string {
  return isMendable(word) ? mendedBefore(word) : word;
}

/** The same words are mistyped and missed by the thesaurus again and again. */
const mendedBefore = remembering((word: string): string => {
  sought ??= createVocabulary(new Map([...taught].map((known) => [known, 1])));
  const near = nearestOf(word, everydayForms().words, sought);
  return near && near.distance <= (word.length > 6 ? 1 : 0.7) ? near.word : word;
});
