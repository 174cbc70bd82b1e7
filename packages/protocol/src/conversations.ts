import { z } from "zod";
import { alerts } from "./alerts.ts";
import { attachment, attachments, ATTACHMENTS_MAX } from "./attachments.ts";
import { conversationDesk } from "./conversation-desk.ts";
import { conversationGroups } from "./conversation-groups.ts";
import { conversationPapers } from "./conversation-papers.ts";
import {
  CALL_BACK_REASONS,
  CLOSE_REASONS,
  conversationState,
  note,
  queueItem,
} from "./conversation-shapes.ts";
import { event } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, line, locale, moment, nothing } from "./values.ts";

export const MESSAGE_MAX_CHARACTERS = 4000;

/** `/chat` handshake `auth`. Anything unreadable counts as absent: a stale client still gets a conversation. */
export const handshake = z.object({
  token: z.string().max(200).optional().catch(undefined),
  after: z.number().int().min(0).optional().catch(undefined),
  locale: locale.optional().catch(undefined),
  page: z.string().max(2000).optional().catch(undefined),
});

export const conversation = z.object({
  id,
  token: z.string(),
  state: conversationState,
  operator: z.object({ name: z.string() }).optional(),
  queue: z
    .object({ position: z.number().int().min(1), expectedWaitSeconds: z.number().int().min(0).optional() })
    .optional(),
  /** Nobody can answer at once: a contact may be left, or was. */
  callBack: z
    .object({
      why: z.enum(CALL_BACK_REASONS),
      /** When operators are there again. */
      from: moment.optional(),
      /** Where the city will answer, once that was left. */
      contact: z.string().optional(),
    })
    .optional(),
});

export const author = z.object({
  kind: z.enum(["resident", "assistant", "operator", "system"]),
  name: z.string().optional(),
});
export const source = z.object({ title: z.string(), url: z.string(), updatedAt: z.string() });
export const replyButton = z.object({ title: z.string(), value: z.string() });

export const message = z.object({
  id,
  seq: z.number().int().min(1),
  author,
  /** Markdown of a small safe subset: paragraphs, lists, tables, bold, italic, links. */
  text: z.string(),
  sources: z.array(source),
  replies: z.array(replyButton),
  /** Pictures; then the text may be empty. */
  attachments: z.array(attachment).optional(),
  clientId: z.string().optional(),
  createdAt: moment,
});

const clientId = z.uuid();
/** Characters, not UTF-16 units: an emoji counts once. */
const anyText = z
  .string()
  .refine((value) => [...value].length <= MESSAGE_MAX_CHARACTERS, { message: "too_long" });
const text = anyText.refine((value) => value.trim().length > 0, { message: "empty" });

const resident = { who: "token", namespace: "/chat" } as const;
const withOperators = { who: may.serveResidents, namespace: "/staff" } as const;

/** Pushed to staff as `message` for the conversations they watch. */
export const watchedMessage = message.extend({ conversationId: id });

export type Conversation = z.infer<typeof conversation>;
export type Message = z.infer<typeof message>;
export type Author = z.infer<typeof author>;
export type Source = z.infer<typeof source>;
export type ReplyButton = z.infer<typeof replyButton>;
export type WatchedMessage = z.infer<typeof watchedMessage>;

const conversationId = z.object({ conversationId: id });
const moved = z.object({ conversation: queueItem });

/** Pushed to staff as `conversation:deleted` for the conversations they watch. */
export interface DeletedConversation {
  readonly conversationId: string;
}

