import { wordsOf } from "./normalise.ts";
import { remembering } from "./remembering.ts";
import { stem } from "./stem.ts";
import { wordWeight } from "./stop-words.ts";

const HOLDS_SENTENCES_TOGETHER = 0.15;

/** The stems of a text's words, each once, in order; politeness and words like «и», «на» are left out. */
export const stemsOf = remembering((text: string): readonly string[] => {
  const words = wordsOf(text).filter((word) => wordWeight(word) > HOLDS_SENTENCES_TOGETHER);
  return [...new Set(words.map(stem))];
});
