import type { SignName } from "./confidence.ts";
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

/** What each sign counts for the confidence, fitted by `quality/confidence-fit.ts`. */
export const CONFIDENCE: Readonly<Record<SignName, number>> = {
  bias: -2.8,
  score: -1.06,
  margin: 0.67,
  likelihood: 2.5,
  told: 0.29,
  phrasing: -0.07,
  characters: 1.57,
  concepts: 0.12,
  stems: 0.93,
  unknown: 0.31,
  agreement: 1.07,
  brevity: -0.42,
  length: 2.38,
  unknownLikelihood: -1.42,
  toldSquared: 1.39,
  exact: 0.08,
  uncoveredMost: 0.51,
  uncoveredShare: -2.36,
  foreign: 0.89,
  conceptsMissed: 0.21,
  conceptMissedMost: -0.91,
  back: 1.38,
  asked: -0.93,
  far: -1.62,
  elsewhere: -2.54,
};

/** Confidence from which the first is answered, and from which some are offered. */
export const THRESHOLDS = { answer: 0.88, choose: 0.2 } as const;
