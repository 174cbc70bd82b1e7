import { createRetriever, type Ranking, type RankOptions } from "@veche/assistant";
import type { Locale } from "@veche/protocol";
import type { Finding, PublishedArticle } from "./records.ts";
import { holdsOn } from "./rules.ts";

/** The approved articles of one revision and day with their index; never changed, only replaced. */
export interface Approved {
  readonly revision: string;
  /** The city's day for which it holds: an article may expire overnight. */
  readonly day: string;
  readonly articles: readonly PublishedArticle[];
  article(slug: string, locale: Locale): PublishedArticle | undefined;
  find(text: string, options?: RankOptions): Finding;
}

/** Builds the index; the caller swaps it in when it is whole. */
export async function buildApproved(
  { revision, articles }: { revision: string; articles: readonly PublishedArticle[] },
  day: string,
): Promise<Approved> {
  const holding = articles.filter((article) => holdsOn(article, day));
  const byId = new Map(holding.map((article) => [idOf(article), article]));
  const retriever = createRetriever(
    holding.map((article) => ({
      id: idOf(article),
      locale: article.locale,
      question: article.question,
      alternatives: article.alternatives,
      answer: article.answer,
      topic: article.topic,
    })),
  );
  return {
    revision,
    day,
    articles: holding,
    article: (slug, locale) => byId.get(idOf({ slug, locale })),
    find: (text, options) => findingOf(retriever.rank(text, options), byId),
  };
}

const idOf = ({ slug, locale }: { slug: string; locale: Locale }) => `${locale}:${slug}`;

function findingOf(
  { outcome, confidence, repaired, ranked }: Ranking,
  byId: ReadonlyMap<string, PublishedArticle>,
): Finding {
  return {
    outcome,
    confidence,
    ...(repaired !== undefined && { repaired }),
    ranked: ranked.flatMap(({ id, score }) => {
      const article = byId.get(id);
      return article ? [{ article, score }] : [];
    }),
  };
}
