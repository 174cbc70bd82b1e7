import type { Outcome } from "@veche/assistant";
import type { Locale } from "@veche/protocol";

/** What the city approved, at one version: the only text that the assistant may say. */
export interface PublishedArticle {
  readonly slug: string;
  readonly locale: Locale;
  readonly version: number;
  readonly topic: string;
  readonly question: string;
  readonly alternatives: readonly string[];
  /** Markdown of a small safe subset. */
  readonly answer: string;
  /** Slug of the hotline that answers for it; empty when none does. */
  readonly department: string;
  readonly sourceTitle: string;
  readonly sourceUrl: string;
  /** ISO date of the source. */
  readonly updated: string;
  /** ISO date of the last day on which it holds; empty when it has none. */
  readonly expires: string;
}

export interface FoundArticle {
  readonly article: PublishedArticle;
  /** 0..1; comparable within one finding only. */
  readonly score: number;
}

export interface Finding {
  readonly outcome: Outcome;
  /** Probability, 0..1, that the first of `ranked` is right. */
  readonly confidence: number;
  /** How the question was read once layout, transliteration or typos were undone. */
  readonly repaired?: string;
  /** Best first. */
  readonly ranked: readonly FoundArticle[];
}
