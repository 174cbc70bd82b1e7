import type { SignName } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

/**
 * What each feature counts, fitted on the development questions of two knowledge bases by `quality/ranking-fit.ts`;
 * weights learnt on one of them rank the other as well to within a point. `exact` is set by hand: who repeats an
 * article's own question gets that article.
 */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  stems: 0.0,
  prefixes: 0.88,
  concepts: 1.42,
  characters: 1.81,
  phrasing: 1.83,
  asked: 0.0,
  told: 3.18,
  pairs: 0.68,
  asking: 0.7,
  stemsAgainstBest: 0.94,
  prefixesAgainstBest: 2.18,
  conceptsAgainstBest: 2.0,
  charactersAgainstBest: 0.75,
  phrasingAgainstBest: 1.55,
  exact: 3.0,
};

/** What each sign counts for the confidence, fitted by `quality/confidence-fit.ts`. */
export const CONFIDENCE: Readonly<Record<SignName, number>> = {
  bias: -3.32,
  score: -0.22,
  margin: 1.1,
  likelihood: 1.94,
  told: 0.1,
  phrasing: 0.04,
  characters: 1.33,
  concepts: -0.24,
  stems: 1.4,
  unknown: 0.25,
  agreement: 1.06,
  brevity: -0.55,
  length: 2.18,
  unknownLikelihood: -0.69,
  toldSquared: 0.7,
  exact: 0.03,
  uncoveredMost: 0.06,
  uncoveredShare: -1.3,
  foreign: 0.83,
  conceptsMissed: 0.01,
  conceptMissedMost: -0.92,
  back: 1.46,
  asked: -0.7,
  far: -1.82,
  elsewhere: -2.32,
};

/** Confidence from which the first is answered, and from which some are offered. */
export const THRESHOLDS = { answer: 0.9, choose: 0.2 } as const;
