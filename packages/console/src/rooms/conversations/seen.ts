import type { Seen } from "./queue.ts";

const KEY = "veche.seen";

/** What this operator has looked at, kept over reloads of the tab. */
export function restoreSeen(): Seen {
  return JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
}

export function withSeen(seen: Seen, conversationId: string, updatedAt: string): Seen {
  const next = { ...seen, [conversationId]: updatedAt };
  sessionStorage.setItem(KEY, JSON.stringify(next));
  return next;
}
