import type { QuestionState } from "@veche/protocol";

/** What an editor can do with a question in each state. */
export const QUESTION_MOVES = {
  open: ["accepted", "rejected"],
  rejected: ["open", "accepted"],
  accepted: [],
} as const satisfies Record<QuestionState, readonly QuestionState[]>;

export const mayBecome = (from: QuestionState, to: QuestionState) =>
  (QUESTION_MOVES[from] as readonly QuestionState[]).includes(to);

/** A phrasing of an article is no longer than this; more of a message is a story, not a question. */
export const QUESTION_LENGTH = 300;

/** Fewer letters ask nothing: «?», «12», «ок». */
const FEWEST_LETTERS = 3;

export const asksSomething = (wording: string) => (wording.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS;

export function shortened(question: string): string {
  const line = question.replace(/\s+/g, " ").trim();
  if (line.length <= QUESTION_LENGTH) return line;
  return `${line
    .slice(0, QUESTION_LENGTH - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`;
}
