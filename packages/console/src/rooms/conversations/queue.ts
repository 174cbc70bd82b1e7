import type { QueueItem, QueuePush } from "@veche/protocol";

export type Queue = ReadonlyMap<string, QueueItem>;

/** The queue after a push: the whole replaces, a change adds, updates and removes; what is known newer stays. */
export function afterPush(queue: Queue, push: QueuePush): Queue {
  const next = new Map(push.whole ? [] : queue);
  for (const item of push.conversations) {
    const known = next.get(item.id);
    if (!known || known.updatedAt <= item.updatedAt) next.set(item.id, item);
  }
  for (const id of push.removed) next.delete(id);
  return next;
}

/** One conversation as an acknowledgement told it; a push that came meanwhile and is newer wins. */
export function afterMove(queue: Queue, item: QueueItem): Queue {
  const known = queue.get(item.id);
  if (known && known.updatedAt > item.updatedAt) return queue;
  return new Map(queue).set(item.id, item);
}

export const SECTIONS = ["waiting", "mine", "held", "callBacks", "others", "assistant"] as const;
export type Section = (typeof SECTIONS)[number];

/** Where a conversation stands in an operator's list; closed ones stand nowhere. */
export function sectionOf(item: QueueItem, me: string): Section | undefined {
  switch (item.state) {
    case "queued":
      return item.callBack ? "callBacks" : "waiting";
    case "operator":
      if (item.operator?.id !== me) return "others";
      return item.holdUntil ? "held" : "mine";
    case "assistant":
      return "assistant";
    case "closed":
      return undefined;
    default:
      return item.state satisfies never;
  }
}

/** Moments and ids are ordered by their code, ten times as fast as by a language. */
const byCode = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** As the server gives them out: priority, then the longest wait. */
const nextFirst = (a: QueueItem, b: QueueItem) =>
  (b.priority ?? 0) - (a.priority ?? 0) ||
  byCode(a.waitingSince ?? a.updatedAt, b.waitingSince ?? b.updatedAt) ||
  byCode(a.id, b.id);
const soonestFirst = (a: QueueItem, b: QueueItem) =>
  byCode(a.holdUntil ?? "", b.holdUntil ?? "") || byCode(a.id, b.id);
const newestFirst = (a: QueueItem, b: QueueItem) => byCode(b.updatedAt, a.updatedAt) || byCode(a.id, b.id);

const ORDER = {
  waiting: nextFirst,
  mine: newestFirst,
  held: soonestFirst,
  callBacks: nextFirst,
  others: newestFirst,
  assistant: newestFirst,
} as const satisfies Record<Section, (a: QueueItem, b: QueueItem) => number>;

/** The operator's list: who is next stands first, then their own, what is put aside, call-backs, then colleagues' and the assistant's. */
export function sectionsOf(queue: Queue, me: string): readonly (readonly [Section, readonly QueueItem[]])[] {
  const grouped = Map.groupBy(queue.values(), (item) => sectionOf(item, me));
  return SECTIONS.map((section) => [section, (grouped.get(section) ?? []).toSorted(ORDER[section])] as const);
}

/** Conversation → when its newest words were on this operator's screen. */
export type Seen = Readonly<Record<string, string>>;

/** Something new for this operator: waiting or theirs, and changed since they looked. */
export function isUnread(item: QueueItem, seen: Seen, me: string): boolean {
  const section = sectionOf(item, me);
  if (section !== "waiting" && section !== "mine" && section !== "callBacks") return false;
  return (seen[item.id] ?? "") < item.updatedAt;
}

/** The neighbour in the list; the first when nothing is chosen, and it stops at the ends. */
export function neighbour(
  ids: readonly string[],
  chosen: string | undefined,
  step: 1 | -1,
): string | undefined {
  if (chosen === undefined || !ids.includes(chosen)) return step === 1 ? ids[0] : ids.at(-1);
  return ids[Math.min(Math.max(ids.indexOf(chosen) + step, 0), ids.length - 1)];
}

/** Theirs to answer, whether on the table or put aside. */
export const isOwn = (item: QueueItem, me: string): boolean =>
  item.state === "operator" && item.operator?.id === me;

/** Out of the queue means ended, unless the assistant has the conversation. */
export const closedUnlessAssistant = (item: QueueItem): QueueItem =>
  item.state === "assistant" ? item : { ...item, state: "closed" };
