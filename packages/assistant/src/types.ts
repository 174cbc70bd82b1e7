export type Locale = "ru" | "en";

/** One approved article as the retriever reads it. */
export interface Entry {
  id: string;
  locale: Locale;
  /** What the versions of one article in two languages share; its id when absent. */
  slug?: string;
  question: string;
  /** Other phrasings of the question; each counts as much as the question itself. */
  alternatives: readonly string[];
  answer: string;
  topic?: string;
}

/** What to do with a ranking: answer with the first, offer 3 to 5 to choose from, or hand over to a person. */
export type Outcome = "answer" | "choose" | "operator";

export interface RankedEntry {
  id: string;
  /** 0..1; comparable within one ranking only. */
  score: number;
  /** Probability, 0..1, that this one is right; absent when it is there for its subject alone. */
  chance?: number;
}

export interface Ranking {
  outcome: Outcome;
  /** Probability, 0..1, that the first of `ranked` is right. */
  confidence: number;
  /** Best first; at most `limit`. */
  ranked: RankedEntry[];
  /** The reading after a wrong keyboard layout, transliteration or typos were undone; absent when nothing was. */
  repaired?: string;
}

export interface RankOptions {
  /**
   * Rank entries of this locale; by default, that of the question. In English, also articles that are written in
   * Russian only.
   */
  locale?: Locale;
  /** How many to return, 5 by default. */
  limit?: number;
}

export interface Retriever {
  rank(text: string, options?: RankOptions): Ranking;
}

export interface RetrieverOptions {
  /** Words that the staff holds for the same, a group in a row; each may be a phrase. */
  synonyms?: readonly (readonly string[])[];
  /** Replaces the civic thesaurus that ships with the package, in the same notation. */
  concepts?: readonly string[];
  /** Confidence from which the first is answered, and from which some are offered. */
  thresholds?: { answer: number; choose: number };
}
