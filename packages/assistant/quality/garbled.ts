import { asEnglishLayout } from "../src/language/keyboard.ts";
import { numbersFrom, withTypo } from "./street-sentences.ts";

const LATIN: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "yo",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

/** One typo in the longest word. */
export function withOneTypo(text: string, seed: number): string {
  const words = text.split(" ");
  const longest = words.reduce((best, word, at) => (word.length > words[best]!.length ? at : best), 0);
  words[longest] = withTypo(words[longest]!, numbersFrom(seed));
  return words.join(" ");
}

/** Typed with the English keyboard layout on. */
export function inWrongLayout(text: string): string {
  return asEnglishLayout(text);
}

export function inLatinLetters(text: string): string {
  return text.toLowerCase().replaceAll(/[а-яё]/g, (letter) => LATIN[letter] ?? letter);
}
