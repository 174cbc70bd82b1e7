import type { FeatureName } from "./features.ts";

/**
 * What each feature counts, fitted on the development questions of two knowledge bases by `quality/ranking-fit.ts`;
 * weights learnt on one of them rank the other as well to within a point. `exact` is set by hand: who repeats an
 * article's own question gets that article.
 */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  stems: 0,
  prefixes: 0.71,
  concepts: 1.05,
  characters: 1.84,
  phrasing: 1.92,
  asked: 0,
  told: 3.63,
  pairs: 0.55,
  asking: 0.73,
  stemsAgainstBest: 0.84,
  prefixesAgainstBest: 2.25,
  conceptsAgainstBest: 2.06,
  charactersAgainstBest: 0.68,
  phrasingAgainstBest: 1.31,
  exact: 3,
};
