import type { Analysis } from "./analysis.ts";
import { candidateEntries } from "./candidates.ts";
import { hashOf } from "./character-grams.ts";
import { type KnowledgeIndex, pairsOf } from "./knowledge-index.ts";
import { askedWords, type AskedWord, conceptMatch, inBody, wordMatch } from "./word-match.ts";

/** What is measured of each candidate, in the order of the model's weights. */
export const FEATURES = [
  "stems",
  "prefixes",
  "concepts",
  "characters",
  "phrasing",
  "asked",
  "told",
  "pairs",
  "asking",
  "stemsAgainstBest",
  "prefixesAgainstBest",
  "conceptsAgainstBest",
  "charactersAgainstBest",
  "phrasingAgainstBest",
  "exact",
  "frames",
] as const;

export type FeatureName = (typeof FEATURES)[number];

export interface Candidate {
  entry: number;
  features: Float64Array;
}

/** A feature, and the one that holds it as a share of the best candidate's. */
const RELATIVE: readonly (readonly [from: number, to: number])[] = [
  [0, 9],
  [1, 10],
  [2, 11],
  [3, 12],
  [4, 13],
];
const BODY_STEM = 0.7;
const BODY_CONCEPT = 0.5;

/** The entries that may answer, each with its features, all about 0..1. */
export function candidatesFor(
  question: Analysis,
  index: KnowledgeIndex,
  asking: ReadonlySet<number>,
): Candidate[] {
  const asked = askedWords(question, index, asking);
  const askedTotal = asked.reduce((sum, word) => sum + word.weight, 0) || 1;
  const pairs = pairsOf(question);
  const asks = question.concepts.filter(({ concept }) => asking.has(concept));
  const framed = question.concepts.filter(({ concept, specific }) => specific && !asking.has(concept));
  const framedTotal = framed.reduce((sum, { concept }) => sum + index.concepts.idf(concept), 0) || 1;
  const text = hashOf(question.words.join(" "));
  const likeness = index.phrasingGrams.likenessTo(
    question.words.filter((_, at) => question.weights[at]! > 0),
  );

  const candidates = candidateEntries(question, index, asking).map(
    ({ entry, stems, prefixes, concepts }): Candidate => {
      const first = index.phrasings[entry]!;
      const end = index.phrasings[entry + 1]!;
      let characters = 0;
      let best = { match: 0, asked: 0 };
      let paired = 0;
      let askingMatch = 0;
      let exact = 0;
      let frames = 0;
      for (let phrasing = first; phrasing < end; phrasing++) {
        characters = Math.max(characters, likeness(phrasing));
        const match = phrasingMatch(asked, askedTotal, phrasing, index);
        if (match.match > best.match) best = match;
        if (pairs.length > 0) {
          paired = Math.max(
            paired,
            pairs.filter((pair) => index.phrasingPairs.has(phrasing, pair)).length / pairs.length,
          );
        }
        if (asks.length > 0) {
          const named = asks.filter(({ concept }) => index.phrasingConcepts.has(phrasing, concept)).length;
          askingMatch = Math.max(askingMatch, named / asks.length);
        }
        if (index.texts[phrasing] === text) exact = 1;
        const inFrame = framed.reduce(
          (sum, { concept }) =>
            sum + index.concepts.idf(concept) * index.phrasingConcepts.weightOf(phrasing, concept),
          0,
        );
        frames = Math.max(frames, inFrame / framedTotal);
      }
      const told =
        asked.reduce((sum, word) => sum + word.weight * toldOf(word, entry, index), 0) / askedTotal;
      return {
        entry,
        features: Float64Array.of(
          stems,
          prefixes,
          concepts,
          characters,
          best.match,
          best.asked,
          told,
          paired,
          askingMatch,
          0,
          0,
          0,
          0,
          0,
          exact,
          frames,
        ),
      };
    },
  );

  for (const [from, to] of RELATIVE) {
    const most = candidates.reduce((top, { features }) => Math.max(top, features[from]!), 0) || 1;
    for (const { features } of candidates) features[to] = features[from]! / most;
  }
  return candidates;
}

function toldOf(word: AskedWord, entry: number, index: KnowledgeIndex): number {
  let best = inBody(word, entry, index)
    ? BODY_STEM
    : BODY_CONCEPT * conceptMatch(word, entry, index.bodyConcepts);
  for (let phrasing = index.phrasings[entry]!; phrasing < index.phrasings[entry + 1]!; phrasing++) {
    best = Math.max(best, wordMatch(word, phrasing, index));
  }
  return best;
}

function phrasingMatch(
  asked: readonly AskedWord[],
  askedTotal: number,
  phrasing: number,
  index: KnowledgeIndex,
) {
  let covered = 0;
  let count = 0;
  for (const word of asked) {
    const match = wordMatch(word, phrasing, index);
    covered += word.weight * match;
    count += match * Math.min(1, word.weight);
  }
  const share = covered / askedTotal;
  const back = Math.min(1, count / Math.max(1, index.sizes[phrasing]!));
  return { match: Math.sqrt(share * (0.4 + 0.6 * back)), asked: share };
}
