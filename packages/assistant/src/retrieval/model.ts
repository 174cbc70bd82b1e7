import type { FeatureName } from "./features.ts";

/** Weights of the features, fitted by `quality/fit.ts`. */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  stems: 2,
  prefixes: 1,
  concepts: 2,
  characters: 2,
  phrasing: 2,
  asked: 1,
  told: 1,
  pairs: 0.5,
  asking: 0.3,
  stemsAgainstBest: 1,
  prefixesAgainstBest: 1,
  conceptsAgainstBest: 1,
  charactersAgainstBest: 1,
  phrasingAgainstBest: 1,
  exact: 3,
};
