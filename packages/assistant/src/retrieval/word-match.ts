import { type Analysis, PREFIX_LENGTH } from "./analysis.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";
import type { WeightedRagged } from "./ragged.ts";

/** A word of the question with what it weighs in this knowledge base. */
export interface AskedWord {
  /** Number of its stem and of its prefix; −1 when the knowledge base has none such. */
  stem: number;
  prefix: number;
  weight: number;
  concepts: readonly { concept: number; strength: number }[];
}

export const SAME_BEGINNING = 0.85;
export const SAME_CONCEPT = 0.9;
const UNKNOWN = 0.6;

export function askedWords(
  question: Analysis,
  index: KnowledgeIndex,
  asking: ReadonlySet<number>,
): AskedWord[] {
  return question.stems.flatMap((text, at) => {
    const importance = question.weights[at]!;
    if (importance === 0) return [];
    const concepts = question.concepts.filter(
      ({ concept, positions }) => positions.includes(at) && !asking.has(concept),
    );
    const stem = index.stemNumber(text);
    const prefix =
      question.prefixes[at]!.length >= PREFIX_LENGTH ? index.prefixNumber(question.prefixes[at]!) : -1;
    const rarity = index.stems.has(stem)
      ? index.stems.idf(stem)
      : concepts.length > 0
        ? Math.max(...concepts.map(({ concept }) => index.concepts.idf(concept)))
        : index.stems.idf(stem) * UNKNOWN;
    return [{ stem, prefix, weight: importance * rarity, concepts }];
  });
}

/** How well a phrasing says a word, 0..1: by the stem, the beginning, or another word for the same. */
export function wordMatch(word: AskedWord, phrasing: number, index: KnowledgeIndex): number {
  if (word.stem >= 0 && index.phrasingStems.has(phrasing, word.stem)) return 1;
  const beginning =
    word.prefix >= 0 && index.phrasingPrefixes.has(phrasing, word.prefix) ? SAME_BEGINNING : 0;
  return Math.max(beginning, SAME_CONCEPT * conceptMatch(word, phrasing, index.phrasingConcepts));
}

function conceptMatch(word: AskedWord, row: number, concepts: WeightedRagged): number {
  let best = 0;
  for (const { concept, strength } of word.concepts)
    best = Math.max(best, strength * concepts.weightOf(row, concept));
  return best;
}

export function inBody(word: AskedWord, entry: number, index: KnowledgeIndex): boolean {
  return word.stem >= 0 && index.bodyStems.has(entry, word.stem);
}
