import type { Entry, Ranking, RankOptions } from "@veche/assistant";
import type { Locale } from "@veche/protocol";
import type { RankingDesk } from "./ranking/ranking-desk.ts";
import type { Loadable } from "./ranking/ranking-thread.ts";
import type { ApprovedArticle, ArticleRow, Finding, PublishedArticle } from "./records.ts";
import { outcomeFor, standingOn } from "./rules.ts";

/** The approved articles of one revision and day with their index; never changed, only replaced. */
export interface Approved {
  readonly revision: string;
  /** The city's day for which it holds: an article may expire overnight. */
  readonly day: string;
  /** Those that hold, in the city's order. */
  readonly articles: readonly ApprovedArticle[];
  /** Also those past their review date. */
  readonly all: readonly ApprovedArticle[];
  /** Also one past its review date. */
  article(slug: string, locale: Locale): ApprovedArticle | undefined;
  find(text: string, options?: RankOptions): Promise<Finding>;
  readonly index: Loadable;
}

/** So many are ranked at least: one step of an answer asks for the first, another for five, and it is done once. */
const RANKED = 5;

/** @param desk ranks among them once their `index` is published there */
export function approvedOn(
  day: string,
  { revision, articles }: { revision: string; articles: readonly PublishedArticle[] },
  desk: RankingDesk,
): Approved {
  const all = articles.map((article) => ({ ...article, ...standingOn(article, day) }));
  const byId = new Map(all.map((article) => [idOf(article), article]));
  return {
    revision,
    day,
    all,
    articles: all.filter(({ expired }) => !expired),
    article: (slug, locale) => byId.get(idOf({ slug, locale })),
    async find(text, { limit = RANKED, ...options } = {}) {
      const { ranked, ...ranking } = await desk.rank(text, { ...options, limit: Math.max(limit, RANKED) });
      return findingOf({ ...ranking, ranked: ranked.slice(0, limit) }, byId);
    },
    index: { name: `published ${revision}`, size: all.length, entries: () => all.map(entryOf) },
  };
}

export const idOf = ({ slug, locale }: { slug: string; locale: Locale }) => `${locale}:${slug}`;

export const entryOf = (article: ArticleRow): Entry => ({
  id: idOf(article),
  slug: article.slug,
  locale: article.locale,
  question: article.question,
  alternatives: article.alternatives,
  answer: article.answer,
  topic: article.topic,
});

export function findingOf(
  { outcome, confidence, repaired, ranked }: Ranking,
  byId: ReadonlyMap<string, ApprovedArticle>,
): Finding {
  const found = ranked.flatMap(({ id, ...found }) => {
    const article = byId.get(id);
    return article ? [{ article, ...found }] : [];
  });
  return {
    outcome: outcomeFor(outcome, found[0]?.article),
    confidence,
    ...(repaired !== undefined && { repaired }),
    ranked: found,
  };
}
