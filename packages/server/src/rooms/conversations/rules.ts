import type { ConversationState } from "@veche/protocol";

/** Every move of a conversation: from which states, to which. */
export const MOVES = {
  request: { from: ["assistant"], to: "queued" },
  claim: { from: ["queued"], to: "operator" },
  release: { from: ["operator"], to: "queued" },
  transfer: { from: ["queued", "operator"], to: "queued" },
  close: { from: ["assistant", "queued", "operator"], to: "closed" },
  /** The resident writes again after the end. */
  reopen: { from: ["closed"], to: "assistant" },
} as const satisfies Record<string, { from: readonly ConversationState[]; to: ConversationState }>;

export type Move = keyof typeof MOVES;

export const mayMove = (move: Move, state: ConversationState): boolean =>
  (MOVES[move].from as readonly ConversationState[]).includes(state);

const PREVIEW_CHARACTERS = 140;

/** One line for the queue, cut at a character, not in the middle of one. */
export function previewOf(text: string): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  return characters.length <= PREVIEW_CHARACTERS
    ? characters.join("")
    : `${characters.slice(0, PREVIEW_CHARACTERS - 1).join("")}…`;
}

const WAITS_TO_TRUST = 3;

/**
 * Seconds until the conversation at this place is taken, from how long the last ones really
 * waited: their median, times the place. Too few waits give no promise.
 */
export function expectedWaitSeconds(
  position: number,
  recentWaitsSeconds: readonly number[],
): number | undefined {
  if (recentWaitsSeconds.length < WAITS_TO_TRUST) return undefined;
  const sorted = [...recentWaitsSeconds].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Math.max(5, Math.round(median * Math.max(1, position)));
}
