import type { ApprovedArticle, Finding, FoundArticle } from "../records.ts";
import { outcomeFor } from "../rules.ts";
import type { Nearness } from "./embeddings.ts";

/** So many of the nearest in meaning join those found by words. */
const NEAREST = 5;
/** An answer found by words must be among so many of the nearest in meaning. */
const AGREEMENT = 3;
/** In standard deviations above the mean of all articles: models differ in what a cosine of 0.5 says. */
const STANDS_OUT = 3;

/** How sure a finding by other words than the resident's can be: they may say something else. */
const MAY_HAVE_DRIFTED = 0.5;

/**
 * A finding by words with the meaning joined in as one more ranker: the less sure the words are, the
 * more it counts. It can take an answer back to a choice and turn "I don't know" into a choice; it
 * never makes an answer.
 */
export function blend(
  words: Finding,
  nearness: Nearness,
  articleOf: (slug: string) => ApprovedArticle | undefined,
  limit: number,
): Finding {
  const nearest = [...nearness].sort(([, one], [, other]) => other - one);
  const standing = standingOf(nearest.map(([, cosine]) => cosine));
  const mostStanding = Math.max(standing(nearest[0]?.[1] ?? 0), Number.EPSILON);
  const bestScore = words.ranked[0]?.score || 1;
  const byWords = new Map(words.ranked.map(({ article, score }) => [article.slug, score / bestScore]));

  const candidates = new Map(words.ranked.map(({ article }) => [article.slug, article]));
  for (const [slug] of nearest.slice(0, NEAREST)) {
    const article = articleOf(slug);
    if (article) candidates.set(slug, article);
  }
  const ranked: FoundArticle[] = [...candidates.values()]
    .map((article) => {
      const wording = byWords.get(article.slug) ?? 0;
      const cosine = nearness.get(article.slug);
      // An article that is not read yet is neither favoured nor held back.
      const meaning = cosine === undefined ? wording : Math.max(0, standing(cosine)) / mostStanding;
      return { article, score: words.confidence * wording + (1 - words.confidence) * meaning };
    })
    .sort((one, other) => other.score - one.score);

  const first = ranked[0]?.article;
  const sameFirst = first?.slug === words.ranked[0]?.article.slug;
  const agreed = sameFirst && nearest.slice(0, AGREEMENT).some(([slug]) => slug === first?.slug);
  const unread = first !== undefined && !nearness.has(first.slug);
  return {
    ...words,
    outcome: outcomeFor(outcomeOf(words, agreed || (sameFirst && unread), mostStanding), first),
    // Calibrated for the words' first alone; another has at most what that leaves.
    confidence: sameFirst ? words.confidence : Math.min(words.confidence, 1 - words.confidence),
    ranked: ranked.slice(0, limit),
  };
}

function outcomeOf({ outcome }: Finding, agreed: boolean, mostStanding: number): Finding["outcome"] {
  if (outcome === "answer") return agreed ? "answer" : "choose";
  if (outcome === "operator") return mostStanding >= STANDS_OUT ? "choose" : "operator";
  return outcome;
}

/**
 * The finding by the resident's own words with that by a rephrasing: the surer one, which answers by
 * itself only where both come to the same article.
 */
export function surer(own: Finding, rephrased: Finding): Finding {
  if (rephrased.confidence <= own.confidence || rephrased.outcome === "operator") return own;
  const same = own.ranked[0]?.article.slug === rephrased.ranked[0]?.article.slug;
  const { repaired: _reading, ...found } = rephrased;
  return {
    ...found,
    ...(own.repaired !== undefined && { repaired: own.repaired }),
    outcome: same ? rephrased.outcome : "choose",
    confidence: same ? rephrased.confidence : Math.min(rephrased.confidence, MAY_HAVE_DRIFTED),
  };
}

/** How many standard deviations a value stands above the mean of all. */
function standingOf(values: readonly number[]): (value: number) => number {
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  const spread = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length || 1),
  );
  return (value) => (spread === 0 ? 0 : (value - mean) / spread);
}
