import { everydayReading, teach } from "../language/everyday-reading.ts";

export type Said = (text: string) => boolean;

/**
 * Makes a test for turns of phrase. Each is words with single spaces between; a word that ends in `*` stands for all
 * its endings, `…` for up to four words, `(a|b)` for either, `^` and `$` for the message's beginning and end.
 */
export function says(...phrases: string[]): Said {
  const pattern = phrasePattern(...phrases);
  return (text) => pattern.test(everydayReading(text));
}

/** The same turns of phrase as a pattern for an everyday reading. */
export function phrasePattern(...phrases: string[]): RegExp {
  return new RegExp(phrases.map(toPattern).join("|"), "u");
}

/** Makes a test for two turns of phrase within some words of each other, in either order. */
export function saysTogether(one: readonly string[], other: readonly string[], within = 4): Said {
  const first = anyOf(one);
  const second = anyOf(other);
  const gap = `(?:[^ ]+ ){0,${within}}`;
  const pattern = new RegExp(` ${first} ${gap}${second} | ${second} ${gap}${first} `, "u");
  return (text) => pattern.test(everydayReading(text));
}

/** One of several. */
export const either =
  (...tests: Said[]): Said =>
  (text) =>
    tests.some((said) => said(text));

/** The first, unless the second. */
export const unless =
  (said: Said, spoilt: Said): Said =>
  (text) =>
    said(text) && !spoilt(text);

function anyOf(phrases: readonly string[]): string {
  return `(?:${phrases.map(inner).join("|")})`;
}

function toPattern(phrase: string): string {
  const begins = phrase.startsWith("^");
  const ends = phrase.endsWith("$");
  const body = inner(phrase.replace(/^\^\s*/, "").replace(/\s*\$$/, ""));
  return `${begins ? "^" : ""} ${body} ${ends ? "$" : ""}`;
}

function inner(phrase: string): string {
  const written = phrase.trim().replaceAll("ё", "е").replace(/ …$/, "");
  teach(written.match(/\p{L}{4,}\*?/gu) ?? []);
  return written.replaceAll("*", "[^ ]*").replaceAll(" … ", " (?:[^ ]+ ){0,4}");
}
