import { z } from "zod";
import { note, operatorView, PRESENCES, priority, queueItem } from "./conversation-shapes.ts";
import { event } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, line, moment, nothing } from "./values.ts";

const live = { who: may.serveResidents, namespace: "/staff" } as const;
const conversationId = z.object({ conversationId: id });
const moved = z.object({ conversation: queueItem });
const why = line(300);

/** What operators and their supervisors do beside answering. */
export const conversationDesk = {
  next: event({
    ...live,
    event: "conversation:next",
    summary:
      "Takes the conversation that is next by priority and wait, of the operator's departments and skills.",
    input: nothing,
    output: z.object({ conversation: queueItem.optional() }),
    refusals: ["conflict"],
  }),
  take: event({
    ...live,
    event: "conversation:take",
    summary:
      "Takes a conversation from the assistant, or, supervising, from a colleague; quietly, if wanted.",
    input: conversationId.extend({ quiet: z.boolean().default(false) }),
    output: moved,
    refusals: ["invalid", "forbidden", "not_found", "conflict"],
  }),
  giveBack: event({
    ...live,
    event: "conversation:give-back",
    summary: "Gives the conversation to the assistant, which answers again.",
    input: conversationId,
    output: moved,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  hold: event({
    ...live,
    event: "conversation:hold",
    summary: "Puts the conversation aside until a moment; it comes back then, or when the resident writes.",
    input: conversationId.extend({ until: moment, why: why.optional() }),
    output: moved,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  wake: event({
    ...live,
    event: "conversation:wake",
    summary: "Takes a conversation that was put aside up again.",
    input: conversationId,
    output: moved,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  redirect: event({
    ...live,
    event: "conversation:redirect",
    summary: "Ends the conversation with the contact of the body that answers for it.",
    input: conversationId.extend({ to: z.string().min(1).max(80) }),
    output: moved,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  prioritise: event({
    ...live,
    event: "conversation:prioritise",
    summary: "Moves a waiting conversation before or behind others.",
    input: conversationId.extend({ priority, why: why.optional() }),
    output: moved,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  setPresence: event({
    ...live,
    event: "presence:set",
    summary: "Here, on a break, or away; kept until it is set again.",
    input: z.object({ presence: z.enum(PRESENCES) }),
    output: z.object({ operator: operatorView }),
    refusals: ["invalid"],
  }),
  endShift: event({
    ...live,
    event: "shift:end",
    summary: "Ends the operator's shift: away, and what they had goes back to the queue.",
    input: nothing,
    output: z.object({ returned: z.number().int() }),
    refusals: [],
  }),
  addNote: event({
    ...live,
    event: "note:add",
    summary: "Writes a note that only staff see; names colleagues, who are told.",
    input: conversationId.extend({
      clientId: z.uuid(),
      text: line(2000),
      mentions: z.array(z.string().max(64)).max(20).default([]),
    }),
    output: z.object({ note }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  seeMention: event({
    ...live,
    event: "mention:seen",
    summary: "The named colleague has read the note.",
    input: z.object({ noteId: id }),
    output: nothing,
    refusals: ["invalid"],
  }),
};
