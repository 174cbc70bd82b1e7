import type { SignName } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

/**
 * What each feature counts, fitted on the development questions of two knowledge bases by `quality/ranking-fit.ts`;
 * weights learnt on one of them rank the other as well to within a point. `exact` is set by hand: who repeats an
 * article's own question gets that article.
 */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  stems: 0.07,
  prefixes: 1.17,
  concepts: 0.72,
  characters: 1.89,
  phrasing: 1.5,
  asked: 0.0,
  told: 3.19,
  pairs: 0.64,
  asking: 0.63,
  stemsAgainstBest: 0.77,
  prefixesAgainstBest: 1.98,
  conceptsAgainstBest: 2.52,
  charactersAgainstBest: 0.73,
  phrasingAgainstBest: 1.69,
  exact: 3.0,
  frames: 1.27,
};

/** What each sign counts for the confidence, fitted by `quality/confidence-fit.ts`. */
export const CONFIDENCE: Readonly<Record<SignName, number>> = {
  bias: -5.06,
  score: 0.57,
  margin: 1.16,
  likelihood: 1.95,
  told: 0.36,
  phrasing: -0.07,
  characters: 0.74,
  concepts: 0.38,
  stems: 1.16,
  unknown: 0.2,
  agreement: 1.2,
  brevity: -0.29,
  length: 2.41,
  unknownLikelihood: -0.44,
  toldSquared: 0.28,
  exact: 0.03,
  uncoveredMost: 0.33,
  uncoveredShare: -1.26,
  foreign: 0.59,
  conceptsMissed: 0.04,
  conceptMissedMost: -0.92,
  back: 1.78,
  asked: -0.49,
  far: -1.17,
  elsewhere: -1.3,
};

/** The same for an English question and a Russian article, which share no words: only what is told by subjects counts. */
export const CROSSING: Readonly<Record<SignName, number>> = {
  bias: -3.31,
  score: 1.51,
  margin: 1.52,
  likelihood: 1.08,
  told: 0.22,
  phrasing: 0.0,
  characters: 0.0,
  concepts: 2.98,
  stems: 0.0,
  unknown: 0.0,
  agreement: 0.0,
  brevity: 0.0,
  length: 0.0,
  unknownLikelihood: 0.0,
  toldSquared: 0.0,
  exact: 0.0,
  uncoveredMost: 0.0,
  uncoveredShare: 0.0,
  foreign: 0.0,
  conceptsMissed: -1.74,
  conceptMissedMost: 0.25,
  back: 0.0,
  asked: 0.0,
  far: -0.32,
  elsewhere: -0.09,
};

/** Confidence from which the first is answered, and from which some are offered. */
export const THRESHOLDS = { answer: 0.88, choose: 0.2 } as const;
