import type { Locale } from "../types.ts";
import { layoutReading } from "./everyday-reading.ts";

/** The language that a resident writes in: that of the letters, unless they are Russian words in Latin letters or on the wrong layout. */
export function languageOf(text: string): Locale {
  return languageOfLetters(layoutReading(text).join(" "));
}

/** The language of a text whose layout is right. */
export function languageOfLetters(text: string): Locale {
  const cyrillic = text.match(/[а-яё]/gi)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return latin > cyrillic ? "en" : "ru";
}
