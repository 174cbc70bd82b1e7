import type { Locale } from "../types.ts";
import { layoutReading } from "./everyday-reading.ts";
import { lettersIn } from "./letters.ts";

/** The language that a resident writes in: that of the letters, unless they are Russian words in Latin letters or on the wrong layout. */
export function languageOf(text: string): Locale {
  return languageOfLetters(layoutReading(text).join(" "));
}

/** The language of a text whose layout is right. */
export function languageOfLetters(text: string): Locale {
  const { latin, cyrillic } = lettersIn(text);
  return latin > cyrillic ? "en" : "ru";
}
