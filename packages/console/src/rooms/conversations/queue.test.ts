import type { QueueItem } from "@veche/protocol";
import { expect, test } from "vitest";
import { afterMove, afterPush, isUnread, neighbour, sectionsOf } from "./queue.ts";

const ANNA = "anna";

function conversation(id: string, changes: Partial<QueueItem> = {}): QueueItem {
  return {
    id,
    state: "queued",
    channel: "site",
    locale: "ru",
    preview: "Нет горячей воды",
    waitingSince: "2026-11-22T13:00:00Z",
    updatedAt: "2026-11-22T13:00:00Z",
    ...changes,
  };
}

const heldBy = (id: string, operator: string, updatedAt = "2026-11-22T13:00:00Z") =>
  conversation(id, {
    state: "operator",
    operator: { id: operator, name: operator },
    waitingSince: undefined,
    updatedAt,
  });

const pushed = (...conversations: QueueItem[]) =>
  afterPush(new Map(), { whole: true, conversations, removed: [] });

const shown = (queue: ReadonlyMap<string, QueueItem>) =>
  Object.fromEntries(sectionsOf(queue, ANNA).map(([section, items]) => [section, items.map(({ id }) => id)]));

test("who waits longest stands first, and everyone's conversations stand apart", () => {
  const queue = pushed(
    conversation("late", { waitingSince: "2026-11-22T13:09:00Z" }),
    conversation("early", { waitingSince: "2026-11-22T13:01:00Z" }),
    heldBy("hers", ANNA),
    heldBy("his", "boris"),
    conversation("talking", { state: "assistant", waitingSince: undefined }),
  );
  expect(shown(queue)).toMatchObject({
    waiting: ["early", "late"],
    mine: ["hers"],
    others: ["his"],
    assistant: ["talking"],
  });
});

test("a change updates, adds and removes, and leaves the rest", () => {
  const queue = afterPush(pushed(conversation("a"), conversation("b"), conversation("c")), {
    whole: false,
    conversations: [heldBy("b", ANNA), conversation("d", { waitingSince: "2026-11-22T14:00:00Z" })],
    removed: ["c"],
  });
  expect(shown(queue)).toMatchObject({ waiting: ["a", "d"], mine: ["b"], others: [], assistant: [] });
});

test("after a reconnect the whole replaces what was known", () => {
  const queue = afterPush(pushed(conversation("gone")), {
    whole: true,
    conversations: [conversation("here")],
    removed: [],
  });
  expect([...queue.keys()]).toEqual(["here"]);
});

test("a closed conversation stands in no list", () => {
  expect(shown(pushed(conversation("done", { state: "closed" })))).toMatchObject({
    waiting: [],
    mine: [],
    others: [],
    assistant: [],
  });
});

test("an acknowledgement that comes after a newer push does not turn time back", () => {
  const queue = pushed(heldBy("a", "boris", "2026-11-22T13:05:00Z"));
  expect(afterMove(queue, heldBy("a", ANNA, "2026-11-22T13:04:00Z")).get("a")?.operator?.id).toBe("boris");
  expect(afterMove(queue, heldBy("a", ANNA, "2026-11-22T13:06:00Z")).get("a")?.operator?.id).toBe(ANNA);
});

test("new words in a colleague's conversation are not unread for Anna", () => {
  const seen = { a: "2026-11-22T13:00:00Z" };
  expect(isUnread(heldBy("a", ANNA, "2026-11-22T13:01:00Z"), seen, ANNA)).toBe(true);
  expect(isUnread(heldBy("a", ANNA, "2026-11-22T13:00:00Z"), seen, ANNA)).toBe(false);
  expect(isUnread(heldBy("a", "boris", "2026-11-22T13:01:00Z"), seen, ANNA)).toBe(false);
  expect(isUnread(conversation("new"), seen, ANNA)).toBe(true);
});

test("arrows stop at the ends and start at the near one", () => {
  expect(neighbour(["a", "b"], undefined, 1)).toBe("a");
  expect(neighbour(["a", "b"], "b", 1)).toBe("b");
  expect(neighbour(["a", "b"], "gone", -1)).toBe("b");
  expect(neighbour([], "a", 1)).toBeUndefined();
});

test("urgent ones stand before the longest wait; what is put aside and who is called back stand apart", () => {
  const queue = pushed(
    conversation("early", { waitingSince: "2026-11-22T13:01:00Z" }),
    conversation("urgent", { priority: 2, waitingSince: "2026-11-22T13:20:00Z" }),
    conversation("call", { callBack: { contact: "+7 912 000-00-00", why: "closed" } }),
    { ...heldBy("aside", ANNA), holdUntil: "2026-11-23T09:00:00Z" },
  );
  expect(shown(queue)).toMatchObject({
    waiting: ["urgent", "early"],
    mine: [],
    held: ["aside"],
    callBacks: ["call"],
  });
});

test("a push that tells what was before a newer one changes nothing", () => {
  const queue = pushed(conversation("a", { preview: "новое", updatedAt: "2026-11-22T13:05:00Z" }));
  const late = conversation("a", { preview: "старое", updatedAt: "2026-11-22T13:01:00Z" });
  const after = afterPush(queue, { whole: false, conversations: [late], removed: [] });
  expect(after.get("a")?.preview).toBe("новое");
});
