import type { Locale } from "@veche/protocol";
import type { Request } from "express";

/** `?locale=` first, then `Accept-Language`, then Russian. */
export function localeOf(request: Request): Locale {
  const { locale } = request.query;
  if (locale === "ru" || locale === "en") return locale;
  return request.acceptsLanguages("ru", "en") === "en" ? "en" : "ru";
}
