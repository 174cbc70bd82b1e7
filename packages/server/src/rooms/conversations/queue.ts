import type { Conversation, ConversationState, Locale, QueueItem } from "@veche/protocol";
import type { Pushes } from "../../pushes.ts";
import { expectedWaitSeconds } from "./rules.ts";
import type { ConversationRow, ConversationStore } from "./store.ts";

export function queueItemOf(row: ConversationRow): QueueItem {
  return {
    id: row.id,
    state: row.state as ConversationState,
    channel: row.channel,
    locale: row.locale as Locale,
    ...(row.department ? { department: row.department } : {}),
    ...(row.operator_id ? { operator: { id: row.operator_id, name: row.operator_name ?? "" } } : {}),
    preview: row.preview,
    ...(row.queued_at ? { waitingSince: row.queued_at } : {}),
    updatedAt: row.updated_at,
    ...(row.page ? { page: row.page } : {}),
  };
}

type State = Omit<Conversation, "id" | "token">;

/** The queue as residents feel it: their place, and how long the wait may be. */
export function createQueue(store: ConversationStore, pushes: Pushes) {
  const places = new Map<string, number>();

  async function recentWaitsSeconds(): Promise<number[]> {
    const waits = await store.recentWaits();
    return waits.map(({ queued_at, claimed_at }) =>
      Math.max(0, (Date.parse(claimed_at ?? "") - Date.parse(queued_at ?? "")) / 1000),
    );
  }

  function placeState(position: number, waits: readonly number[]): State {
    const expected = expectedWaitSeconds(position, waits);
    return {
      state: "queued",
      queue: { position, ...(expected === undefined ? {} : { expectedWaitSeconds: expected }) },
    };
  }

  async function stateOf(row: ConversationRow): Promise<State> {
    if (row.state === "queued") {
      const waiting = await store.waiting();
      const sameQueue = waiting.filter((it) => it.department === row.department);
      const position = sameQueue.findIndex((it) => it.id === row.id) + 1;
      return placeState(Math.max(1, position), await recentWaitsSeconds());
    }
    return {
      state: row.state as ConversationState,
      ...(row.state === "operator" ? { operator: { name: row.operator_name ?? "" } } : {}),
    };
  }

  return {
    stateOf,

    /** Tells operators of a changed conversation, its resident of the state, and those who moved up. */
    async changed(row: ConversationRow): Promise<void> {
      const item = queueItemOf(row);
      const listed = row.state === "queued" || row.state === "operator";
      pushes.queue({
        whole: false,
        conversations: listed ? [item] : [],
        removed: listed ? [] : [row.id],
      });
      pushes.conversation(row.id, await stateOf(row));
      const waits = await recentWaitsSeconds();
      const counts = new Map<string | null, number>();
      const now = new Map<string, number>();
      for (const { id, department } of await store.waiting()) {
        const position = (counts.get(department) ?? 0) + 1;
        counts.set(department, position);
        now.set(id, position);
        if (places.get(id) !== position && id !== row.id)
          pushes.conversation(id, placeState(position, waits));
      }
      places.clear();
      for (const [id, position] of now) places.set(id, position);
    },

    /** A waiting or served conversation has new words. */
    spoken(row: ConversationRow): void {
      if (row.state === "queued" || row.state === "operator") {
        pushes.queue({ whole: false, conversations: [queueItemOf(row)], removed: [] });
      }
    },
  };
}
