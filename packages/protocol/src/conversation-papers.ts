import { z } from "zod";
import {
  CLOSE_REASONS,
  conversationState,
  operatorView,
  queueItem,
  recordedMove,
  RESTRICTIONS,
  restriction,
  STANDINGS,
} from "./conversation-shapes.ts";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, line, locale, moment, nothing } from "./values.ts";

const operators = may.serveResidents;
const admins = may.superviseConversations;
const byId = { params: z.object({ id }) };
const why = line(300);
const slugs = z.array(z.string().min(1).max(80)).max(50);

/** What staff search conversations by; kept as a view under a name. */
export const conversationFilter = z.object({
  /** Words of the conversation, in any form. */
  query: z.string().trim().max(200).optional(),
  /** `open` is everything that has not ended. */
  state: z.union([conversationState, z.literal("open")]).optional(),
  standing: z.enum(STANDINGS).optional(),
  department: z.string().max(80).optional(),
  operator: z.string().max(64).optional(),
  channel: z.string().max(40).optional(),
  reason: z.enum(CLOSE_REASONS).optional(),
  language: locale.optional(),
  /** City days, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type ConversationFilter = z.infer<typeof conversationFilter>;

export const foundConversation = queueItem.extend({
  createdAt: moment,
  /** What of it was found by the words; markdown-free, cut around the first find. */
  excerpt: z.string().optional(),
});
export type FoundConversation = z.infer<typeof foundConversation>;

export const conversationView = z.object({
  id,
  name: z.string(),
  filter: conversationFilter,
  /** Seen by all who serve residents. */
  shared: z.boolean(),
  own: z.boolean(),
});
export type ConversationView = z.infer<typeof conversationView>;

export const cannedText = z.object({
  id,
  title: z.string(),
  /** With `{{operator}}`, `{{address}}`, `{{organisation}}`, `{{department}}`, `{{today}}`. */
  text: z.string(),
  locale,
  department: z.string().optional(),
  changedAt: moment,
  changedBy: z.string(),
});
export type CannedText = z.infer<typeof cannedText>;

export const residentCard = z.object({
  conversation: foundConversation,
  /** What happened to it, first to last. */
  moves: z.array(recordedMove),
  /** Others of the same account, newest first. On the site a token is one conversation. */
  earlier: z.array(foundConversation),
  /** The last address that the resident named. */
  address: z
    .object({
      text: z.string(),
      outages: z.array(
        z.object({ resource: z.string(), current: z.boolean(), endsAt: moment, reason: z.string() }),
      ),
      organisation: z
        .object({
          name: z.string(),
          phones: z.array(z.string()),
          emergencyPhone: z.string().optional(),
          openNow: z.boolean(),
          opensAt: moment.optional(),
        })
        .optional(),
    })
    .optional(),
  restrictions: z.array(restriction),
  /** Whether a block may still cover the network that they wrote from: it is forgotten with the day. */
  networkKnown: z.boolean(),
  erasedAt: moment.optional(),
});
export type ResidentCard = z.infer<typeof residentCard>;

/** How the city serves residents: what an administrator may set. */
export const conversationPolicy = z.object({
  /** Hours after an operator closed in which the resident comes back to operators, not to the assistant. */
  reopenHours: z
    .number()
    .int()
    .min(0)
    .max(24 * 30),
  /** Conversations that one operator may have; none is no limit. */
  mostOpen: z.number().int().min(1).max(500).optional(),
  /** Seconds without a connection after which an operator's conversations go back to the queue. */
  absentSeconds: z.number().int().min(5).max(3600),
  /** Minutes of waiting for a department that nobody on shift serves, until whoever is there may answer; none is never. */
  fallBackMinutes: z.number().int().min(1).max(1440).optional(),
  /** Days after the last word when what was said is anonymised; none is never. */
  retentionDays: z.number().int().min(1).max(3650).optional(),
});
export type ConversationPolicy = z.infer<typeof conversationPolicy>;

export const erasure = z.object({
  id,
  conversationId: id,
  mode: z.enum(["anonymise", "delete"]),
  at: moment,
  by: z.string(),
  why: z.string(),
  messages: z.number().int(),
  notes: z.number().int(),
  /** SHA-256 of what the erasure's record says: a record that was changed no longer fits it. */
  digest: z.string(),
});
export type Erasure = z.infer<typeof erasure>;

