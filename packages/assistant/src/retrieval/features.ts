import type { Analysis } from "./analysis.ts";
import { characterGrams, GRAM_SPACE } from "./character-grams.ts";
import { type KnowledgeIndex, pairsOf, type Phrasing } from "./knowledge-index.ts";

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
] as const;

export type FeatureName = (typeof FEATURES)[number];

export interface Candidate {
  entry: number;
  features: Float64Array;
}

const MOST_CANDIDATES = 100;
const scratch = new Float32Array(GRAM_SPACE);

/** A question's token with what it weighs in this knowledge base. */
interface AskedWord {
  stem: string;
  prefix: string;
  weight: number;
  concepts: readonly { concept: number; strength: number }[];
}

/** The entries that may answer, each with its features, all about 0..1. */
export function candidatesFor(
  question: Analysis,
  index: KnowledgeIndex,
  asking: ReadonlySet<number>,
): Candidate[] {
  const total = index.entries.length;
  const stemScores = new Float32Array(total);
  const prefixScores = new Float32Array(total);
  const conceptScores = new Float32Array(total);
  const touched = new Set<number>();
  const touch = (entry: number) => touched.add(entry);
  const ideal = { stems: 0, prefixes: 0, concepts: 0 };
  const seen = new Set<string>();
  for (const [at, stem] of question.stems.entries()) {
    const weight = question.weights[at]!;
    if (weight === 0 || seen.has(stem)) continue;
    seen.add(stem);
    const prefix = question.prefixes[at]!;
    index.stems.add(stem, weight, stemScores, touch);
    index.prefixes.add(prefix, weight, prefixScores, touch);
    ideal.stems += weight * index.stems.idf(stem);
    ideal.prefixes += weight * index.prefixes.idf(prefix);
  }
  for (const { concept, strength } of question.concepts) {
    const weight = strength * (asking.has(concept) ? 0.3 : 1);
    index.concepts.add(concept, weight, conceptScores, touch);
    ideal.concepts += weight * index.concepts.idf(concept);
  }
  const rough = (entry: number) =>
    stemScores[entry]! / (ideal.stems || 1) +
    0.7 * (prefixScores[entry]! / (ideal.prefixes || 1)) +
    conceptScores[entry]! / (ideal.concepts || 1);
  const chosen = [...touched]
    .map((entry) => [entry, rough(entry)] as const)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CANDIDATES)
    .map(([entry]) => entry);

  const asked = askedWords(question, index, asking);
  const askedTotal = asked.reduce((sum, word) => sum + word.weight, 0) || 1;
  const pairs = pairsOf(question);
  const asks = question.concepts.filter(({ concept }) => asking.has(concept));
  const grams = characterGrams(question.words.filter((_, at) => question.weights[at]! > 0));
  let squares = 0;
  for (const gram of grams) {
    scratch[gram] = index.gramIdf[gram]!;
    squares += index.gramIdf[gram]! ** 2;
  }
  const norm = Math.sqrt(squares) || 1;
  const text = question.words.join(" ");

  const candidates = chosen.map((entry): Candidate => {
    const { phrasings, bodyStems, bodyConcepts } = index.entries[entry]!;
    let characters = 0;
    let best = { match: 0, asked: 0 };
    let paired = 0;
    let askingMatch = 0;
    let exact = 0;
    for (const phrasing of phrasings) {
      characters = Math.max(characters, cosine(phrasing, norm, index.gramIdf));
      const match = phrasingMatch(asked, askedTotal, phrasing);
      if (match.match > best.match) best = match;
      if (pairs.length > 0)
        paired = Math.max(paired, pairs.filter((pair) => phrasing.pairs.has(pair)).length / pairs.length);
      if (asks.length > 0)
        askingMatch = Math.max(
          askingMatch,
          asks.filter(({ concept }) => phrasing.concepts.has(concept)).length / asks.length,
        );
      if (phrasing.text === text) exact = 1;
    }
    let told = 0;
    for (const word of asked) {
      const inTitle = Math.max(...phrasings.map((phrasing) => wordMatch(word, phrasing)));
      const inBody = bodyStems.has(word.stem) ? 0.7 : 0.5 * conceptMatch(word, bodyConcepts);
      told += word.weight * Math.max(inTitle, inBody);
    }
    const features = new Float64Array(FEATURES.length);
    features.set([
      stemScores[entry]! / (ideal.stems || 1),
      prefixScores[entry]! / (ideal.prefixes || 1),
      conceptScores[entry]! / (ideal.concepts || 1),
      characters,
      best.match,
      best.asked,
      told / askedTotal,
      paired,
      askingMatch,
      0,
      0,
      0,
      0,
      0,
      exact,
    ]);
    return { entry, features };
  });
  for (const gram of grams) scratch[gram] = 0;
  for (const [from, to] of [
    [0, 9],
    [1, 10],
    [2, 11],
    [3, 12],
    [4, 13],
  ] as const) {
    const most = Math.max(...candidates.map(({ features }) => features[from]!)) || 1;
    for (const { features } of candidates) features[to] = features[from]! / most;
  }
  return candidates;
}

function askedWords(question: Analysis, index: KnowledgeIndex, asking: ReadonlySet<number>): AskedWord[] {
  return question.stems.flatMap((stem, at) => {
    const importance = question.weights[at]!;
    if (importance === 0) return [];
    const concepts = question.concepts.filter(
      ({ concept, positions }) => positions.includes(at) && !asking.has(concept),
    );
    const known = index.stems.has(stem);
    const rarity = known
      ? index.stems.idf(stem)
      : concepts.length > 0
        ? Math.max(...concepts.map(({ concept }) => index.concepts.idf(concept)))
        : index.stems.idf(stem) * 0.6;
    return [{ stem, prefix: question.prefixes[at]!, weight: importance * rarity, concepts }];
  });
}

function wordMatch(word: AskedWord, phrasing: Phrasing): number {
  if (phrasing.stems.has(word.stem)) return 1;
  const prefix = word.prefix.length >= 5 && phrasing.prefixes.has(word.prefix) ? 0.85 : 0;
  return Math.max(prefix, 0.9 * conceptMatch(word, phrasing.concepts));
}

function conceptMatch(word: AskedWord, concepts: ReadonlyMap<number, number>): number {
  let best = 0;
  for (const { concept, strength } of word.concepts)
    best = Math.max(best, strength * (concepts.get(concept) ?? 0));
  return best;
}

function phrasingMatch(asked: readonly AskedWord[], askedTotal: number, phrasing: Phrasing) {
  let covered = 0;
  let count = 0;
  for (const word of asked) {
    const match = wordMatch(word, phrasing);
    covered += word.weight * match;
    count += match * Math.min(1, word.weight);
  }
  const share = covered / askedTotal;
  const back = Math.min(1, count / Math.max(1, phrasing.size));
  return { match: Math.sqrt(share * (0.4 + 0.6 * back)), asked: share };
}

function cosine(phrasing: Phrasing, norm: number, idf: Float32Array): number {
  let product = 0;
  for (const gram of phrasing.grams) {
    const asked = scratch[gram]!;
    if (asked > 0) product += asked * idf[gram]!;
  }
  return product / (norm * phrasing.gramNorm);
}
