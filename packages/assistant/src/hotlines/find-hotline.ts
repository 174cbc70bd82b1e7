import { createRetriever } from "../retrieval/retriever.ts";
import type { Retriever } from "../types.ts";

/** A directory entry as the matcher reads it. */
export interface HotlineRow {
  slug: string;
  name: string;
  nameEn?: string;
  topics?: readonly string[] | string;
  about?: string;
}

export interface FoundHotline {
  slug: string;
  /** 0..1: how sure it is that this office is meant. */
  confidence: number;
}

const built = new WeakMap<readonly HotlineRow[], Retriever>();

/** The office that a question means, by its name or by what it does; undefined when none is. */
export function findHotline(text: string, hotlines: readonly HotlineRow[]): FoundHotline | undefined {
  let retriever = built.get(hotlines);
  if (!retriever) {
    retriever = createRetriever(
      hotlines.flatMap(({ slug, name, nameEn, about = "" }) => [
        { id: slug, locale: "ru" as const, question: name, alternatives: [], answer: about },
        ...(nameEn
          ? [{ id: slug, locale: "en" as const, question: nameEn, alternatives: [], answer: "" }]
          : []),
      ]),
    );
    built.set(hotlines, retriever);
  }
  const { ranked, confidence } = retriever.rank(text, { limit: 1 });
  return ranked[0] && { slug: ranked[0].id, confidence };
}
