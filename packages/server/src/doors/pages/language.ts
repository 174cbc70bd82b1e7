import type { Locale } from "@veche/protocol";
import type { Request } from "express";

export interface Language {
  readonly locale: Locale;
  /** `?lang=en` where the reader chose it, so that links keep the choice. */
  readonly suffix: string;
}

/** `?lang=` first, then `Accept-Language`, then Russian. */
export function languageOf(request: Request): Language {
  const { lang } = request.query;
  if (lang === "ru" || lang === "en") return { locale: lang, suffix: `?lang=${lang}` };
  return { locale: request.acceptsLanguages("ru", "en") === "en" ? "en" : "ru", suffix: "" };
}
