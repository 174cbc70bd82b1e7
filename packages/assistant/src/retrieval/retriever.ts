import type { Entry, RankOptions, Ranking, Retriever, RetrieverOptions } from "../types.ts";
import { FEATURES } from "./features.ts";
import { createFinder } from "./finder.ts";
import { WEIGHTS } from "./model.ts";

const DEFAULT_LIMIT = 5;
const weights = Float64Array.from(FEATURES, (name) => WEIGHTS[name]);

/** Finds the approved article that answers a question. Building reads every entry once; ranking changes nothing. */
export function createRetriever(entries: readonly Entry[], options: RetrieverOptions = {}): Retriever {
  const finder = createFinder(entries, options);
  const thresholds = options.thresholds ?? { answer: 0.6, choose: 0.25 };
  return {
    rank(text: string, { locale, limit = DEFAULT_LIMIT }: RankOptions = {}): Ranking {
      const found = finder.find(text, locale);
      const scored = found.candidates
        .map(({ entry, features }) => ({ id: found.index.entries[entry]!.id, score: dot(features) }))
        .sort((a, b) => b.score - a.score);
      const confidence = scored[0] ? Math.min(1, scored[0].score / 12) : 0;
      const outcome =
        confidence >= thresholds.answer ? "answer" : confidence >= thresholds.choose ? "choose" : "operator";
      return {
        outcome,
        confidence,
        ranked: scored.slice(0, limit),
        ...(found.repaired !== undefined && { repaired: found.repaired }),
      };
    },
  };
}

function dot(features: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += features[at]! * weights[at]!;
  return sum;
}
