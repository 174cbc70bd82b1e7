import type {
  CallBackReason,
  CloseReason,
  Conversation,
  ConversationState,
  Locale,
  Priority,
  QueueItem,
  Standing,
} from "@veche/protocol";
import type { Pushes } from "../../pushes.ts";
import type { Desk } from "./desk/desk.ts";
import { expectedWaitSeconds, shareOperators, type Wait } from "./rules.ts";
import type { ConversationRow, ConversationStore } from "./store.ts";

/** What happened longer ago says nothing of the wait now. */
const LATELY_MS = 4 * 3_600_000;
/** Moves that come together change places once. */
const PLACES_TOLD_EVERY_MS = 250;

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
    ...(row.standing ? { standing: row.standing as Standing } : {}),
    ...(row.priority ? { priority: row.priority as Priority } : {}),
    ...(row.skill ? { skill: row.skill } : {}),
    ...(row.hold_until ? { holdUntil: row.hold_until } : {}),
    ...(row.call_back_contact
      ? {
          callBack: {
            contact: row.call_back_contact,
            why: row.call_back_why as CallBackReason,
            ...(row.call_back_from ? { from: row.call_back_from } : {}),
          },
        }
      : {}),
    ...(row.closed_at ? { closedAt: row.closed_at } : {}),
    ...(row.close_reason ? { closeReason: row.close_reason as CloseReason } : {}),
  };
}

type State = Omit<Conversation, "id" | "token">;

/** What is worth telling anew when it changes. */
const placeOf = ({ queue, callBack }: Pick<State, "queue" | "callBack">) =>
  `${queue?.position} ${callBack?.why ?? ""}`;

/** The queue as residents feel it: their place, and how long the wait may be. */
export function createQueue(
  store: ConversationStore,
  pushes: Pushes,
  desk: Pick<Desk, "absence" | "tell" | "onShift">,
  { clock, failed }: { clock: () => Date; failed: (error: unknown) => void },
) {
  /** As those who wait were told last. */
  const places = new Map<string, string>();
  const absences = new Map<string | null, string>();
  let telling: NodeJS.Timeout | undefined;
  let toldAt = 0;

  const recentWaits = (department: string | null): Promise<Wait[]> =>
    store.recentWaits(department ?? "", new Date(clock().getTime() - LATELY_MS).toISOString());

  function placeState(position: number, waits: readonly Wait[]): State {
    const expected = expectedWaitSeconds(position, waits);
    return {
      state: "queued",
      queue: { position, ...(expected === undefined ? {} : { expectedWaitSeconds: expected }) },
    };
  }

  async function waitingState(row: ConversationRow): Promise<State> {
    if (row.call_back_contact) {
      const { contact, why, from } = queueItemOf(row).callBack ?? { contact: "", why: "busy" as const };
      return { state: "queued", callBack: { why, contact, ...(from ? { from } : {}) } };
    }
    const waiting = await store.waiting(clock().toISOString());
    const onShift = desk.onShift();
    const sameQueue = waiting.filter((it) => shareOperators(it.department, row.department, onShift));
    const position = sameQueue.findIndex((it) => it.id === row.id) + 1;
    return {
      ...placeState(Math.max(1, position), await recentWaits(row.department)),
      ...(await offerFor(row.department)),
    };
  }

  /** To leave a contact, where nobody can answer at once. */
  async function offerFor(department: string | null): Promise<Pick<State, "callBack">> {
    const absence = await desk.absence(department);
    if (!absence) return {};
    return { callBack: { why: absence.why, ...(absence.from ? { from: absence.from.toISOString() } : {}) } };
  }

  async function stateOf(row: ConversationRow): Promise<State> {
    if (row.state === "queued") return waitingState(row);
    return {
      state: row.state as ConversationState,
      ...(row.state === "operator" ? { operator: { name: row.operator_name ?? "" } } : {}),
    };
  }

  /** Tells those who wait of their new places. */
  async function tellPlaces(): Promise<void> {
    const counts = new Map<string | null, number>();
    const onShift = desk.onShift();
    const before = (department: string | null) =>
      [...counts]
        .filter(([other]) => shareOperators(other, department, onShift))
        .reduce((sum, [, count]) => sum + count, 0);
    const told = new Map<string | null, { waits: Wait[]; offer: Pick<State, "callBack"> }>();
    const now = new Map<string, string>();
    for (const { id, department, call_back_contact } of await store.waiting(clock().toISOString())) {
      const position = before(department) + 1;
      counts.set(department, (counts.get(department) ?? 0) + 1);
      if (call_back_contact !== null) continue;
      let its = told.get(department);
      if (!its) {
        its = { waits: await recentWaits(department), offer: await offerFor(department) };
        told.set(department, its);
      }
      const place = placeOf({ queue: { position }, ...its.offer });
      now.set(id, place);
      const last = places.get(id);
      // Who came at another process is told there.
      if (last !== undefined && last !== place)
        pushes.conversation(id, { ...placeState(position, its.waits), ...its.offer });
    }
    places.clear();
    for (const [id, place] of now) places.set(id, place);
    absences.clear();
    for (const [department, { offer }] of told) absences.set(department, offer.callBack?.why ?? "");
  }

  function tellPlacesSoon(): void {
    if (telling) return;
    const wait = Math.max(0, toldAt + PLACES_TOLD_EVERY_MS - Date.now());
    telling = setTimeout(() => {
      telling = undefined;
      toldAt = Date.now();
      tellPlaces().catch(failed);
    }, wait);
    telling.unref();
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
      const state = await stateOf(row);
      if (state.queue) places.set(row.id, placeOf(state));
      pushes.conversation(row.id, state);
      desk.tell();
      tellPlacesSoon();
    },

    /** A waiting or served conversation has new words. */
    spoken(row: ConversationRow): void {
      if (row.state === "queued" || row.state === "operator") {
        pushes.queue({ whole: false, conversations: [queueItemOf(row)], removed: [] });
      }
    },

    /** Tells those who wait when operators have come or gone, or the hours have begun or ended. */
    async tend(): Promise<void> {
      for (const [department, why] of absences)
        if (((await desk.absence(department))?.why ?? "") !== why) return tellPlacesSoon();
    },

    stop: () => clearTimeout(telling),
  };
}

export type Queue = ReturnType<typeof createQueue>;
