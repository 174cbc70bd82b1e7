import { createFinder } from "../src/retrieval/finder.ts";
import { probabilityOf, type SignName, SIGNS, signsOf } from "../src/retrieval/confidence.ts";
import { rankCandidates } from "../src/retrieval/retriever.ts";
import type { Entry } from "../src/index.ts";
import {
  cityEntries,
  cityQuestions,
  halfA,
  type Question,
  rutubeEntries,
  rutubeFolder,
  rutubeQuestions,
  secondCityEntries,
} from "./data.ts";

/** One ranking with the signs of its first, and whether that was right. */
export interface Judged {
  question: Question;
  signs: Float64Array | undefined;
  right: boolean;
  /** Whether the knowledge base holds an answer at all. */
  answerable: boolean;
  set: string;
}

export function judge(set: string, entries: readonly Entry[], questions: readonly Question[]): Judged[] {
  const finder = createFinder(entries);
  const ids = new Set(entries.map(({ id }) => id));
  return questions.flatMap((question) => {
    const gold = question.expect.article;
    if (!gold && !question.expect.abstain) return [];
    const found = finder.find(question.text);
    const scored = rankCandidates(found.candidates);
    const first = scored[0] && found.index.ids[scored[0].candidate.entry]!;
    const signs = first === undefined ? undefined : signsOf(found.question, scored, found.index, found.roles);
    return [
      {
        question,
        signs,
        right: first !== undefined && (gold?.includes(first) ?? false),
        answerable: gold?.some((id) => ids.has(id)) ?? false,
        set,
      },
    ];
  });
}

/** Signs that mean the same when question and article are in two languages. */
const CROSSING_SIGNS: ReadonlySet<SignName> = new Set([
  "bias",
  "score",
  "margin",
  "likelihood",
  "told",
  "concepts",
  "conceptsMissed",
  "conceptMissedMost",
  "far",
  "elsewhere",
]);

/** English questions, and the English articles' own wordings, to the Russian articles alone, whole and thinned. */
export function crossingSets(): Judged[] {
  const all = cityEntries();
  const russian = all.filter(({ locale }) => locale === "ru");
  const wordings = all
    .filter(({ locale }) => locale === "en")
    .flatMap(({ id, question, alternatives }) =>
      [question, ...alternatives].map((text): Question => ({
        text,
        kind: "wording",
        locale: "en",
        expect: { article: [id] },
      })),
    );
  const asked = [...cityQuestions().filter(({ locale }) => locale === "en"), ...wordings];
  return [
    ...judgeCrossing("crossing", russian, asked),
    ...SEEDS.flatMap((seed) => judgeCrossing(`crossing ${GONE}`, without(russian, 0.3, seed), asked)),
  ];
}

function judgeCrossing(set: string, entries: readonly Entry[], questions: readonly Question[]): Judged[] {
  const finder = createFinder(entries);
  const ids = new Set(entries.map(({ id }) => id));
  return questions.flatMap((question) => {
    const gold = question.expect.article;
    if (!gold && !question.expect.abstain) return [];
    const { russianOnly, question: analysed, roles } = finder.find(question.text, "en");
    if (!russianOnly) return [];
    const { candidates, index } = russianOnly;
    const scored = rankCandidates(candidates);
    const first = scored[0] && index.ids[scored[0].candidate.entry]!;
    const signs = first === undefined ? undefined : signsOf(analysed, scored, index, roles);
    return [
      {
        question,
        signs: signs?.map((sign, at) => (CROSSING_SIGNS.has(SIGNS[at]!) ? sign : 0)),
        right: first !== undefined && (gold?.includes(first) ?? false),
        answerable: gold?.some((id) => ids.has(id)) ?? false,
        set,
      },
    ];
  });
}

const GONE = "with 30 % of the articles taken out";
const SEEDS = [1, 2, 3];

const SECOND = "second city, half a";

