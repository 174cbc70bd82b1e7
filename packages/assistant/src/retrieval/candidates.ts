import type { Analysis } from "./analysis.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";

export interface CandidateEntry {
  entry: number;
  /** Scores of the three inverted indexes as shares of what is possible. */
  stems: number;
  prefixes: number;
  concepts: number;
}

const MOST_CANDIDATES = 100;
const ASKING_WEIGHT = 0.3;
const PREFIX_SHARE = 0.7;

/** The entries worth a closer look, by stems, prefixes and concepts together. */
export function candidateEntries(
  question: Analysis,
  index: KnowledgeIndex,
  asking: ReadonlySet<number>,
): CandidateEntry[] {
  const total = index.ids.length;
  const stemScores = new Float32Array(total);
  const prefixScores = new Float32Array(total);
  const conceptScores = new Float32Array(total);
  const possible = { stems: 0, prefixes: 0, concepts: 0 };
  const seen = new Set<string>();
  for (const [at, text] of question.stems.entries()) {
    const weight = question.weights[at]!;
    if (weight === 0 || seen.has(text)) continue;
    seen.add(text);
    const stem = index.stemNumber(text);
    const prefix = index.prefixNumber(question.prefixes[at]!);
    index.stems.add(stem, weight, stemScores);
    index.prefixes.add(prefix, weight, prefixScores);
    possible.stems += weight * index.stems.idf(stem);
    possible.prefixes += weight * index.prefixes.idf(prefix);
  }
  for (const { concept, strength } of question.concepts) {
    const weight = strength * (asking.has(concept) ? ASKING_WEIGHT : 1);
    index.concepts.add(concept, weight, conceptScores);
    possible.concepts += weight * index.concepts.idf(concept);
  }

  const stemScale = 1 / (possible.stems || 1);
  const prefixScale = 1 / (possible.prefixes || 1);
  const conceptScale = 1 / (possible.concepts || 1);
  const rough = new Float32Array(total);
  for (let entry = 0; entry < total; entry++) {
    rough[entry] =
      stemScores[entry]! * stemScale +
      PREFIX_SHARE * prefixScores[entry]! * prefixScale +
      conceptScores[entry]! * conceptScale;
  }
  return best(rough, MOST_CANDIDATES).map((entry) => ({
    entry,
    stems: stemScores[entry]! * stemScale,
    prefixes: prefixScores[entry]! * prefixScale,
    concepts: conceptScores[entry]! * conceptScale,
  }));
}

/** The entries with the highest scores above 0, best first. */
function best(scores: Float32Array, most: number): number[] {
  const kept: number[] = [];
  let least = 0;
  const trim = () => {
    kept.sort((one, other) => scores[other]! - scores[one]! || one - other);
    kept.length = Math.min(kept.length, most);
    if (kept.length === most) least = scores[kept[most - 1]!]!;
  };
  for (let entry = 0; entry < scores.length; entry++) {
    if (scores[entry]! <= least) continue;
    kept.push(entry);
    if (kept.length >= 4 * most) trim();
  }
  trim();
  return kept;
}
