import { commonRussian } from "../language/common-words.ts";
import { wordsOf } from "../language/normalise.ts";
import { createForms, type Forms } from "../language/mender.ts";
import { stem } from "../language/stem.ts";
import { civicConcepts } from "./civic.ts";

let words: ReadonlySet<string> | undefined;
let stems: Set<string> | undefined;

/** Every word of the civic thesaurus and of everyday Russian, normalised. */
export function everydayWords(): ReadonlySet<string> {
  return (words ??= new Set([...commonRussian, ...civicConcepts.flatMap(wordsOf)]));
}

/** Whether a normalised word stands among them in this very form. */
export function isEverydayWord(word: string): boolean {
  return everydayWords().has(word);
}

/** Whether a normalised word, in any form, is an ordinary word of Russian town life. */
export function isOrdinary(word: string): boolean {
  stems ??= new Set([...everydayWords()].map(stem));
  return commonRussian.has(word) || stems.has(stem(word));
}

let forms: Forms | undefined;

/** The same words, findable through typos; built once. */
export function everydayForms(): Forms {
  return (forms ??= createForms(new Map([...everydayWords()].map((word) => [word, 1]))));
}