/** Every question that may be learnt from, to three knowledge bases, two of them also with articles taken out. */
export function judgedSets(): Judged[] {
  const city = cityEntries();
  const second = secondCityEntries();
  const asked = cityQuestions();
  const rutube = rutubeEntries(rutubeFolder);
  const support = rutubeQuestions(rutubeFolder);
  return [
    ...judge("city", city, asked),
    ...judge("rutube", rutube, support),
    ...["other-hand", "near-miss", "far"].flatMap((name) => judge(`${name}, half a`, city, halfA(name))),
    ...["second-city.questions", "far"].flatMap((name) => judge(SECOND, second, halfA(name))),
    ...SEEDS.flatMap((seed) => [
      ...judge(
        `city ${GONE}`,
        without(city, 0.3, seed),
        asked.filter(({ expect }) => expect.article),
      ),
      ...judge(`rutube ${GONE}`, without(rutube, 0.3, seed), support),
    ]),
  ];
}

/**
 * What a judged ranking weighs when confidence is learnt: questions as they come, those to the smallest knowledge base more,
 * so that the three weigh more alike; the thinned sets are a warning only.
 */
export function shareOf({ set }: Judged): number {
  if (set.endsWith(GONE)) return 0.1;
  return set === SECOND ? 3 : 1;
}

/** Between two languages most that is asked has no article; the thinned sets stand for it. */
export function shareOfThinned({ set }: Judged): number {
  return set.endsWith(GONE) ? 0.35 : 1;
}

/** Takes out a share of the articles, deterministically. */
export function without(entries: readonly Entry[], share: number, seed: number): Entry[] {
  return entries.filter(({ id }) => hash(`${id}${seed}`) % 1000 >= share * 1000);
}

export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/**
 * Logistic regression by Newton's method; `shareOf` weighs a judged ranking. The ridge is high: weights held small keep their
 * promise on other knowledge bases too.
 */
export function fitConfidence(
  judged: readonly Judged[],
  shareOf: (one: Judged) => number,
  ridge = 10,
): Float64Array {
  const size = SIGNS.length;
  const weights = new Float64Array(size);
  for (let round = 0; round < 30; round++) {
    const slope = Float64Array.from(weights, (weight, at) => (at === 0 ? 0 : ridge * weight));
    const curve = Array.from({ length: size }, (_, row) =>
      Float64Array.from({ length: size }, (_, column) => (row === column ? ridge : 0)),
    );
    for (const one of judged) {
      if (!one.signs) continue;
      const share = shareOf(one);
      const probability = probabilityOf(one.signs, weights);
      const miss = share * (probability - (one.right ? 1 : 0));
      const spread = share * probability * (1 - probability);
      for (let row = 0; row < size; row++) {
        slope[row]! += miss * one.signs[row]!;
        for (let column = 0; column < size; column++)
          curve[row]![column]! += spread * one.signs[row]! * one.signs[column]!;
      }
    }
    const step = solve(curve, slope);
    for (let at = 0; at < size; at++) weights[at]! -= step[at]!;
    if (step.every((move) => Math.abs(move) < 1e-6)) break;
  }
  return weights;
}

function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const rows = matrix.map((row, at) => Float64Array.of(...row, right[at]!));
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row++)
      if (Math.abs(rows[row]![pivot]!) > Math.abs(rows[best]![pivot]!)) best = row;
    [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const factor = rows[row]![pivot]! / (rows[pivot]![pivot]! || 1e-12);
      for (let column = pivot; column <= size; column++)
        rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  return Float64Array.from(rows, (row, at) => row[size]! / (row[at]! || 1e-12));
}

/** Mean gap between what was promised and what came true, over ten equal bins of confidence. */
export function calibrationError(pairs: readonly (readonly [number, boolean])[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inBin = pairs.filter(([confidence]) => Math.min(9, Math.floor(confidence * 10)) === bin);
    if (inBin.length === 0) continue;
    const promised = inBin.reduce((sum, [confidence]) => sum + confidence, 0) / inBin.length;
    const kept = inBin.filter(([, right]) => right).length / inBin.length;
    error += (inBin.length / pairs.length) * Math.abs(promised - kept);
  }
  return error;
}

/** The largest share of questions that can be answered at a precision. */
export function coverageAt(precision: number, pairs: readonly (readonly [number, boolean])[]): number {
  const sorted = pairs.toSorted((a, b) => b[0] - a[0]);
  let right = 0;
  let best = 0;
  for (const [at, [, isRight]] of sorted.entries()) {
    if (isRight) right++;
    if (right / (at + 1) >= precision) best = (at + 1) / sorted.length;
  }
  return best;
}
