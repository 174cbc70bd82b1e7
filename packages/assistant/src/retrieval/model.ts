import type { SignName } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

/**
 * What each feature counts, fitted by `quality/fit.ts` on the development questions of two knowledge bases and on half a of
 * the held-out ones; weights learnt on one knowledge base rank another as well to within a point or two. `exact` is set by
 * hand: who repeats an article's own question gets that article.
 */
export const WEIGHTS: Readonly<Record<FeatureName, number>> = {
  stems: 0.41,
  prefixes: 2.34,
  concepts: 1.19,
  characters: 1.49,
  phrasing: 1.45,
  asked: 0.4,
  told: 5.02,
  pairs: 0.11,
  asking: 0.5,
  stemsAgainstBest: 0.54,
  prefixesAgainstBest: 1.38,
  conceptsAgainstBest: 2.37,
  charactersAgainstBest: 0.0,
  phrasingAgainstBest: 0.32,
  exact: 3.0,
  frames: 1.43,
  meaning: 5.38,
};

/** What each sign counts for the confidence, fitted by `quality/confidence-fit.ts`. */
export const CONFIDENCE: Readonly<Record<SignName, number>> = {
  bias: -4.95,
  score: 1.13,
  margin: 1.51,
  likelihood: 1.43,
  told: 0.35,
  phrasing: 0.47,
  characters: 0.05,
  concepts: 0.34,
  stems: 0.14,
  unknown: -0.18,
  agreement: 0.64,
  brevity: -0.84,
  length: 1.28,
  unknownLikelihood: 0.01,
  toldSquared: 0.3,
  exact: 0.05,
  uncoveredMost: 0.37,
  uncoveredShare: -0.62,
  foreign: 0.53,
  conceptsMissed: -0.18,
  conceptMissedMost: -0.11,
  back: 1.19,
  asked: -0.05,
  far: -1.15,
  elsewhere: -0.54,
};

/** The same for an English question and a Russian article, which share no words: only what is told by subjects counts. */
export const CROSSING: Readonly<Record<SignName, number>> = {
  bias: -4.44,
  score: 1.52,
  margin: 2.03,
  likelihood: 1.62,
  told: 0.12,
  phrasing: 0.0,
  characters: 0.0,
  concepts: 3.27,
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
  conceptsMissed: -1.2,
  conceptMissedMost: 0.63,
  back: 0.0,
  asked: 0.0,
  far: -0.16,
  elsewhere: -0.53,
};

/** Confidence from which the first is answered, and from which some are offered. */
export const THRESHOLDS = { answer: 0.88, choose: 0.2 } as const;
