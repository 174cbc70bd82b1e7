import { configureLocalization, type LocaleModule } from "@lit/localize";

export type Locale = "ru" | "en";

/** The first language that the texts have: the element's, the page's, the browser's; else Russian. */
export function localeOf(
  attribute: string | null | undefined,
  pageLanguage: string,
  browser: readonly string[],
): Locale {
  for (const language of [attribute, pageLanguage, ...browser]) {
    if (/^ru\b/i.test(language ?? "")) return "ru";
    if (/^en\b/i.test(language ?? "")) return "en";
  }
  return "ru";
}

/** {@link localeOf} for this page. */
export function pageLocale(attribute?: string | null): Locale {
  return localeOf(attribute, document.documentElement.lang, navigator.languages);
}

/** How dates are written: in English day first and by 24 hours, as the city's own pages have them. */
export const dateLocale = (locale: string): string => (locale === "en" ? "en-GB" : locale);

/** Loads the English texts of one part of the interface; the Russian ones are in its source. */
export type TextPack = () => Promise<LocaleModule>;

const packs = new Map<TextPack, Promise<void>>();
const english: LocaleModule["templates"] = {};

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: "ru",
  targetLocales: ["en"],
  loadLocale: async () => ({ templates: english }),
});

/**
 * Makes the page's elements speak a language; a page speaks one at a time.
 *
 * @param pack the texts of the asking element; only those are fetched. Without them it goes on in Russian
 * @returns when the texts are there
 */
export async function speak(locale: Locale, pack: TextPack): Promise<void> {
  if (locale === "en") await loaded(pack).catch(() => packs.delete(pack));
  await setLocale(locale);
}

function loaded(pack: TextPack): Promise<void> {
  const loading = packs.get(pack) ?? pack().then((texts) => void Object.assign(english, texts.templates));
  packs.set(pack, loading);
  return loading;
}

/** The language that is spoken now. */
export const spokenLocale = (): Locale => (getLocale() === "en" ? "en" : "ru");