/** What staff look up, keep and decide beside the conversations themselves. */
export const conversationPapers = {
  list: http({
    method: "get",
    path: "/api/v1/staff/conversations",
    who: operators,
    summary: "Conversations by words and filters, the newest word first.",
    query: conversationFilter.extend({
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ items: z.array(foundConversation), total: z.number().int() }),
    refusals: ["invalid"],
  }),
  card: http({
    method: "get",
    path: "/api/v1/staff/conversations/{id}/card",
    who: operators,
    summary: "What is known of the resident: no more than they gave.",
    ...byId,
    output: z.object({ card: residentCard }),
    refusals: ["not_found"],
  }),
  transcript: http({
    method: "get",
    path: "/api/v1/staff/conversations/{id}/transcript",
    who: operators,
    summary: "The conversation as a text file; with the notes of staff, if wanted.",
    ...byId,
    query: z.object({ notes: z.enum(["with", "without"]).default("without") }),
    output: RAW,
    refusals: ["invalid", "not_found"],
  }),
  propose: http({
    method: "post",
    path: "/api/v1/staff/conversations/{id}/proposals",
    who: operators,
    summary:
      "Hands the question of an operator's answer to editors: as a new article, or as a phrasing of one.",
    ...byId,
    body: z.object({ messageId: id, article: z.string().max(80).optional() }),
    output: nothing,
    status: 202,
    refusals: ["invalid", "not_found"],
  }),
  restrict: http({
    method: "post",
    path: "/api/v1/staff/conversations/{id}/restrictions",
    who: operators,
    summary: "Mutes, limits or blocks the resident, for a term and with a reason.",
    ...byId,
    body: z.object({
      kind: z.enum(RESTRICTIONS),
      minutes: z
        .number()
        .int()
        .min(1)
        .max(60 * 24 * 365),
      reason: why,
      everySeconds: z.number().int().min(5).max(3600).default(60),
      /** Of `block`: holds for whoever writes from the same network, too. */
      network: z.boolean().default(false),
    }),
    output: z.object({ restriction }),
    status: 201,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  lift: http({
    method: "delete",
    path: "/api/v1/staff/restrictions/{id}",
    who: operators,
    summary: "Undoes a mute, limit or block before its term.",
    ...byId,
    output: z.object({ restriction }),
    refusals: ["not_found"],
  }),
  restrictions: http({
    method: "get",
    path: "/api/v1/staff/restrictions",
    who: operators,
    summary: "Mutes, limits and blocks that hold now.",
    output: z.object({ items: z.array(restriction) }),
    refusals: [],
  }),
  operators: http({
    method: "get",
    path: "/api/v1/staff/operators",
    who: operators,
    summary: "Who serves residents: presence, departments, skills, limits.",
    output: z.object({ items: z.array(operatorView) }),
    refusals: [],
  }),
  saveOperator: http({
    method: "put",
    path: "/api/v1/staff/operators/{id}",
    who: admins,
    summary: "Sets an operator's departments, skills, limit, and whether they supervise.",
    ...byId,
    body: z.object({
      departments: slugs,
      /** `en`, and matters of the knowledge: `topic:education`. */
      skills: z.array(z.union([z.literal("en"), z.string().regex(/^topic:[\w-]{1,80}$/)])).max(50),
      mostOpen: z.number().int().min(1).max(500).optional(),
      supervises: z.boolean(),
    }),
    output: z.object({ operator: operatorView }),
    refusals: ["invalid", "not_found"],
  }),
  policy: http({
    method: "get",
    path: "/api/v1/staff/conversation-policy",
    who: operators,
    summary: "How residents are served: reopening, limits, absence, retention.",
    output: z.object({ policy: conversationPolicy }),
    refusals: [],
  }),
  savePolicy: http({
    method: "put",
    path: "/api/v1/staff/conversation-policy",
    who: admins,
    summary: "Sets how residents are served.",
    body: conversationPolicy,
    output: z.object({ policy: conversationPolicy }),
    refusals: ["invalid"],
  }),
  cannedTexts: http({
    method: "get",
    path: "/api/v1/staff/canned-texts",
    who: operators,
    summary: "Texts that operators send often.",
    output: z.object({ items: z.array(cannedText) }),
    refusals: [],
  }),
  saveCannedText: http({
    method: "put",
    path: "/api/v1/staff/canned-texts/{id}",
    who: operators,
    summary: "Writes or changes a canned text; the client makes its id.",
    ...byId,
    body: z.object({
      title: line(120),
      text: z.string().trim().min(1).max(4000),
      locale: locale.default("ru"),
      department: z.string().max(80).optional(),
    }),
    output: z.object({ text: cannedText }),
    refusals: ["invalid"],
  }),
  dropCannedText: http({
    method: "delete",
    path: "/api/v1/staff/canned-texts/{id}",
    who: operators,
    summary: "Takes a canned text away.",
    ...byId,
    output: nothing,
    refusals: ["not_found"],
  }),
  views: http({
    method: "get",
    path: "/api/v1/staff/conversation-views",
    who: operators,
    summary: "Saved filters: one's own and shared ones.",
    output: z.object({ items: z.array(conversationView) }),
    refusals: [],
  }),
  saveView: http({
    method: "put",
    path: "/api/v1/staff/conversation-views/{id}",
    who: operators,
    summary: "Keeps a filter under a name; the client makes its id.",
    ...byId,
    body: z.object({ name: line(80), filter: conversationFilter, shared: z.boolean().default(false) }),
    output: z.object({ view: conversationView }),
    refusals: ["invalid", "forbidden"],
  }),
  dropView: http({
    method: "delete",
    path: "/api/v1/staff/conversation-views/{id}",
    who: operators,
    summary: "Takes a saved filter away.",
    ...byId,
    output: nothing,
    refusals: ["not_found", "forbidden"],
  }),
  erase: http({
    method: "post",
    path: "/api/v1/staff/conversations/{id}/erasure",
    who: admins,
    summary: "Deletes or anonymises what was said, on request, and keeps a record of it.",
    ...byId,
    body: z.object({ mode: z.enum(["anonymise", "delete"]), why }),
    output: z.object({ erasure }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  erasures: http({
    method: "get",
    path: "/api/v1/staff/erasures",
    who: admins,
    summary: "What was erased: when, by whom, why, how much.",
    output: z.object({ items: z.array(erasure) }),
    refusals: [],
  }),
};