export const conversations = {
  ...attachments,
  ...alerts,
  say: event({
    ...resident,
    event: "message:send",
    summary: "The resident says something; acknowledged once it is durably committed.",
    /** `attachments`: pictures sent ahead; with them the text may be empty. */
    input: z
      .object({
        clientId,
        text: anyText,
        attachments: z.array(id).max(ATTACHMENTS_MAX).optional(),
      })
      .refine(({ text, attachments }) => text.trim().length > 0 || Boolean(attachments?.length), {
        message: "empty",
        path: ["text"],
      }),
    output: z.object({ message }),
    refusals: ["invalid", "forbidden", "conflict", "rate_limited", "unavailable"],
  }),
  rateMessage: event({
    ...resident,
    event: "message:rate",
    summary: "Did this answer help? If not, perhaps why.",
    input: z.object({ messageId: id, helpful: z.boolean(), reason: z.string().trim().max(500).optional() }),
    output: nothing,
    refusals: ["invalid", "not_found", "rate_limited"],
  }),
  requestOperator: event({
    ...resident,
    event: "operator:request",
    summary: "Puts the conversation into the operators' queue.",
    /** `department`: whose queue; else that of what the assistant spoke of last, else everybody's. */
    input: z.object({ department: z.string().min(1).max(80).optional() }),
    output: z.object({ conversation }),
    refusals: ["invalid", "forbidden", "rate_limited", "unavailable"],
  }),
  callBack: event({
    ...resident,
    event: "callback:request",
    summary: "Leaves a phone or an e-mail to be answered at, when nobody can answer at once.",
    input: z.object({ contact: line(200), name: line(100).optional() }),
    output: z.object({ conversation }),
    refusals: ["invalid", "forbidden", "conflict", "rate_limited", "unavailable"],
  }),
  end: event({
    ...resident,
    event: "conversation:end",
    summary: "The resident ends the conversation.",
    input: nothing,
    output: z.object({ conversation }),
    refusals: ["not_found", "rate_limited"],
  }),
  remove: event({
    ...resident,
    event: "conversation:delete",
    summary:
      "The resident deletes the conversation: its words and pictures are erased, its token opens nothing any more.",
    input: nothing,
    output: nothing,
    refusals: ["not_found", "rate_limited", "unavailable"],
  }),
  rate: event({
    ...resident,
    event: "conversation:rate",
    summary: "One to five stars for the conversation.",
    input: z.object({ score: z.number().int().min(1).max(5), comment: z.string().max(1000).optional() }),
    output: nothing,
    refusals: ["invalid", "not_found", "rate_limited"],
  }),
  typing: event({
    ...resident,
    event: "typing",
    summary: "The resident is typing.",
    input: nothing,
    output: nothing,
    refusals: [],
    volatile: true,
  }),

  watch: event({
    ...withOperators,
    event: "conversation:watch",
    unaudited: "changes nothing",
    summary: "Opens a conversation on the operator's screen: what was said, then what is said.",
    input: z.object({ conversationId: id, after: z.number().int().min(0).default(0) }),
    output: z.object({
      conversation: queueItem,
      messages: z.array(watchedMessage),
      notes: z.array(note),
      /** Colleagues who have it on screen too. */
      looking: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    refusals: ["invalid", "not_found"],
  }),
  unwatch: event({
    ...withOperators,
    event: "conversation:unwatch",
    unaudited: "changes nothing",
    summary: "Closes it on the operator's screen.",
    input: conversationId,
    output: nothing,
    refusals: ["invalid"],
  }),
  claim: event({
    ...withOperators,
    event: "conversation:claim",
    summary: "Takes a waiting conversation; of two who claim, one wins.",
    input: conversationId,
    output: moved,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  release: event({
    ...withOperators,
    event: "conversation:release",
    summary: "Gives the conversation back to the queue.",
    input: conversationId,
    output: moved,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  transfer: event({
    ...withOperators,
    event: "conversation:transfer",
    summary: "Passes the conversation to a department's queue.",
    input: z.object({ conversationId: id, department: z.string().min(1).max(80) }),
    output: moved,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  close: event({
    ...withOperators,
    event: "conversation:close",
    summary: "Ends the conversation with a reason.",
    input: z.object({ conversationId: id, reason: z.enum(CLOSE_REASONS) }),
    output: moved,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  answer: event({
    ...withOperators,
    event: "message:send",
    unaudited: "is its own record",
    summary: "The operator says something, with the same guarantee as a resident.",
    /** `article`: the slug, where the answer is an approved article that the operator sent. */
    input: z.object({ conversationId: id, clientId, text, article: z.string().max(80).optional() }),
    output: z.object({ message: watchedMessage }),
    refusals: ["invalid", "not_found", "conflict", "rate_limited", "unavailable"],
  }),
  operatorTyping: event({
    ...withOperators,
    event: "typing",
    unaudited: "changes nothing",
    summary: "The operator is typing.",
    input: conversationId,
    output: nothing,
    refusals: [],
    volatile: true,
  }),
  ...conversationDesk,
  ...conversationPapers,
  ...conversationGroups,
};
