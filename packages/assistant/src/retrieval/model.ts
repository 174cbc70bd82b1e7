import type { SignName } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

/**
 * What each feature counts, fitted on the development questions of two knowledge bases by `quality/ranking-fit.ts`;
 * weights learnt on one of them rank the other as well to within a point. `exact` is set by hand: who repeats an
 * article's own question gets that article.
 */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  stems: 0.0,
  prefixes: 0.99,
  concepts: 1.17,
  characters: 1.86,
  phrasing: 1.66,
  asked: 0.15,
  told: 3.06,
  pairs: 0.65,
  asking: 0.72,
  stemsAgainstBest: 0.92,
  prefixesAgainstBest: 2.18,
  conceptsAgainstBest: 1.97,
  charactersAgainstBest: 0.74,
  phrasingAgainstBest: 1.51,
  exact: 3.0,
  frames: 1.36,
};

/** What each sign counts for the confidence, fitted by `quality/confidence-fit.ts`. */
export const CONFIDENCE: Readonly<Record<SignName, number>> = {
  bias: -3.98,
  score: 0.46,
  margin: 0.97,
  likelihood: 2.33,
  told: 0.16,
  phrasing: 0.03,
  characters: 0.96,
  concepts: -0.47,
  stems: 1.01,
  unknown: 0.39,
  agreement: 1.23,
  brevity: -0.35,
  length: 1.86,
  unknownLikelihood: -0.68,
  toldSquared: 0.31,
  exact: 0.03,
  uncoveredMost: 0.22,
  uncoveredShare: -1.31,
  foreign: 0.78,
  conceptsMissed: -0.0,
  conceptMissedMost: -1.31,
  back: 1.65,
  asked: -0.71,
  far: -1.29,
  elsewhere: -1.27,
};

/** Confidence from which the first is answered, and from which some are offered. */
export const THRESHOLDS = { answer: 0.88, choose: 0.2 } as const;
