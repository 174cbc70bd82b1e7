import { languageOf } from "../language/language-of.ts";
import { wordsOf } from "../language/normalise.ts";
import { stem } from "../language/stem.ts";
import type { Entry, RankOptions, Ranking, Retriever, RetrieverOptions } from "../types.ts";

/** Finds the approved article that answers a question. Building reads every entry once; ranking changes nothing. */
export function createRetriever(entries: readonly Entry[], options: RetrieverOptions = {}): Retriever {
  const thresholds = options.thresholds ?? { answer: 0.6, choose: 0.25 };
  const documents = entries.map((entry) => {
    const counts = new Map<string, number>();
    const add = (text: string, weight: number) => {
      for (const word of wordsOf(text)) counts.set(stem(word), (counts.get(stem(word)) ?? 0) + weight);
    };
    add(entry.question, 3);
    for (const alternative of entry.alternatives) add(alternative, 3);
    add(entry.answer, 1);
    return { entry, counts };
  });
  const frequency = new Map<string, number>();
  for (const { counts } of documents)
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const weightOf = (term: string) =>
    frequency.has(term) ? Math.log(1 + documents.length / (frequency.get(term) ?? 1)) : 0;

  return {
    rank(text: string, { locale, limit = 5 }: RankOptions = {}): Ranking {
      const wanted = locale ?? languageOf(text);
      const terms = [...new Set(wordsOf(text).map(stem))];
      const possible = terms.reduce((sum, term) => sum + Math.max(weightOf(term), 1), 0);
      const ranked = documents
        .filter(({ entry }) => entry.locale === wanted)
        .map(({ entry, counts }) => ({
          id: entry.id,
          score:
            terms.reduce((sum, term) => {
              const count = counts.get(term) ?? 0;
              return sum + (weightOf(term) * count) / (count + 1.2);
            }, 0) / Math.max(possible, 1),
        }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
      const confidence = Math.min(1, ranked[0]?.score ?? 0);
      const outcome =
        confidence >= thresholds.answer ? "answer" : confidence >= thresholds.choose ? "choose" : "operator";
      return { outcome, confidence, ranked };
    },
  };
}
