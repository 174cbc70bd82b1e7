import type { SignName } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

/**
 * What each feature counts, fitted on the development questions of two knowledge bases by `quality/ranking-fit.ts`;
 * weights learnt on one of them rank the other as well to within a point. `exact` is set by hand: who repeats an
 * article's own question gets that article.
 */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  stems: 0.0,
  prefixes: 1.12,
  concepts: 0.96,
  characters: 1.93,
  phrasing: 1.6,
  asked: 0.01,
  told: 3.23,
  pairs: 0.63,
  asking: 0.61,
  stemsAgainstBest: 0.85,
  prefixesAgainstBest: 2.01,
  conceptsAgainstBest: 2.39,
  charactersAgainstBest: 0.71,
  phrasingAgainstBest: 1.48,
  exact: 3.0,
  frames: 1.21,
};

/** What each sign counts for the confidence, fitted by `quality/confidence-fit.ts`. */
export const CONFIDENCE: Readonly<Record<SignName, number>> = {
  bias: -4.85,
  score: 0.54,
  margin: 1.21,
  likelihood: 1.91,
  told: 0.48,
  phrasing: 0.04,
  characters: 0.66,
  concepts: 0.28,
  stems: 1.14,
  unknown: 0.13,
  agreement: 1.19,
  brevity: -0.29,
  length: 2.03,
  unknownLikelihood: -0.53,
  toldSquared: 0.24,
  exact: 0.03,
  uncoveredMost: 0.35,
  uncoveredShare: -1.37,
  foreign: 0.76,
  conceptsMissed: 0.0,
  conceptMissedMost: -0.96,
  back: 1.76,
  asked: -0.58,
  far: -1.23,
  elsewhere: -1.24,
};

/** The same for an English question and a Russian article, which share no words: only what is told by subjects counts. */
export const CROSSING: Readonly<Record<SignName, number>> = {
  bias: -3.2,
  score: 1.45,
  margin: 1.38,
  likelihood: 1.13,
  told: 0.17,
  phrasing: 0.0,
  characters: 0.0,
  concepts: 2.97,
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
  conceptsMissed: -1.7,
  conceptMissedMost: 0.34,
  back: 0.0,
  asked: 0.0,
  far: -0.37,
  elsewhere: -0.09,
};

/** Confidence from which the first is answered, and from which some are offered. */
export const THRESHOLDS = { answer: 0.88, choose: 0.2 } as const;
