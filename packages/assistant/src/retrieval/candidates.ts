import type { Analysis } from "./analysis.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";
import type { Postings } from "./postings.ts";

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

/** A term of the question, with what it counts. */
interface Term {
  term: number;
  weight: number;
}

/** Postings that are read of one kind; a town's knowledge base never has as many. */
const MOST_POSTINGS = 100_000;
const FEWEST_TERMS = 3;

/** The entries worth a closer look, by stems, prefixes and concepts together. */
export function candidateEntries(
  question: Analysis,
  index: KnowledgeIndex,
  asking: ReadonlySet<number>,
): CandidateEntry[] {
  const total = index.ids.length;
  const stems: Term[] = [];
  const prefixes: Term[] = [];
  const seen = new Set<string>();
  for (const [at, text] of question.stems.entries()) {
    const weight = question.weights[at]!;
    if (weight === 0 || seen.has(text)) continue;
    seen.add(text);
    stems.push({ term: index.stemNumber(text), weight });
    prefixes.push({ term: index.prefixNumber(question.prefixes[at]!), weight });
  }
  const concepts = question.concepts.map(({ concept, strength }) => ({
    term: concept,
    weight: strength * (asking.has(concept) ? ASKING_WEIGHT : 1),
  }));
  const stemScores = scoresOf(stems, index.stems, total);
  const prefixScores = scoresOf(prefixes, index.prefixes, total);
  const conceptScores = scoresOf(concepts, index.concepts, total);
  const possible = {
    stems: possibleOf(stems, index.stems),
    prefixes: possibleOf(prefixes, index.prefixes),
    concepts: possibleOf(concepts, index.concepts),
  };

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

function possibleOf(terms: readonly Term[], postings: Postings): number {
  return terms.reduce((sum, { term, weight }) => sum + weight * postings.idf(term), 0);
}

/** Scores by entry; where the postings are too many, the commonest terms are left out, for they tell least. */
function scoresOf(terms: readonly Term[], postings: Postings, total: number): Float32Array {
  const scores = new Float32Array(total);
  const telling = terms.toSorted((one, other) => postings.size(one.term) - postings.size(other.term));
  let read = 0;
  for (const [at, { term, weight }] of telling.entries()) {
    read += postings.size(term);
    if (read > MOST_POSTINGS && at >= FEWEST_TERMS) break;
    postings.add(term, weight, scores);
  }
  return scores;
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
