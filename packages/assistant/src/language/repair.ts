import type { Locale } from "../types.ts";
import { commonEnglish, commonRussian } from "./common-words.ts";
import { asEnglishLayout, asRussianLayout } from "./keyboard.ts";
import { lettersIn } from "./letters.ts";
import { normalise, wordsOf } from "./normalise.ts";
import { readingsOf } from "./transliteration.ts";

/** Which words a reader knows. */
export interface KnownWords {
  /** Whether a normalised word, or another form of it, is known. */
  knows(word: string, locale: Locale): boolean;
  /** Whether a normalised Russian word is known in this very form. */
  spells(word: string): boolean;
}

export interface Reading {
  text: string;
  how: "layout" | "transliteration" | undefined;
}

/**
 * Undoes a wrong keyboard layout or transliteration, when the reading gains known words; otherwise the text as it is,
 * so that English stays English.
 */
export function readingOf(text: string, known: KnownWords): Reading {
  const { latin, cyrillic } = lettersIn(text);
  if (latin > cyrillic) return latinReading(text, known);
  if (cyrillic >= 4 && latin === 0) return cyrillicReading(text, known);
  return { text, how: undefined };
}

function latinReading(text: string, known: KnownWords): Reading {
  const asIs = share(wordsOf(text), (word) => commonEnglish.has(word) || known.knows(word, "en"));
  const layout = asRussianLayout(text);
  const inRussian = share(wordsOf(layout), (word) => knowsRussian(word, known));
  const transliterated = text.replaceAll(/[a-z'46]*[a-z][a-z'46]*/gi, (word) => bestReading(word, known));
  const inTranslit = share(wordsOf(transliterated), (word) => knowsRussian(word, known));
  if (inRussian > asIs + 0.2 && inRussian > inTranslit) return { text: layout, how: "layout" };
  if (inTranslit > asIs + 0.15) return { text: transliterated, how: "transliteration" };
  return { text, how: undefined };
}

function cyrillicReading(text: string, known: KnownWords): Reading {
  const asIs = share(wordsOf(text), (word) => knowsRussian(word, known));
  if (asIs > 0.34) return { text, how: undefined };
  const layout = asEnglishLayout(text);
  const inEnglish = share(wordsOf(layout), (word) => commonEnglish.has(word) || known.knows(word, "en"));
  return inEnglish > asIs + 0.4 ? { text: layout, how: "layout" } : { text, how: undefined };
}

/** No word has more letters, so that noise is never read in every way it could be meant. */
const MOST_LETTERS = 40;

function bestReading(word: string, known: KnownWords): string {
  if (word.length > MOST_LETTERS) return word;
  const readings = readingsOf(word);
  const softened = [...readings, ...readings.map((reading) => `${reading}ь`)];
  return (
    softened.find((reading) => known.spells(normalise(reading))) ??
    readings.find((reading) => knowsRussian(normalise(reading), known)) ??
    readings[0] ??
    word
  );
}

function knowsRussian(word: string, known: KnownWords): boolean {
  return commonRussian.has(word) || known.knows(word, "ru");
}

/** The share of letters that stand in known words, so that long words count more than «в» and «и». */
function share(words: readonly string[], isKnown: (word: string) => boolean): number {
  const written = words.filter((word) => /\p{L}/u.test(word));
  const letters = written.reduce((sum, word) => sum + word.length, 0);
  return letters === 0 ? 0 : written.filter(isKnown).reduce((sum, word) => sum + word.length, 0) / letters;
}
