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

/** Scores by entry while a question is ranked; one ranking ends before the next begins. */
let rough = new Float32Array(0);
/** Those of the chosen ones, which alone are looked at: what others have of an earlier question stays there. */
let exact = new Float64Array(0);
/** A row of so many entries for each that is looked at is read whole sooner than each is sought in it. */
const ROWS_READ_WHOLE = 8;

/** The entries worth a closer look, by stems, prefixes and concepts together. */
export function candidateEntries(
  question: Analysis,
  index: KnowledgeIndex,
  asking: ReadonlySet<number>,
): CandidateEntry[] {
  const total = index.ids.length;
  const words = wordTerms(question, index);
  const stems = scorer(words.stems, index.stems);
  const prefixes = scorer(words.prefixes, index.prefixes);
  const concepts = scorer(
    question.concepts.map(({ concept, strength }) => ({
      term: concept,
      weight: strength * (asking.has(concept) ? ASKING_WEIGHT : 1),
    })),
    index.concepts,
  );
  if (rough.length < total) rough = new Float32Array(total);
  else rough.fill(0, 0, total);
  stems.addRoughly(rough, 1);
  prefixes.addRoughly(rough, PREFIX_SHARE);
  concepts.addRoughly(rough, 1);
  const entries = best(rough, total, MOST_CANDIDATES);
  const [byStems, byPrefixes, byConcepts] = [stems, prefixes, concepts].map((it) => it.of(entries, total));
  return entries.map((entry, at) => ({
    entry,
    stems: byStems![at]!,
    prefixes: byPrefixes![at]!,
    concepts: byConcepts![at]!,
  }));
}

function wordTerms(question: Analysis, index: KnowledgeIndex): { stems: Term[]; prefixes: Term[] } {
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
  return { stems, prefixes };
}

/** Scores entries by some terms, as shares of what is possible: all of them in part, or one in full. */
function scorer(terms: readonly Term[], postings: Postings) {
  const possible = terms.reduce((sum, { term, weight }) => sum + weight * postings.idf(term), 0);
  const scale = 1 / (possible || 1);
  const known = terms.filter(({ term }) => postings.has(term));
  return {
    /** Where the postings are too many, the commonest terms are left out, for they tell least. */
    addRoughly(scores: Float32Array, share: number): void {
      const telling = terms.toSorted((one, other) => postings.size(one.term) - postings.size(other.term));
      let read = 0;
      for (const [at, { term, weight }] of telling.entries()) {
        read += postings.size(term);
        if (read > MOST_POSTINGS && at >= FEWEST_TERMS) break;
        postings.add(term, weight * share * scale, scores);
      }
    },
    /** The scores of some entries, in their order; term by term, for each has the entries that hold it in one row. */
    of(entries: readonly number[], total: number): Float64Array {
      if (exact.length < total) exact = new Float64Array(total);
      for (const entry of entries) exact[entry] = 0;
      for (const { term, weight } of known) {
        if (postings.size(term) <= ROWS_READ_WHOLE * entries.length) postings.addExactly(term, weight, exact);
        else for (const entry of entries) exact[entry]! += weight * postings.weightIn(term, entry);
      }
      return Float64Array.from(entries, (entry) => exact[entry]! * scale);
    },
  };
}

/** The entries with the highest scores above 0, best first. */
function best(scores: Float32Array, total: number, most: number): number[] {
  const kept: number[] = [];
  let least = 0;
  const trim = () => {
    kept.sort((one, other) => scores[other]! - scores[one]! || one - other);
    kept.length = Math.min(kept.length, most);
    if (kept.length === most) least = scores[kept[most - 1]!]!;
  };
  for (let entry = 0; entry < total; entry++) {
    if (scores[entry]! <= least) continue;
    kept.push(entry);
    if (kept.length >= 4 * most) trim();
  }
  trim();
  return kept;
}
