import { isElsewhere } from "../thesaurus/places.ts";
import type { Analysis } from "./analysis.ts";
import { type Candidate, FEATURES } from "./features.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";
import type { Ragged } from "./ragged.ts";
import { askedWords, type AskedWord, inBody, wordMatch } from "./word-match.ts";

/** What the confidence is told from, in the order of its weights. */
export const SIGNS = [
  "bias",
  "score",
  "margin",
  "likelihood",
  "told",
  "phrasing",
  "characters",
  "concepts",
  "stems",
  "unknown",
  "agreement",
  "brevity",
  "length",
  "unknownLikelihood",
  "toldSquared",
  "exact",
  "uncoveredMost",
  "uncoveredShare",
  "foreign",
  "conceptsMissed",
  "conceptMissedMost",
  "back",
  "asked",
  "far",
  "elsewhere",
] as const;

export type SignName = (typeof SIGNS)[number];

export interface ScoredCandidate {
  candidate: Candidate;
  score: number;
}

const at = (name: (typeof FEATURES)[number]) => FEATURES.indexOf(name);
const TOLD = at("told");
const PHRASING = at("phrasing");
const CHARACTERS = at("characters");
const CONCEPTS = at("concepts");
const STEMS = at("stems");
const ASKED = at("asked");
const EXACT = at("exact");
const AGAINST_BEST = [
  at("stemsAgainstBest"),
  at("prefixesAgainstBest"),
  at("conceptsAgainstBest"),
  at("charactersAgainstBest"),
  at("phrasingAgainstBest"),
];

/** Concepts by their part in a question, as their names tell: `ask-…` what is asked for, `far-…` seldom a town's. */
export interface ConceptRoles {
  asking: ReadonlySet<number>;
  far: ReadonlySet<number>;
}

/** The signs by which the first of a ranking is believed; candidates are best first, at least one. */
export function signsOf(
  question: Analysis,
  scored: readonly ScoredCandidate[],
  index: KnowledgeIndex,
  roles: ConceptRoles,
): Float64Array {
  const first = scored[0]!;
  const features = first.candidate.features;
  const margin = first.score - (scored[1]?.score ?? 0);
  const all = scored.slice(0, 10).reduce((sum, { score }) => sum + Math.exp(score - first.score), 0);
  const likelihood = 1 / all;
  const unknown = unknownShare(question, index);
  const meaningful = question.weights.filter((weight) => weight >= 1).length;
  const told = features[TOLD]!;
  const entry = phrasedEntry(first.candidate.entry, index);
  return Float64Array.of(
    1,
    first.score / 10,
    Math.min(3, margin) / 3,
    likelihood,
    told,
    features[PHRASING]!,
    features[CHARACTERS]!,
    features[CONCEPTS]!,
    features[STEMS]!,
    unknown,
    AGAINST_BEST.filter((feature) => features[feature]! >= 0.999).length / AGAINST_BEST.length,
    1 / Math.max(1, meaningful),
    Math.min(1, meaningful / 15),
    unknown * likelihood,
    told * told,
    features[EXACT]!,
    ...coverageSigns(question, entry, index, roles.asking),
    features[ASKED]!,
    ...remoteSigns(question, entry, index, roles.far),
  );
}

/** An entry with the numbers of its phrasings. */
interface PhrasedEntry {
  entry: number;
  phrasings: readonly number[];
}

function phrasedEntry(entry: number, { phrasings }: KnowledgeIndex): PhrasedEntry {
  const first = phrasings[entry]!;
  return {
    entry,
    phrasings: Array.from({ length: phrasings[entry + 1]! - first }, (_, at) => first + at),
  };
}

/** Subjects seldom a town's, and other places, that the entry's own wording doesn't name. */
function remoteSigns(
  question: Analysis,
  { entry, phrasings }: PhrasedEntry,
  index: KnowledgeIndex,
  far: ReadonlySet<number>,
): [far: number, elsewhere: number] {
  let remote = 0;
  for (const { concept, strength } of question.concepts) {
    if (far.has(concept)) remote = Math.max(remote, strength - named(concept, phrasings, index));
  }
  const elsewhere = question.stems.some((stem) => {
    if (!isElsewhere(stem)) return false;
    const number = index.stemNumber(stem);
    return (
      number < 0 ||
      !(
        index.bodyStems.has(entry, number) ||
        phrasings.some((phrasing) => index.phrasingStems.has(phrasing, number))
      )
    );
  });
  return [remote, elsewhere ? 1 : 0];
}

