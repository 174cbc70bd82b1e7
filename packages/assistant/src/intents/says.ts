import { spaced } from "../language/normalise.ts";

/**
 * Makes a test for turns of phrase. Each is words with single spaces between; a word that ends in `*` stands for all
 * its endings, `…` for up to four words, `(a|b)` for either.
 */
export function says(...phrases: string[]): (text: string) => boolean {
  const pattern = new RegExp(phrases.map(toPattern).join("|"), "u");
  return (text) => pattern.test(spaced(text));
}

function toPattern(phrase: string): string {
  return ` ${phrase.trim().replaceAll("*", "[\\p{L}\\d]*").replaceAll(" … ", " (?:[\\p{L}\\d]+ ){0,4}")} `;
}
