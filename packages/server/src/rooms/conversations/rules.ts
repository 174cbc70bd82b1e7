import { wantsOnlyOperator, wordsOf } from "@veche/assistant";
import type { CallBackReason, ConversationState, Priority, Standing } from "@veche/protocol";

/** One row of the table of moves. */
interface MoveRule {
  readonly from: readonly ConversationState[];
  readonly to: ConversationState;
  /** How the conversation stands afterwards; nothing particular when absent. */
  readonly standing?: Standing;
  /** In the queue: a new wait, or the one that began before. */
  readonly wait?: "new" | "kept";
  /** At least this much afterwards; usual when absent, and the same where it stays in the queue. */
  readonly priority?: Priority | "same";
  readonly owner: "nobody" | "mover" | "same";
}

const OPEN = ["assistant", "queued", "operator"] as const;
/** Who waits again, through no fault of their own, comes before those who wait for the first time. */
const AGAIN = 1;

/** Every move of a conversation: from which states, to which, and what becomes of owner, wait and priority. */
export const MOVES = {
  /** To an operator, asked for by the resident or by the assistant. */
  request: { from: ["assistant"], to: "queued", wait: "new", owner: "nobody" },
  /** The resident writes again soon after an operator closed. */
  come_back: {
    from: ["closed"],
    to: "queued",
    standing: "reopened",
    wait: "new",
    priority: AGAIN,
    owner: "nobody",
  },
  /** The resident writes again long after the end, or after ending it themselves. */
  reopen: { from: ["closed"], to: "assistant", owner: "nobody" },
  claim: { from: ["queued"], to: "operator", owner: "mover" },
  /** A person writes or steps in: from then on it is theirs. */
  take: { from: OPEN, to: "operator", owner: "mover" },
  /** The operator gives it back; it keeps its place. */
  release: {
    from: ["operator"],
    to: "queued",
    standing: "returned",
    wait: "kept",
    priority: AGAIN,
    owner: "nobody",
  },
  /** The operator is gone: the shift ended, or the connection. */
  return: {
    from: ["operator"],
    to: "queued",
    standing: "returned",
    wait: "kept",
    priority: AGAIN,
    owner: "nobody",
  },
  transfer: {
    from: ["queued", "operator"],
    to: "queued",
    standing: "transferred",
    wait: "new",
    priority: AGAIN,
    owner: "nobody",
  },
  give_back: { from: ["queued", "operator"], to: "assistant", owner: "nobody" },
  hold: { from: ["operator"], to: "operator", standing: "hold", owner: "same" },
  wake: { from: ["operator"], to: "operator", owner: "same" },
  prioritise: { from: ["queued"], to: "queued", wait: "kept", priority: "same", owner: "nobody" },
  /** Nobody of its department is on shift: whoever is may answer. */
  fall_back: { from: ["queued"], to: "queued", wait: "kept", priority: "same", owner: "nobody" },
  call_back: {
    from: ["assistant", "queued"],
    to: "queued",
    standing: "call_back",
    wait: "new",
    owner: "nobody",
  },
  redirect: { from: ["queued", "operator"], to: "closed", standing: "redirected", owner: "same" },
  close: { from: OPEN, to: "closed", owner: "same" },
} as const satisfies Record<string, MoveRule>;

export type Move = keyof typeof MOVES;
export const moveRule = (move: Move): MoveRule => MOVES[move];

export const mayMove = (move: Move, state: ConversationState): boolean => moveRule(move).from.includes(state);

/** Staying in the queue under another rule keeps how the conversation stands. */
export const keepsStanding = (move: Move): boolean =>
  move === "prioritise" || move === "claim" || move === "close";

const PREVIEW_CHARACTERS = 140;

const BARE_CALL_WORDS = 6;

/**
 * What stands for a conversation in the queue after these words: themselves, but «позовите оператора» says less than
 * what was asked before it.
 */
export const previewAfter = (before: string, text: string): string =>
  before && wordsOf(text).length <= BARE_CALL_WORDS && wantsOnlyOperator(text) ? before : previewOf(text);

/** One line for the queue, cut at a character, not in the middle of one. */
export function previewOf(text: string): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  return characters.length <= PREVIEW_CHARACTERS
    ? characters.join("")
    : `${characters.slice(0, PREVIEW_CHARACTERS - 1).join("")}…`;
}

