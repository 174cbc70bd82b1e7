import { wordsOf } from "../language/normalise.ts";
import { stem } from "../language/stem.ts";
import { wordWeight } from "../language/stop-words.ts";
import type { ConceptHit, Thesaurus } from "../thesaurus/compile.ts";

/** A text as the rankers see it. */
export interface Analysis {
  words: readonly string[];
  stems: readonly string[];
  /** First five letters, where stems of one word differ. */
  prefixes: readonly string[];
  /** 0 for politeness, little for words that only hold the sentence together, else 1; a word in a row with `words`. */
  weights: readonly number[];
  concepts: readonly ConceptHit[];
}

export const PREFIX_LENGTH = 5;

export function prefixOf(word: string): string {
  return word.slice(0, PREFIX_LENGTH);
}

export function analyse(text: string, thesaurus: Thesaurus): Analysis {
  return analyseWords(wordsOf(text), thesaurus);
}

export function analyseWords(words: readonly string[], thesaurus: Thesaurus): Analysis {
  const stems = words.map(stem);
  return {
    words,
    stems,
    prefixes: words.map(prefixOf),
    weights: words.map(wordWeight),
    concepts: thesaurus.hitsOf(words, stems),
  };
}
