import { html, type TemplateResult } from "lit";

/** Of what staff write in one language only. */
export const WRITTEN_IN = "ru";

/** What staff wrote: in English where they did so too, else in Russian, marked as such for screen readers. */
export function written(
  russian: string,
  english: string | undefined,
  locale: string,
): TemplateResult | string {
  return locale === "en" && english ? english : html`<span lang=${WRITTEN_IN}>${russian}</span>`;
}

/** Whether a reader meets Russian here who asked for another language. */
export const isUntranslated = (english: string | undefined, locale: string): boolean =>
  locale !== WRITTEN_IN && !english;
