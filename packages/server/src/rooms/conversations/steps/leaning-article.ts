import { leansOnBefore, opensAsMore, saysNoSubject, stemsOf } from "@veche/assistant";
import type { Finding } from "../../knowledge/index.ts";
import type { StepPorts } from "./ports.ts";
import type { Question } from "./step.ts";

/** Beyond this many characters a question is too long to be carried on. */
const MOST_CARRIED = 200;
/** Farther down by the few words alone, an article is there by chance. */
const FARTHEST = 1;

/** From this confidence on a few words without a subject lead from one article to another. */
const LIKELY = 0.5;

export type Leaning =
  | {
      readonly kind: "found";
      readonly finding: Finding;
      readonly asked: string;
      /** The answer above may hold it already. */
      readonly maybeAbove?: boolean;
    }
  /** It belongs to the article that was just shown. */
  | { readonly kind: "said"; readonly asked: string };

/**
 * «А если не ответили?» after an article: read together with the question that it answered. Another article is
 * given where both readings lead to it; the one just shown is not shown again.
 */
export async function findLeaning(
  { text, locale, subject }: Question,
  alone: Finding,
  limit: number,
  { knowledge }: StepPorts,
): Promise<Leaning | undefined> {
  const isBare = saysNoSubject(text);
  if ((alone.outcome === "answer" && !isBare) || !subject?.asked || !leansOnBefore(text)) return undefined;
  const asked = subject.asked.slice(0, MOST_CARRIED);
  const together = `${asked} ${text}`;
  const finding = await knowledge.find(together, { locale, limit });
  const [best] = finding.ranked;
  if (!best) return undefined;
  if (subject.article === undefined)
    return finding.outcome !== "operator" && (isBare || finding.confidence > alone.confidence)
      ? { kind: "found", finding, asked }
      : undefined;
  if (finding.outcome === "answer" && best.article.slug !== subject.article)
    return { kind: "found", finding, asked };
  // A few words without a subject find articles by chance.
  if (isBare)
    return best.article.slug === subject.article || finding.confidence < LIKELY
      ? { kind: "said", asked: together }
      : { kind: "found", finding, asked, maybeAbove: true };
  const slugs = new Set(finding.ranked.map(({ article }) => article.slug));
  const inBoth = alone.ranked.filter(
    ({ article }) => article.slug !== subject.article && slugs.has(article.slug),
  );
  const [first] = inBoth;
  if (first && alone.ranked.indexOf(first) <= FARTHEST)
    return {
      kind: "found",
      finding: { ...alone, outcome: "choose", ranked: inBoth },
      asked,
      maybeAbove: true,
    };
  if (best.article.slug !== subject.article) return undefined;
  // «посоветуй фильм» has a subject of its own: read together, the article above is found by the question above alone.
  const above = new Set(stemsOf(`${best.article.question} ${best.article.answer}`));
  return opensAsMore(text) || stemsOf(text).some((stem) => above.has(stem))
    ? { kind: "said", asked: together }
    : undefined;
}
