import type { SignName } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

/**
 * What each feature counts, fitted by `quality/fit.ts` on the development questions of two knowledge bases and on half a of
 * the held-out ones; weights learnt on one knowledge base rank another as well to within a point or two. `exact` is set by
 * hand: who repeats an article's own question gets that article.
 */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  stems: 0.78,
  prefixes: 2.33,
  concepts: 1.7,
  characters: 2.1,
  phrasing: 1.96,
  asked: 0.36,
  told: 4.7,
  pairs: 0.44,
  asking: 0.43,
  stemsAgainstBest: 0.66,
  prefixesAgainstBest: 1.39,
  conceptsAgainstBest: 2.61,
  charactersAgainstBest: 0.0,
  phrasingAgainstBest: 1.26,
  exact: 3.0,
  frames: 1.45,
};

/** What each sign counts for the confidence, fitted by `quality/confidence-fit.ts`. */
export const CONFIDENCE: Readonly<Record<SignName, number>> = {
  bias: -5.02,
  score: 0.94,
  margin: 1.46,
  likelihood: 1.39,
  told: 0.56,
  phrasing: 0.51,
  characters: -0.05,
  concepts: 0.53,
  stems: 0.19,
  unknown: -0.17,
  agreement: 0.77,
  brevity: -0.83,
  length: 1.29,
  unknownLikelihood: -0.06,
  toldSquared: 0.45,
  exact: 0.05,
  uncoveredMost: 0.43,
  uncoveredShare: -0.78,
  foreign: 0.65,
  conceptsMissed: -0.26,
  conceptMissedMost: -0.12,
  back: 1.37,
  asked: -0.01,
  far: -1.13,
  elsewhere: -0.55,
};

/** The same for an English question and a Russian article, which share no words: only what is told by subjects counts. */
export const CROSSING: Readonly<Record<SignName, number>> = {
  bias: -3.56,
  score: 1.71,
  margin: 1.66,
  likelihood: 1.11,
  told: -0.26,
  phrasing: 0.0,
  characters: 0.0,
  concepts: 2.86,
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
  conceptsMissed: -1.73,
  conceptMissedMost: 0.16,
  back: 0.0,
  asked: 0.0,
  far: -0.27,
  elsewhere: -0.17,
};

/** Confidence from which the first is answered, and from which some are offered. */
export const THRESHOLDS = { answer: 0.88, choose: 0.2 } as const;
