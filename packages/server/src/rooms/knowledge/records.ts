import type { Outcome } from "@veche/assistant";
import type { Locale } from "@veche/protocol";
import type { Standing } from "./rules.ts";

/** One article in one language. */
export interface ArticleId {
  readonly slug: string;
  readonly locale: Locale;
}

/** What staff write of an article. */
export interface ArticleContent {
  readonly topic: string;
  readonly question: string;
  /** Other phrasings of the question. */
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
  /** ISO date by which staff look at it again; empty when nobody set one. After it the article is at most offered. */
  readonly reviewOn: string;
}

export interface ArticleRow extends ArticleId, ArticleContent {
  /** Questions that must keep leading to it; absent where a file doesn't speak of them. */
  readonly testQuestions?: readonly string[];
}

/** A row of the articles' file, which may not speak of when to look at it again. */
export type SheetArticle = Omit<ArticleRow, "reviewOn"> & { readonly reviewOn?: string };

/** The latest version, published or not. */
export interface DraftArticle extends ArticleRow {
  readonly version: number;
  readonly publishedVersion: number | undefined;
  readonly changedAt: string;
  readonly changedBy: string;
}

/** One save of an article. */
export interface ArticleVersion extends ArticleContent {
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly publishedAt: string | undefined;
  readonly publishedBy: string | undefined;
}

/** What the city approved, at one version: the only text that the assistant may say. */
export interface PublishedArticle extends ArticleRow {
  readonly version: number;
}

/** As residents get it. */
export interface ApprovedArticle extends PublishedArticle, Standing {}

export interface FoundArticle {
  readonly article: ApprovedArticle;
  /** 0..1; comparable within one finding only. */
  readonly score: number;
  /** Probability, 0..1, that this one is right; absent when it is there for its subject or its meaning. */
  readonly chance?: number;
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
