import type {
  Entry,
  Outcome,
  RankedEntry,
  RankOptions,
  Ranking,
  Retriever,
  RetrieverOptions,
} from "../types.ts";
import type { Analysis } from "./analysis.ts";
import { probabilityOf, type ScoredCandidate, SIGNS, signsOf } from "./confidence.ts";
import { type Candidate, FEATURES } from "./features.ts";
import { createFinder, type Found } from "./finder.ts";
import { CONFIDENCE, CROSSING, THRESHOLDS, WEIGHTS } from "./model.ts";

const DEFAULT_LIMIT = 5;
const weights = Float64Array.from(FEATURES, (name) => WEIGHTS[name]);
const mostScore = weights.reduce((sum, weight) => sum + weight, 0);
const confidenceWeights = Float64Array.from(SIGNS, (name) => CONFIDENCE[name]);
const crossingWeights = Float64Array.from(SIGNS, (name) => CROSSING[name]);

/** Finds the approved article that answers a question. Building reads every entry once; ranking changes nothing. */
export function createRetriever(entries: readonly Entry[], options: RetrieverOptions = {}): Retriever {
  const finder = createFinder(entries, options);
  const thresholds = options.thresholds ?? THRESHOLDS;
  return {
    rank(text: string, { locale, limit = DEFAULT_LIMIT }: RankOptions = {}): Ranking {
      const found = finder.find(text, locale);
      const own = believed(found, found, confidenceWeights, limit);
      const abroad = found.russianOnly && believed(found, found.russianOnly, crossingWeights, limit);
      const [first, second] = !abroad || own.confidence >= abroad.confidence ? [own, abroad] : [abroad, own];
      const outcome = first.signs ? outcomeOf(first.confidence, first.signs, thresholds) : "operator";
      const named = isSubject(found.question, outcome) ? first.named : [];
      // A single word is a subject: what doesn't name it is there by chance.
      if (outcome === "operator" && found.question.words.length === 1) first.ranked = first.named;
      if (named.length >= FEWEST_NAMED) {
        return {
          outcome: "choose",
          confidence: first.confidence,
          ranked: named.slice(0, limit),
          ...(found.repaired !== undefined && { repaired: found.repaired }),
        };
      }
      return {
        outcome,
        confidence: first.confidence,
        ranked: joined(
          first.ranked,
          second && second.confidence >= thresholds.choose ? second.ranked : [],
          limit,
        ),
        ...(found.repaired !== undefined && { repaired: found.repaired }),
      };
    },
  };
}

interface Believed {
  ranked: RankedEntry[];
  /** Those of them that are about all that the question names. */
  named: RankedEntry[];
  signs: Float64Array | undefined;
  confidence: number;
}

/** A ranking with how far its first is believed; of no more than `most` and {@link FEWEST_NAMED} entries. */
function believed(
  { question, roles }: Pick<Found, "question" | "roles">,
  { index, candidates }: Pick<Found, "index" | "candidates">,
  weights: ArrayLike<number>,
  most: number,
): Believed {
  const scored = rankCandidates(candidates);
  const signs = scored.length > 0 ? signsOf(question, scored, index, roles) : undefined;
  const confidence = signs ? probabilityOf(signs, weights) : 0;
  const best = scored[0]?.score ?? 0;
  const toRanked = ({ candidate, score }: ScoredCandidate) => ({
    id: index.ids[candidate.entry]!,
    score: score / mostScore,
  });
  // Scores are learnt as logits, so that their distances tell how much less probable the others are than the first.
  const withChance = (it: ScoredCandidate) => ({
    ...toRanked(it),
    chance: confidence * Math.exp(it.score - best),
  });
  const remote = signs !== undefined && (signs[FAR]! > 0.5 || signs[ELSEWHERE]! > 0);
  const shown = Math.max(most, FEWEST_NAMED);
  const named = remote ? [] : scored.filter(({ candidate }) => candidate.features[ASKED]! >= NAMED);
  return {
    ranked: scored.slice(0, shown).map(withChance),
    named: named.slice(0, shown).map(toRanked),
    signs,
    confidence,
  };
}

const ASKED = FEATURES.indexOf("asked");
const NAMED = 0.6;
const FEWEST_NAMED = 2;
const MOST_WORDS = 3;
const MOST_TELLING = 2;

/**
 * «Паспорт», «льготы пенсионерам»: a subject in a word or two, which is a request to choose. One word alone is so even
 * where one article stands out; two may well be a whole question.
 */
function isSubject({ words, weights }: Analysis, outcome: Outcome): boolean {
  const telling = weights.filter((weight) => weight >= 1).length;
  if (outcome === "answer") return words.length === 1;
  return outcome === "operator" && words.length <= MOST_WORDS && telling > 0 && telling <= MOST_TELLING;
}

/** Of two rankings that are both believed, the better one keeps the first places. */
const FIRST_PLACES = 3;

function joined(first: readonly RankedEntry[], second: readonly RankedEntry[], limit: number): RankedEntry[] {
  if (second.length === 0) return first.slice(0, limit);
  const best = first.slice(0, FIRST_PLACES);
  const least = best.at(-1)?.score ?? 1;
  return [...best, ...second.map((it) => ({ ...it, score: Math.min(it.score, least) }))].slice(0, limit);
}

/** Candidates with their scores, best first. */
export function rankCandidates(candidates: readonly Candidate[]): ScoredCandidate[] {
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate.features) }))
    .sort((one, other) => other.score - one.score);
}

function scoreOf(features: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += features[at]! * weights[at]!;
  return sum;
}

function outcomeOf(
  confidence: number,
  signs: Float64Array,
  thresholds: { answer: number; choose: number },
): Outcome {
  if (mayAnswer(confidence, signs, thresholds.answer)) return "answer";
  return confidence >= thresholds.choose ? "choose" : "operator";
}

const FOREIGN = SIGNS.indexOf("foreign");
const FAR = SIGNS.indexOf("far");
const ELSEWHERE = SIGNS.indexOf("elsewhere");

/**
 * Whether the first entry may be given as the answer. Half the doubt is allowed when a word of the question stands
 * nowhere in the knowledge base; none when the question names another town, or a subject that the entry doesn't.
 */
export function mayAnswer(confidence: number, signs: Float64Array, answer: number): boolean {
  const doubt = signs[FOREIGN]! > 0 ? (1 - answer) / 2 : 1 - answer;
  return signs[FAR]! <= 0.5 && signs[ELSEWHERE] === 0 && confidence >= 1 - doubt;
}
