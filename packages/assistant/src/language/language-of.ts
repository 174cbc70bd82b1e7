import type { Locale } from "../types.ts";

/** The language that a resident writes in. */
export function languageOf(text: string): Locale {
  const cyrillic = text.match(/[а-яё]/gi)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return latin > cyrillic ? "en" : "ru";
}
