import { commonRussian } from "../language/common-words.ts";
import { wordsOf } from "../language/normalise.ts";
import { stem } from "../language/stem.ts";
import { civicConcepts } from "./civic.ts";

let stems: Set<string> | undefined;

/** Whether a normalised word, in any form, is an ordinary word of Russian town life. */
export function isOrdinary(word: string): boolean {
  stems ??= new Set([...commonRussian, ...civicConcepts.flatMap(wordsOf)].map(stem));
  return commonRussian.has(word) || stems.has(stem(word));
}
