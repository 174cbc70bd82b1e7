import type { Locale } from "../operation.ts";
import { ACT_NAMES } from "./act-names.ts";
import { FIELD_NAMES, VALUE_NAMES } from "./field-names.ts";

export { ACT_NAMES };

type Named = Readonly<Record<string, readonly [ru: string, en: string]>>;
const named = (names: Named, code: string, locale: Locale) => names[code]?.[locale === "ru" ? 0 : 1] ?? code;

/** What was done; an act without words is told by its code. */
export const actName = (action: string, locale: Locale): string => named(ACT_NAMES, action, locale);

const ITSELF = { ru: "Сам сервер", en: "The server itself" } as const;

/** Who did it: a person's name, their id where the name is gone, or the server at the end of a term. */
export const actorName = (name: string | null, id: string, locale: Locale): string =>
  id === "system" ? ITSELF[locale] : (name ?? id);

/** Of what a line says besides, as the server keeps it. */
export interface AuditDetail {
  /** Field by field, what it was and what it became. */
  readonly changed?: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A moment in the reader's words. */
type TellMoment = (moment: string) => string;

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const EMPTY = { ru: "пусто", en: "empty" } as const;

function valueWords(value: unknown, locale: Locale, tell: TellMoment): string {
  if (value === undefined || value === null || value === "") return "";
  if (Array.isArray(value)) return value.map((one) => valueWords(one, locale, tell)).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  return MOMENT.test(text) ? tell(text) : named(VALUE_NAMES, text, locale);
}

/** `name.en` is the field's English. */
function fieldWords(field: string, locale: Locale): string {
  const [name = "", language] = field.split(".");
  const words = named(FIELD_NAMES, name, locale);
  return language === "en" ? `${words} (en)` : words;
}

/**
 * What a line says besides, a sentence each: fields with what they were and became, reasons, counts.
 *
 * @param detail what was kept; words that a person wrote come back as they are
 */
export function detailLines(detail: string, locale: Locale, tell: TellMoment): string[] {
  const kept = parsed(detail);
  if (!kept) return detail ? [valueWords(detail, locale, tell)] : [];
  const { changed, facts } = kept;
  const words = (value: unknown) => valueWords(value, locale, tell);
  return [
    ...Object.entries(changed ?? {}).map(([field, [before, after]]) => {
      const [was, is] = [words(before), words(after) || EMPTY[locale]];
      return `${fieldWords(field, locale)}: ${was ? `${was} → ` : ""}${is}`;
    }),
    ...Object.entries(facts ?? {}).flatMap(([field, value]) => {
      const said = words(value);
      return said ? [`${fieldWords(field, locale)}: ${said}`] : [];
    }),
  ];
}

/** Older lines are an object of facts by itself, or no object at all. */
function parsed(detail: string): AuditDetail | undefined {
  if (!detail.startsWith("{")) return undefined;
  try {
    const kept = JSON.parse(detail) as AuditDetail;
    const isOurs = typeof kept.changed === "object" || typeof kept.facts === "object";
    return isOurs ? kept : { facts: kept as Readonly<Record<string, unknown>> };
  } catch {
    return undefined;
  }
}
