import { FEATURES } from "../src/retrieval/features.ts";
import { createFinder } from "../src/retrieval/finder.ts";
import type { Entry, RetrieverOptions } from "../src/index.ts";
import type { Question } from "./data.ts";

/** One question's candidates with their features; `right` are the rows that answer it. */
export interface Example {
  question: Question;
  rows: number[][];
  ids: string[];
  right: number[];
}

/** The candidates of every question that an article answers, found or not. */
export function examplesOf(
  entries: readonly Entry[],
  questions: readonly Question[],
  options: RetrieverOptions = {},
): Example[] {
  const finder = createFinder(entries, options);
  return questions.flatMap((question) => {
    const gold = question.expect.article;
    if (!gold) return [];
    const { candidates, index } = finder.find(question.text);
    const ids = candidates.map(({ entry }) => index.ids[entry]!);
    return [
      {
        question,
        rows: candidates.map(({ features }) => features),
        ids,
        right: ids.flatMap((id, row) => (gold.includes(id) ? [row] : [])),
      },
    ];
  });
}

/** Weights that make the right candidates likeliest (softmax over each question's candidates), none below zero. */
export function fitWeights(sets: readonly (readonly Example[])[], ridge = 0.002, rounds = 150): Float64Array {
  const weights = new Float64Array(FEATURES.length).fill(1);
  const squares = new Float64Array(FEATURES.length);
  const examples = sets.flatMap((set) =>
    set
      .filter(({ right, rows }) => right.length > 0 && rows.length > 1)
      .map(({ rows, right }) => ({
        rows,
        isRight: rows.map((_, row) => right.includes(row)),
        share: 1 / set.length,
      })),
  );
  for (let round = 0; round < rounds; round++) {
    const slope = Float64Array.from(weights, (weight) => ridge * weight);
    for (const { rows, isRight, share } of examples) addSlope(rows, isRight, share, weights, slope);
    for (let at = 0; at < weights.length; at++) {
      squares[at]! += slope[at]! ** 2;
      weights[at] = Math.max(0, weights[at]! - (0.5 * slope[at]!) / (Math.sqrt(squares[at]!) + 1e-8));
    }
  }
  return weights;
}

function addSlope(
  rows: readonly (readonly number[])[],
  isRight: readonly boolean[],
  share: number,
  weights: Float64Array,
  slope: Float64Array,
) {
  const powers = new Float64Array(rows.length);
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows.length; row++) most = Math.max(most, (powers[row] = dot(rows[row]!, weights)));
  let all = 0;
  let good = 0;
  for (let row = 0; row < rows.length; row++) {
    const power = Math.exp(powers[row]! - most);
    powers[row] = power;
    all += power;
    if (isRight[row]) good += power;
  }
  for (let row = 0; row < rows.length; row++) {
    const push = (powers[row]! / all - (isRight[row] ? powers[row]! / good : 0)) * share;
    if (Math.abs(push) < 1e-7) continue;
    const features = rows[row]!;
    for (let at = 0; at < features.length; at++) slope[at]! += push * features[at]!;
  }
}

export function dot(row: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < row.length; at++) sum += row[at]! * weights[at]!;
  return sum;
}

/** At which place, from 0, the first right candidate stands; Infinity when it isn't among them. */
export function placeOf({ rows, right }: Example, weights: Float64Array): number {
  if (right.length === 0) return Number.POSITIVE_INFINITY;
  const scores = rows.map((row) => dot(row, weights));
  const best = Math.max(...right.map((row) => scores[row]!));
  return scores.filter((score, row) => score > best && !right.includes(row)).length;
}

/** Splits by right article, so that no article is learnt from and measured on. */
export function foldOf({ question }: Example, folds: number): number {
  let value = 7;
  for (const character of question.expect.article?.[0] ?? "")
    value = (value * 31 + character.charCodeAt(0)) % 1_000_003;
  return value % folds;
}

/** Places when each fold is ranked with weights learnt from the others. */
export function crossValidated(
  set: readonly Example[],
  others: readonly (readonly Example[])[],
  folds = 5,
): Map<Example, number> {
  const places = new Map<Example, number>();
  for (let fold = 0; fold < folds; fold++) {
    const learnt = fitWeights([set.filter((example) => foldOf(example, folds) !== fold), ...others]);
    for (const example of set)
      if (foldOf(example, folds) === fold) places.set(example, placeOf(example, learnt));
  }
  return places;
}