/** How strongly any phrasing of an entry names a concept. */
function named(concept: number, phrasings: readonly number[], index: KnowledgeIndex): number {
  return Math.max(...phrasings.map((phrasing) => index.phrasingConcepts.weightOf(phrasing, concept)));
}

const BODY_CONCEPT = 0.6;

/** What of the question the first entry leaves unsaid: words, and subjects whatever their words. */
function coverageSigns(
  question: Analysis,
  { entry, phrasings }: PhrasedEntry,
  index: KnowledgeIndex,
  asking: ReadonlySet<number>,
): number[] {
  const holds = (concept: number) =>
    Math.max(BODY_CONCEPT * index.bodyConcepts.weightOf(entry, concept), named(concept, phrasings, index));
  const rarest = index.stems.idf(-1);
  let most = 0;
  let uncovered = 0;
  let all = 0;
  let foreign = 0;
  for (const word of askedWords(
    { ...question, weights: question.weights.map((weight) => (weight < 1 ? 0 : 1)) },
    index,
    asking,
  )) {
    const said = Math.max(...phrasings.map((phrasing) => wordSaid(word, phrasing, index)));
    const byWords = said > 0 ? said : inBody(word, entry, index) ? BODY_WORD : 0;
    const covered = Math.max(
      byWords,
      ...word.concepts.map(({ concept, strength }) => 0.9 * strength * holds(concept)),
    );
    const rarity = index.stems.idf(word.stem) / rarest;
    all += rarity;
    uncovered += rarity * (1 - covered);
    most = Math.max(most, rarity * (1 - covered));
    if (!index.stems.has(word.stem) && covered < 0.3) foreign++;
  }
  let conceptsAll = 0;
  let conceptsMissed = 0;
  let missedMost = 0;
  for (const { concept, strength } of question.concepts) {
    if (asking.has(concept)) continue;
    const weight = strength * (index.concepts.idf(concept) / rarest);
    const missed = weight * (1 - Math.min(1, holds(concept)));
    conceptsAll += weight;
    conceptsMissed += missed;
    missedMost = Math.max(missedMost, missed);
  }
  return [
    most,
    all === 0 ? 1 : uncovered / all,
    Math.min(1, foreign / 3),
    conceptsAll === 0 ? 0.5 : conceptsMissed / conceptsAll,
    missedMost,
    backOf(question, phrasings, index),
  ];
}

const BODY_WORD = 0.7;

function wordSaid(word: AskedWord, phrasing: number, index: KnowledgeIndex): number {
  return wordMatch({ ...word, concepts: [] }, phrasing, index);
}

/** The most that the question says of one of the entry's phrasings, by words or by subjects. */
function backOf(question: Analysis, phrasings: readonly number[], index: KnowledgeIndex): number {
  const stems = new Set(question.stems.map(index.stemNumber));
  const concepts = new Set(question.concepts.map(({ concept }) => concept));
  return Math.max(
    ...phrasings.map((phrasing) =>
      Math.max(
        shareIn(index.phrasingStems, phrasing, stems),
        shareIn(index.phrasingConcepts, phrasing, concepts),
      ),
    ),
  );
}

function shareIn({ values, starts }: Ragged, row: number, wanted: ReadonlySet<number>): number {
  const first = starts[row]!;
  const end = starts[row + 1]!;
  let found = 0;
  for (let at = first; at < end; at++) if (wanted.has(values[at]!)) found++;
  return found / Math.max(1, end - first);
}

/** The share of the question's weight in words of which the knowledge base holds neither stem nor concept. */
function unknownShare(question: Analysis, index: KnowledgeIndex): number {
  let all = 0;
  let unknown = 0;
  for (const [position, stem] of question.stems.entries()) {
    const weight = question.weights[position]!;
    all += weight;
    if (index.stems.has(index.stemNumber(stem))) continue;
    const known = question.concepts.some(
      ({ concept, positions }) => positions.includes(position) && index.concepts.has(concept),
    );
    unknown += weight * (known ? 0.3 : 1);
  }
  return all === 0 ? 1 : unknown / all;
}

/** Probability from signs and their weights. */
export function probabilityOf(signs: Float64Array, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let number = 0; number < signs.length; number++) sum += signs[number]! * weights[number]!;
  return 1 / (1 + Math.exp(-sum));
}
