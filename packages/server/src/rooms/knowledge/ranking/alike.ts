/** An article as it is compared with others. */
export interface Comparable {
  readonly slug: string;
  readonly question: string;
  readonly answer: string;
}

/** An article that says nearly the same; the likenesses are cosines, 0..1. */
export interface Alike {
  readonly slug: string;
  readonly question: string;
  readonly questionLikeness: number;
  readonly answerLikeness: number;
}

export const ALIKE_QUESTION = 0.6;
export const ALIKE_ANSWER = 0.75;

const GRAM = 3;

/** The articles that a draft nearly repeats, the likest first. */
export function alikeArticles(draft: Comparable, others: readonly Comparable[]): Alike[] {
  const question = gramsOf(draft.question);
  const answer = gramsOf(draft.answer);
  return others
    .map((other) => ({
      slug: other.slug,
      question: other.question,
      questionLikeness: cosine(question, gramsOf(other.question)),
      answerLikeness: cosine(answer, gramsOf(other.answer)),
    }))
    .filter((it) => it.questionLikeness >= ALIKE_QUESTION || it.answerLikeness >= ALIKE_ANSWER)
    .sort((one, other) => likeness(other) - likeness(one));
}

const likeness = ({ questionLikeness, answerLikeness }: Alike) =>
  Math.max(questionLikeness / ALIKE_QUESTION, answerLikeness / ALIKE_ANSWER);

/** How often each three letters follow each other in a text's words, a space before and after each. */
function gramsOf(text: string): Map<string, number> {
  const words =
    text
      .toLowerCase()
      .replaceAll("ё", "е")
      .match(/[\p{L}\d]+/gu) ?? [];
  const line = ` ${words.join(" ")} `;
  const grams = new Map<string, number>();
  for (let at = 0; at + GRAM <= line.length; at += 1) {
    const gram = line.slice(at, at + GRAM);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [gram, times] of one) product += times * (other.get(gram) ?? 0);
  return product === 0 ? 0 : product / (length(one) * length(other));
}

const length = (grams: ReadonlyMap<string, number>) =>
  Math.sqrt([...grams.values()].reduce((sum, times) => sum + times * times, 0));
