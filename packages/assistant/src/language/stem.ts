import snowball from "snowball-stemmers";
import type { Locale } from "../types.ts";

const stemmers = { ru: snowball.newStemmer("russian"), en: snowball.newStemmer("english") };
const known = new Map<string, string>();
const MOST_REMEMBERED = 200_000;
/** No word has more letters; a run of noise is its own stem. */
const MOST_LETTERS = 40;

/** The stem of a normalised word; its script decides the language. A number is its own, and seldom comes again. */
export function stem(word: string): string {
  if (word.length > MOST_LETTERS || isNumber(word)) return word;
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const stemmed = stemmers[scriptOf(word)].stem(word);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(word, stemmed);
  return stemmed;
}

const isNumber = (word: string) => /^\d+$/.test(word);

function scriptOf(word: string): Locale {
  return /[a-z]/.test(word) ? "en" : "ru";
}
