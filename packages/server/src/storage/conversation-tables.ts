import type { Flag, Json, Moment } from "./tables.ts";

export interface ConversationTable {
  id: string;
  token_hash: string;
  channel: string;
  locale: string;
  page: string | null;
  state: string;
  department: string | null;
  operator_id: string | null;
  operator_name: string | null;
  /** Since when it waits; kept while an operator has it, to measure the wait. */
  queued_at: Moment | null;
  claimed_at: Moment | null;
  last_seq: number;
  preview: string;
  score: number | null;
  score_comment: string | null;
  created_at: Moment;
  updated_at: Moment;
  closed_at: Moment | null;
  close_reason: string | null;
  /** What the state alone doesn't say, such as `hold`, `call_back`, `transferred`. */
  standing: string | null;
  hold_until: Moment | null;
  priority: number;
  skill: string | null;
  /** When it came into the queue this time, and at which place: what the next ones may expect. */
  entered_at: Moment | null;
  entered_place: number | null;
  call_back_contact: string | null;
  call_back_why: string | null;
  call_back_from: Moment | null;
  /** Who served it before, and may be asked to go on. */
  last_operator_id: string | null;
  /** Who it is in a channel that knows its people; on the site nobody. */
  account: string | null;
  /** From where it is written: the day and the hash under its key; gone when the day is. */
  network: string | null;
  /** Up to which message the words can be searched. */
  indexed_seq: number;
  erased_at: Moment | null;
  /** The resident deleted it: only what figures count is left. */
  deleted_at: Moment | null;
}

export interface MessageTable {
  id: string;
  conversation_id: string;
  seq: number;
  author_kind: string;
  author_id: string | null;
  author_name: string | null;
  text: string;
  sources: Json;
  replies: Json;
  client_id: string | null;
  created_at: Moment;
  /** 1 until the assistant has answered this message of a resident. */
  awaits_answer: Flag;
  /** What answered: the step's name, topic, article and version, confidence. For figures and for proof. */
  origin: Json | null;
  helpful: Flag | null;
  /** The resident's own words for why it did not help. */
  why_not: string | null;
  /** Its pictures as the public sees them; null when it has none. */
  attachments: Json | null;
}

/** A picture of a conversation. Its files are known to no other row. */
export interface AttachmentTable {
  id: string;
  /** Follows from the token, so that it can stand before the conversation is stored. */
  conversation_id: string;
  /** Null until a message names it. */
  message_id: string | null;
  /** Hash of the client's key for repeats. */
  repeat_key: string | null;
  width: number;
  height: number;
  small_key: string;
  large_key: string;
  created_at: Moment;
}

/** A device that wants to hear of an answer in a conversation. */
export interface AlertDeviceTable {
  id: string;
  conversation_id: string;
  /** Of its browser's push service. */
  endpoint: string;
  p256dh: string;
  auth: string;
  created_at: Moment;
}

export interface ConversationMoveTable {
  id: string;
  conversation_id: string;
  at: Moment;
  /** Staff id, or `resident`, `assistant`, `system`. */
  by: string;
  move: string;
  detail: string | null;
  /** State, owner and department after the move; absent in moves of the first versions. */
  to_state: string | null;
  owner: string | null;
  department: string | null;
  why: string | null;
}

/** What a member of staff brings to the queue: where they serve, what they can, whether they are there. */
export interface OperatorTable {
  staff_id: string;
  name: string;
  /** Slugs; none means all. */
  departments: Json;
  skills: Json;
  most_open: number | null;
  supervises: Flag;
  presence: string;
  presence_at: Moment;
  /** When a console of theirs was last known to be connected. */
  seen_at: Moment;
}

/** How long one wait lasted and from which place: what residents are told is computed from these. */
export interface ConversationWaitTable {
  id: string;
  department: string;
  place: number;
  seconds: number;
  at: Moment;
}

export interface NoteTable {
  id: string;
  conversation_id: string;
  after_seq: number;
  author_id: string;
  author_name: string;
  text: string;
  mentions: Json;
  client_id: string;
  created_at: Moment;
}

export interface MentionTable {
  note_id: string;
  staff_id: string;
  at: Moment;
  seen_at: Moment | null;
}

export interface CannedTextTable {
  id: string;
  title: string;
  text: string;
  locale: string;
  department: string | null;
  changed_at: Moment;
  changed_by: string;
}

export interface ConversationViewTable {
  id: string;
  owner_id: string;
  name: string;
  filter: Json;
  shared: Flag;
  changed_at: Moment;
}

export interface RestrictionTable {
  id: string;
  conversation_id: string;
  kind: string;
  every_seconds: number | null;
  reason: string;
  by_id: string;
  by_name: string;
  at: Moment;
  until: Moment;
  lifted_at: Moment | null;
  lifted_by: string | null;
  /** Of a block: the day and the hash under its key; gone with the term. */
  network: string | null;
}

/** Which conversation holds which word, by its stem. */
export interface ConversationStemTable {
  stem: string;
  conversation_id: string;
}

/** Proof that something was erased; what it was is not in it. */
export interface ErasureTable {
  id: string;
  conversation_id: string;
  mode: string;
  at: Moment;
  by: string;
  why: string;
  messages: number;
  notes: number;
  digest: string;
}