/** One wait that ended: from which place, and how long it was. */
export interface Wait {
  readonly place: number;
  readonly seconds: number;
}

const WAITS_TO_TRUST = 3;

/**
 * Seconds until the conversation at this place is taken: what one place took in the last waits
 * (the median of seconds by place), times the place. Too few waits give no promise.
 */
export function expectedWaitSeconds(position: number, recent: readonly Wait[]): number | undefined {
  if (recent.length < WAITS_TO_TRUST) return undefined;
  const paces = recent.map(({ place, seconds }) => seconds / Math.max(1, place)).toSorted((a, b) => a - b);
  const median = paces[Math.floor(paces.length / 2)] ?? 0;
  return Math.max(5, Math.round(median * Math.max(1, position)));
}

/** What of an operator decides what they may take. */
export interface Fitness {
  /** None means all. */
  readonly departments: readonly string[];
  readonly skills: readonly string[];
  /** No room for one more. */
  readonly full?: boolean;
}

export const servesDepartment = (operator: Fitness, department: string | null): boolean =>
  department === null || operator.departments.length === 0 || operator.departments.includes(department);

/** Whether who waits in one queue waits behind the other too: somebody on shift takes from both. */
export const shareOperators = (one: string | null, other: string | null, onShift: readonly Fitness[]) =>
  one === other ||
  onShift.some((operator) => servesDepartment(operator, one) && servesDepartment(operator, other));

const MATTER = "topic:";

/** What a conversation asks of who takes it: its language, and the matter that the assistant spoke of. */
export const skillOf = (locale: string, topic?: string): string | null =>
  [...(locale === "ru" ? [] : [locale]), ...(topic ? [MATTER + topic] : [])].join(" ") || null;

/** A conversation that waits: for whom, and with what skills. */
interface Waiting {
  readonly department: string | null;
  readonly skill: string | null;
}

/**
 * Whether the operator is up to it. A skill that nobody on shift of its department has keeps nobody waiting: then
 * everyone may try; so may they while all who know the matter are full. A language can't be tried.
 */
export function hasSkills(operator: Fitness, waiting: Waiting, onShift: readonly Fitness[]): boolean {
  const asked = waiting.skill?.split(" ") ?? [];
  return asked.every((skill) => {
    if (operator.skills.includes(skill)) return true;
    const able = onShift.filter(
      (other) => other.skills.includes(skill) && servesDepartment(other, waiting.department),
    );
    return able.length === 0 || (skill.startsWith(MATTER) && able.every(({ full }) => full));
  });
}

/** Who operators are at this moment, and how much room they have. */
export interface Staffing {
  readonly open: boolean;
  readonly holiday: boolean;
  /** Room left by every operator on shift who serves the department; `Infinity` without a limit. */
  readonly room: readonly number[];
}

/** Why a contact may be left; undefined when somebody can answer. */
export function callBackReasonOf({ open, holiday, room }: Staffing): CallBackReason | undefined {
  if (!open) return holiday ? "holiday" : "closed";
  if (room.length === 0) return "nobody";
  return room.every((left) => left <= 0) ? "busy" : undefined;
}

/** The word for it to the resident: hours that never come promise no working day. */
export const absenceWord = ({
  why,
  from,
}: {
  readonly why: CallBackReason;
  readonly from?: Date | undefined;
}): CallBackReason | "never" => ((why === "closed" || why === "holiday") && !from ? "never" : why);

const DIGITS_IN_A_PHONE = 6;
/** A phone or an e-mail address. */
export const isContact = (contact: string): boolean =>
  /^\S+@\S+\.\S+$/.test(contact) || contact.replace(/\D/g, "").length >= DIGITS_IN_A_PHONE;

/** The resident comes back to operators when an operator closed it, lately. */
export function comesBack(
  closed: {
    readonly closedAt: string | null;
    readonly reason: string | null;
    readonly operator: string | null;
  },
  now: Date,
  reopenHours: number,
): boolean {
  const { closedAt, reason, operator } = closed;
  if (closedAt === null || operator === null || reason === "left" || reason === "abuse") return false;
  return now.getTime() - Date.parse(closedAt) < reopenHours * 3_600_000;
}
