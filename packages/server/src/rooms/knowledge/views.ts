import type {
  Article,
  ArticleSummary,
  Locale,
  StaffArticle,
  StaffArticleVersion,
  TrialFinding,
} from "@veche/protocol";
import type { ApprovedArticle, ArticleVersion, DraftArticle, Finding, PublishedArticle } from "./records.ts";
import { topicTitle } from "./rules.ts";

export const inLanguage = (articles: readonly PublishedArticle[], locale: Locale) =>
  articles.filter((article) => article.locale === locale);

export const summaryView = ({
  slug,
  locale,
  topic,
  question,
  updated,
}: PublishedArticle): ArticleSummary => ({
  slug,
  locale,
  topic,
  question,
  updatedAt: updated,
});

export function articleView(article: ApprovedArticle): Article {
  const { answer, department, sourceTitle, sourceUrl, version, expired, vouchedUntil } = article;
  return {
    ...summaryView(article),
    answer,
    version,
    ...(department && { department }),
    ...(expired && { expired: vouchedUntil }),
    ...(sourceUrl && { source: { title: sourceTitle || sourceUrl, url: sourceUrl } }),
  };
}

/** The topics that have articles, in the city's order, named for residents. */
export function topicsView(articles: readonly PublishedArticle[], locale: Locale) {
  const counts = new Map<string, number>();
  for (const { topic } of articles) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts].map(([topic, count]) => ({ topic, title: topicTitle(topic, locale), articles: count }));
}

export function staffView({
  alternatives,
  department,
  publishedVersion,
  ...same
}: DraftArticle): StaffArticle {
  return {
    ...same,
    alternatives: [...alternatives],
    ...(department && { department }),
    ...(publishedVersion !== undefined && { publishedVersion }),
  };
}

export const versionView = ({
  alternatives,
  department,
  ...same
}: ArticleVersion & { readonly locale: Locale }): StaffArticleVersion => ({
  ...same,
  alternatives: [...alternatives],
  ...(department && { department }),
});

export const findingView = ({ ranked, ...finding }: Finding): TrialFinding => ({
  ...finding,
  ranked: ranked.map(({ article: { slug, question, expired }, score }) => ({
    slug,
    question,
    score,
    ...(expired && { expired }),
  })),
});

/** Whether an editor who looks for these words, in small letters, wants this article. */
export function mentions({ slug, question, alternatives, answer }: DraftArticle, words: string): boolean {
  return [slug, question, ...alternatives, answer].some((text) => text.toLowerCase().includes(words));
}
