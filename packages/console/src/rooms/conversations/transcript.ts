import type { WatchedMessage } from "@veche/protocol";

export interface Transcript {
  readonly messages: readonly WatchedMessage[];
  /** A message came whose predecessor is missing: ask for what came after the last one. */
  readonly gap: boolean;
}

/** `seq` of the last message, 0 of none. */
export const lastSeq = (messages: readonly WatchedMessage[]) => messages.at(-1)?.seq ?? 0;

/** The transcript after messages came, in any order and as often as they like. */
export function withMessages(
  messages: readonly WatchedMessage[],
  incoming: readonly WatchedMessage[],
): Transcript {
  const next = [...messages];
  let gap = false;
  for (const message of incoming.toSorted((a, b) => a.seq - b.seq)) {
    if (message.seq <= lastSeq(next)) continue;
    if (message.seq === lastSeq(next) + 1) next.push(message);
    else gap = true;
  }
  return { messages: next, gap };
}

/**
 * What the resident asked last.
 *
 * @param preview what stands for the conversation in the queue: a bare call for a person after it is no question
 */
export function lastQuestion(messages: readonly WatchedMessage[], preview = "") {
  const asked = messages.filter(({ author, text }) => author.kind === "resident" && text !== "");
  const shown = preview.replace(/…$/, "");
  return asked.findLast(({ text }) => text.replace(/\s+/g, " ").trim().startsWith(shown)) ?? asked.at(-1);
}
