import type { SignName } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

/**
 * What each feature counts, fitted on the development questions of two knowledge bases by `quality/ranking-fit.ts`;
 * weights learnt on one of them rank the other as well to within a point. `exact` is set by hand: who repeats an
 * article's own question gets that article.
 */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  stems: 0.0,
  prefixes: 1.0,
  concepts: 0.91,
  characters: 1.86,
  phrasing: 1.66,
  asked: 0.12,
  told: 3.11,
  pairs: 0.63,
  asking: 0.74,
  stemsAgainstBest: 0.9,
  prefixesAgainstBest: 2.19,
  conceptsAgainstBest: 2.03,
  charactersAgainstBest: 0.77,
  phrasingAgainstBest: 1.48,
  exact: 3.0,
  frames: 1.28,
};

/** What each sign counts for the confidence, fitted by `quality/confidence-fit.ts`. */
export const CONFIDENCE: Readonly<Record<SignName, number>> = {
  bias: -3.77,
  score: 0.15,
  margin: 0.82,
  likelihood: 2.26,
  told: 0.15,
  phrasing: -0.0,
  characters: 1.18,
  concepts: -0.35,
  stems: 1.41,
  unknown: 0.39,
  agreement: 1.11,
  brevity: -0.48,
  length: 2.22,
  unknownLikelihood: -0.59,
  toldSquared: 0.6,
  exact: 0.03,
  uncoveredMost: 0.0,
  uncoveredShare: -1.26,
  foreign: 0.66,
  conceptsMissed: 0.3,
  conceptMissedMost: -1.08,
  back: 1.61,
  asked: -0.85,
  far: -1.71,
  elsewhere: -2.36,
};

/** Confidence from which the first is answered, and from which some are offered. */
export const THRESHOLDS = { answer: 0.9, choose: 0.2 } as const;
