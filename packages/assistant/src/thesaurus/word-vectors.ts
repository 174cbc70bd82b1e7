import { wordsOf } from "../language/normalise.ts";
import { stem } from "../language/stem.ts";
import { wordWeight } from "../language/stop-words.ts";

/** Directions of words, learnt from which words stand in one line of the thesaurus: near ones are used of like matters. */
export interface WordVectors {
  /** The direction of a stem, `SIZE` numbers of length 1; undefined when the thesaurus doesn't have it. */
  of(stem: string): Float32Array | undefined;
  /** How telling a stem is among the lines of the thesaurus. */
  rarity(stem: string): number;
}

export const SIZE = 64;
const ROUNDS = 2;
const KEPT = 0.7;
const LEAST_WEIGHT = 0.4;

/**
 * Begins with a chance direction for each word and lets those of one line pull each other together, twice: a sketch of
 * latent semantic analysis that takes some milliseconds. The same for the same thesaurus.
 */
export function createWordVectors(sources: readonly string[]): WordVectors {
  const numbers = new Map<string, number>();
  const holders: number[] = [];
  const lines = sources
    .flatMap((source) => source.split("\n"))
    .filter((line) => line.includes(":"))
    .map((line) => stemsIn(line.slice(line.indexOf(":") + 1).split("|")[0] ?? ""))
    .map((stems) => stems.map((stemmed) => numberIn(numbers, holders, stemmed)));
  const rarityOf = (holding: number) => Math.log(1 + lines.length / (1 + holding));
  const rarities = holders.map(rarityOf);
  let vectors = chanceVectors(numbers.size);
  for (let round = 0; round < ROUNDS; round++) vectors = pulledTogether(vectors, lines, rarities);
  return {
    of(stemmed) {
      const number = numbers.get(stemmed);
      return number === undefined ? undefined : vectors.subarray(number * SIZE, (number + 1) * SIZE);
    },
    rarity: (stemmed) => rarities[numbers.get(stemmed) ?? -1] ?? rarityOf(0),
  };
}

function stemsIn(signs: string): string[] {
  return [
    ...new Set(
      wordsOf(signs)
        .filter((word) => wordWeight(word) >= LEAST_WEIGHT)
        .map(stem),
    ),
  ];
}

function numberIn(numbers: Map<string, number>, holders: number[], stemmed: string): number {
  const number = numbers.get(stemmed) ?? numbers.size;
  numbers.set(stemmed, number);
  holders[number] = (holders[number] ?? 0) + 1;
  return number;
}

function chanceVectors(count: number): Float32Array<ArrayBuffer> {
  let state = 7;
  const vectors = Float32Array.from({ length: count * SIZE }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
  for (let number = 0; number < count; number++) makeUnit(vectors, number * SIZE);
  return vectors;
}

function pulledTogether(
  before: Float32Array,
  lines: readonly (readonly number[])[],
  rarities: readonly number[],
): Float32Array<ArrayBuffer> {
  const next = new Float32Array(before.length);
  const middle = new Float32Array(SIZE);
  for (const line of lines) {
    if (line.length < 2) continue;
    middle.fill(0);
    for (const number of line) addTo(middle, 0, before, number * SIZE, rarities[number]!);
    makeUnit(middle, 0);
    for (const number of line) addTo(next, number * SIZE, middle, 0, 1 / Math.sqrt(line.length));
  }
  for (let from = 0; from < next.length; from += SIZE) {
    makeUnit(next, from);
    addTo(next, from, before, from, KEPT);
    makeUnit(next, from);
  }
  return next;
}

/** Adds one vector, times a factor, to another. */
export function addTo(
  sum: Float32Array,
  to: number,
  vector: Float32Array,
  from: number,
  factor: number,
): void {
  for (let at = 0; at < SIZE; at++) sum[to + at]! += factor * vector[from + at]!;
}

/** Gives a vector the length 1, unless it is nothing. */
export function makeUnit(vectors: Float32Array, from: number): void {
  let squares = 0;
  for (let at = from; at < from + SIZE; at++) squares += vectors[at]! ** 2;
  const length = Math.sqrt(squares) || 1;
  for (let at = from; at < from + SIZE; at++) vectors[at]! /= length;
}
