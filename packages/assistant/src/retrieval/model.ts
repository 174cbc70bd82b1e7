import type { SignName } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

/**
 * What each feature counts, fitted on the development questions of two knowledge bases by `quality/ranking-fit.ts`;
 * weights learnt on one of them rank the other as well to within a point. `exact` is set by hand: who repeats an
 * article's own question gets that article.
 */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  stems: 0.0,
  prefixes: 1.04,
  concepts: 1.04,
  characters: 1.87,
  phrasing: 1.66,
  asked: 0.13,
  told: 3.06,
  pairs: 0.64,
  asking: 0.72,
  stemsAgainstBest: 0.91,
  prefixesAgainstBest: 2.16,
  conceptsAgainstBest: 2.02,
  charactersAgainstBest: 0.74,
  phrasingAgainstBest: 1.52,
  exact: 3.0,
  frames: 1.39,
};

/** What each sign counts for the confidence, fitted by `quality/confidence-fit.ts`. */
export const CONFIDENCE: Readonly<Record<SignName, number>> = {
  bias: -3.94,
  score: 0.42,
  margin: 0.98,
  likelihood: 2.24,
  told: 0.11,
  phrasing: 0.21,
  characters: 1.04,
  concepts: -0.46,
  stems: 0.98,
  unknown: 0.42,
  agreement: 1.21,
  brevity: -0.41,
  length: 1.89,
  unknownLikelihood: -0.68,
  toldSquared: 0.27,
  exact: 0.03,
  uncoveredMost: 0.15,
  uncoveredShare: -1.19,
  foreign: 0.72,
  conceptsMissed: 0.01,
  conceptMissedMost: -1.33,
  back: 1.65,
  asked: -0.67,
  far: -1.22,
  elsewhere: -1.29,
};

/** Confidence from which the first is answered, and from which some are offered. */
export const THRESHOLDS = { answer: 0.88, choose: 0.2 } as const;
