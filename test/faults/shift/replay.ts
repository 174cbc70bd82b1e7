import type { ConversationMoveTable } from "../../../packages/server/src/storage/index.ts";
import { MOVES, type Move, moveRule } from "../../../packages/server/src/rooms/conversations/rules.ts";

interface Standing {
  state: string;
  owner: string | null;
  held: boolean;
  department: string | null;
  priority: number;
  queuedAt: string;
}

export interface Findings {
  moves: number;
  /** A conversation was given to one who while another had it. */
  twoOwners: number;
  overLimit: number;
  outOfOrder: number;
  /** A move that the table of moves doesn't allow from where the conversation was. */
  impossible: number;
}

const isMove = (name: string): name is Move => name in MOVES;

const ahead = (a: readonly [string, Standing], b: readonly [string, Standing]) =>
  b[1].priority - a[1].priority || a[1].queuedAt.localeCompare(b[1].queuedAt) || a[0].localeCompare(b[0]);

/**
 * Goes through the recorded moves once more, in the order in which they were committed, and holds each
 * against the rules.
 */
export function replay(
  moves: readonly ConversationMoveTable[],
  mostOpen: number,
  departmentsOf: (operator: string) => readonly string[],
): { found: Findings; conversations: ReadonlyMap<string, Standing> } {
  const conversations = new Map<string, Standing>();
  const found: Findings = { moves: moves.length, twoOwners: 0, overLimit: 0, outOfOrder: 0, impossible: 0 };
  const waiting = () => [...conversations].filter(([, it]) => it.state === "queued").toSorted(ahead);

  for (const it of moves) {
    if (!isMove(it.move)) throw new Error(`unknown move ${it.move}`);
    const rule = moveRule(it.move);
    const before = conversations.get(it.conversation_id) ?? {
      state: "assistant",
      owner: null,
      held: false,
      department: null,
      priority: 0,
      queuedAt: it.at,
    };
    if (!(rule.from as readonly string[]).includes(before.state) || rule.to !== it.to_state)
      found.impossible++;
    if (rule.owner === "mover" && before.owner !== null) found.twoOwners++;
    if (it.move === "claim" && it.detail === "next") {
      const serves = departmentsOf(it.by);
      const first = waiting().find(
        ([, { department }]) => department === null || serves.length === 0 || serves.includes(department),
      );
      if (first?.[0] !== it.conversation_id) found.outOfOrder++;
    }
    conversations.set(it.conversation_id, {
      state: rule.to,
      owner: it.owner,
      held: it.move === "hold",
      department: it.department,
      priority: rule.to === "queued" ? Number(rule.priority ?? 0) : before.priority,
      queuedAt: rule.wait === "new" ? it.at : before.queuedAt,
    });
    if (it.owner === null) continue;
    const open = [...conversations.values()].filter(({ owner, held }) => owner === it.owner && !held).length;
    if (open > mostOpen) found.overLimit++;
  }
  return { found, conversations };
}
