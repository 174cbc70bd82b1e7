import { languageOf } from "@veche/assistant";
import type { Locale } from "@veche/protocol";
import type { Approved } from "./approved.ts";
import { blend, surer } from "./meaning/blend.ts";
import type { Meaning } from "./meaning/embeddings.ts";
import type { Rephrase } from "./meaning/rephrasing.ts";
import type { Finding } from "./records.ts";

const DEFAULT_LIMIT = 5;

export interface FindingParts {
  readonly approved: () => Approved;
  /** A ranker by meaning, where the city configured one. */
  readonly meaning?: Meaning;
  /** The question in other words, likewise. */
  readonly rephrase?: Rephrase;
}

/** Finds the article that answers a question: by its words and, where configured, with a language model's help. */
export function createFinding({ approved, meaning, rephrase }: FindingParts) {
  let read: Approved | undefined;

  return async (
    text: string,
    options: { readonly locale?: Locale; readonly limit?: number } = {},
  ): Promise<Finding> => {
    const among = approved();
    if (!meaning && !rephrase) return among.find(text, options);
    if (among !== read) meaning?.read(among.all);
    read = among;
    const { locale = languageOf(text), limit = DEFAULT_LIMIT } = options;
    const words = await among.find(text, options);
    const [nearness, otherWords] = await Promise.all([
      meaning?.nearness(text, locale),
      words.outcome === "answer" ? undefined : rephrase?.(text, locale),
    ]);
    const found = otherWords ? surer(words, await among.find(otherWords, { ...options, locale })) : words;
    return nearness ? blend(found, nearness, (slug) => among.article(slug, locale), limit) : found;
  };
}
