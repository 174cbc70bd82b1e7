import type { Article, ArticleSummary } from "@veche/protocol";
import { type Address, ask } from "../requests/ask.ts";

export interface Topic {
  readonly topic: string;
  readonly title: string;
  readonly articles: number;
}

export interface ArticleList {
  readonly items: readonly ArticleSummary[];
  readonly topics: readonly Topic[];
}

/** Asks for approved articles; with a query, best first. @throws Problem */
export async function articlesFor(
  address: Address,
  wanted: { readonly query: string; readonly topic: string },
  signal?: AbortSignal,
): Promise<ArticleList> {
  return await ask<ArticleList>(address, "/api/v1/articles", {
    query: { ...wanted, locale: address.locale },
    signal,
  });
}

/** Asks for one article. @throws Problem */
export async function articleOf(address: Address, slug: string, locale: string): Promise<Article> {
  const path = `/api/v1/articles/${encodeURIComponent(slug)}`;
  return (await ask<{ article: Article }>(address, path, { query: { locale } })).article;
}
