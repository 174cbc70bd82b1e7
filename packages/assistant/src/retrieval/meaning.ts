import { addTo, makeUnit, SIZE, type WordVectors } from "../thesaurus/word-vectors.ts";
import type { Analysis } from "./analysis.ts";
import type { Ragged } from "./ragged.ts";

/** How near phrasings are to a question by the directions of their words. */
export interface Meaning {
  /** The cosine, 0..1, of a phrasing with the question; for one question at a time. */
  likenessTo(question: Analysis): (phrasing: number) => number;
}

/** @param stems by number: the stem, and what its words weigh; `rows` are the stems of each phrasing */
export function createMeaning(
  stems: readonly { text: string; weight: number }[],
  rows: Ragged,
  vectors: WordVectors,
): Meaning {
  const told = toldBy(stems, rows, vectors);
  const asked = new Float32Array(SIZE);
  return {
    likenessTo(question) {
      asked.fill(0);
      for (const [at, stemmed] of question.stems.entries()) {
        const direction = vectors.of(stemmed);
        const weight = question.weights[at]!;
        if (direction && weight >= LEAST_WEIGHT)
          addTo(asked, 0, direction, 0, weight * vectors.rarity(stemmed));
      }
      makeUnit(asked, 0);
      return (phrasing) => {
        const from = phrasing * SIZE;
        let product = 0;
        for (let at = 0; at < SIZE; at++) product += asked[at]! * told[from + at]!;
        return Math.max(0, product);
      };
    },
  };
}

/** The direction of each phrasing, of length 1, one after the other: 256 bytes each. */
function toldBy(
  stems: readonly { text: string; weight: number }[],
  rows: Ragged,
  vectors: WordVectors,
): Float32Array {
  const directions = stems.map(({ text }) => vectors.of(text));
  const scales = stems.map(({ text, weight }) => weight * vectors.rarity(text));
  const total = rows.starts.length - 1;
  const told = new Float32Array(total * SIZE);
  for (let phrasing = 0; phrasing < total; phrasing++) {
    for (let at = rows.starts[phrasing]!; at < rows.starts[phrasing + 1]!; at++) {
      const direction = directions[rows.values[at]!];
      const scale = scales[rows.values[at]!]!;
      if (direction && scale > 0) addTo(told, phrasing * SIZE, direction, 0, scale);
    }
    makeUnit(told, phrasing * SIZE);
  }
  return told;
}

/** Lighter words say nothing of the matter. */
const LEAST_WEIGHT = 0.4;
