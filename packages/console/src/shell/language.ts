import { configureLocalization } from "@lit/localize";
import { sourceLocale, targetLocales } from "../texts/generated/locales.ts";

export const LANGUAGES = ["ru", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = "veche.language";

const localization = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: () => import("../texts/generated/en.ts"),
});

export function language(): Language {
  return LANGUAGES.find((known) => known === localization.getLocale()) ?? "ru";
}

/** Speaks the language from now on; elements say everything anew. */
export async function speak(chosen: Language): Promise<void> {
  localStorage.setItem(KEY, chosen);
  document.documentElement.lang = chosen;
  await localization.setLocale(chosen);
}

/** The language chosen before, else the browser's, else Russian. */
export function preferredLanguage(): Language {
  const wishes = [localStorage.getItem(KEY), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wishes.flatMap((wish) => LANGUAGES.filter((known) => known === wish))[0] ?? "ru";
}
