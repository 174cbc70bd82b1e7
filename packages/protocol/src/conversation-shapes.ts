import { z } from "zod";
import { id, locale, moment } from "./values.ts";

export const CONVERSATION_STATES = ["assistant", "queued", "operator", "closed"] as const;
export const conversationState = z.enum(CONVERSATION_STATES);

/** Why a conversation ended. */
export const CLOSE_REASONS = [
  "answered",
  "no_answer",
  "left",
  "wrong_place",
  "abuse",
  "duplicate",
  "passed_on",
] as const;

/** What the state alone doesn't say: how the conversation came where it is, or what it waits for. */
export const STANDINGS = ["transferred", "returned", "reopened", "hold", "call_back", "redirected"] as const;

/** Why nobody can answer at once, and a contact may be left: the hours, a holiday, nobody there, everybody busy. */
export const CALL_BACK_REASONS = ["closed", "holiday", "nobody", "busy"] as const;

/** 0 usual; 1 waits for the second time, through no fault of the resident; 2 urgent. */
export const PRIORITIES = [0, 1, 2] as const;
export const priority = z.union([z.literal(0), z.literal(1), z.literal(2)]);

export const PRESENCES = ["here", "break", "away"] as const;
export const RESTRICTIONS = ["mute", "limit", "block"] as const;

/** One line of the operators' queue. */
export const queueItem = z.object({
  id,
  state: conversationState,
  channel: z.string(),
  locale,
  department: z.string().optional(),
  operator: z.object({ id: z.string(), name: z.string() }).optional(),
  /** The resident's last words, shortened. */
  preview: z.string(),
  waitingSince: moment.optional(),
  updatedAt: moment,
  page: z.string().optional(),
  standing: z.enum(STANDINGS).optional(),
  priority: priority.optional(),
  /** What the operator must be able to do, such as a language. */
  skill: z.string().optional(),
  holdUntil: moment.optional(),
  callBack: z
    .object({ contact: z.string(), why: z.enum(CALL_BACK_REASONS), from: moment.optional() })
    .optional(),
  closedAt: moment.optional(),
  closeReason: z.enum(CLOSE_REASONS).optional(),
});

/** Pushed as `queue`: first the whole, then what changed. */
export const queuePush = z.object({
  whole: z.boolean(),
  conversations: z.array(queueItem),
  removed: z.array(id),
});

/** An operator as colleagues see them. */
export const operatorView = z.object({
  id: z.string(),
  name: z.string(),
  presence: z.enum(PRESENCES),
  /** Since when. */
  since: moment,
  /** A console of theirs is connected. */
  connected: z.boolean(),
  /** Conversations that they have, those on hold not counted. */
  open: z.number().int(),
  mostOpen: z.number().int().optional(),
  /** None means `home`, and without one all. */
  departments: z.array(z.string()),
  /** The department that their own record names. */
  home: z.string().optional(),
  skills: z.array(z.string()),
  /** May take over what a colleague has. */
  supervises: z.boolean(),
});

/** Words among staff; the resident never sees them. */
export const note = z.object({
  id,
  conversationId: id,
  /** The message that it stands after. */
  afterSeq: z.number().int().min(0),
  author: z.object({ id: z.string(), name: z.string() }),
  text: z.string(),
  /** Staff who were named. */
  mentions: z.array(z.string()),
  clientId: z.string(),
  createdAt: moment,
});

/** Pushed to whoever was named in a note. */
export const mention = z.object({ note, preview: z.string() });

export const restriction = z.object({
  id,
  conversationId: id,
  kind: z.enum(RESTRICTIONS),
  /** Of `limit`: one message in so many seconds. */
  everySeconds: z.number().int().optional(),
  reason: z.string(),
  by: z.string(),
  at: moment,
  until: moment,
  /** A block that covers every conversation from the resident's network. */
  network: z.boolean().optional(),
  liftedAt: moment.optional(),
  liftedBy: z.string().optional(),
});

/** One recorded move: who, when, why. */
export const recordedMove = z.object({
  at: moment,
  /** A name, or `resident`, `assistant`, `system`. */
  by: z.string(),
  move: z.string(),
  to: conversationState.optional(),
  detail: z.string().optional(),
  why: z.string().optional(),
});

export type QueueItem = z.infer<typeof queueItem>;
export type QueuePush = z.infer<typeof queuePush>;
export type ConversationState = z.infer<typeof conversationState>;
export type CloseReason = (typeof CLOSE_REASONS)[number];
export type Standing = (typeof STANDINGS)[number];
export type CallBackReason = (typeof CALL_BACK_REASONS)[number];
export type Priority = z.infer<typeof priority>;
export type Presence = (typeof PRESENCES)[number];
export type RestrictionKind = (typeof RESTRICTIONS)[number];
export type OperatorView = z.infer<typeof operatorView>;
export type Note = z.infer<typeof note>;
export type Mention = z.infer<typeof mention>;
export type Restriction = z.infer<typeof restriction>;
export type RecordedMove = z.infer<typeof recordedMove>;

/** What `/staff` pushes beside `queue`, `message` and `typing`. */
export interface DeskEvents {
  /** Every operator on shift or with conversations; the whole list, at every change. */
  presence: { readonly operators: readonly OperatorView[] };
  /** Who has a conversation on screen. */
  looking: {
    readonly conversationId: string;
    readonly staff: readonly { readonly id: string; readonly name: string }[];
  };
  note: Note;
  mention: Mention;
  /** A supervisor took over what the operator had. */
  taken: { readonly conversationId: string; readonly by: string };
}
