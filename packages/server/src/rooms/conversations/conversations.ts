import type {
  Conversation,
  handshake,
  HandlersOf,
  Locale,
  Message,
  OpenedConversation,
  Operations,
  QueueItem,
} from "@veche/protocol";
import type { z } from "zod";
import { createActs } from "./acts.ts";
import { createAlerts } from "./alerts/alerts.ts";
import { createAnswering } from "./answering.ts";
import { createAttachments } from "./attachments/index.ts";
import { createCannedTexts } from "./canned-texts.ts";
import { createCard } from "./card.ts";
import { createCitySide } from "./city-side.ts";
import { createDesk } from "./desk/desk.ts";
import { createErasing } from "./erasing/erasing.ts";
import { createFinding } from "./finding/finding.ts";
import { createViews } from "./finding/views.ts";
import { createGroups } from "./groups/groups.ts";
import { createMoves } from "./moves.ts";
import { createNotes } from "./notes/notes.ts";
import { createOperatorOperations } from "./operators.ts";
import type { ConversationParts, ConversationPorts } from "./ports.ts";
import { createQueue, queueItemOf } from "./queue.ts";
import { createResidentOperations } from "./residents.ts";
import { createRestrictions } from "./restrictions.ts";
import { createRouting } from "./routing.ts";
import { createConversationStore, messageOf } from "./store.ts";
import { createTending } from "./tending.ts";

/**
 * Residents' talks with the city: what is said is on disk before it is acknowledged, answered by
 * the assistant's steps or by an operator, and numbered 1, 2, 3 … without a gap.
 */
export function createConversations(given: ConversationParts) {
  const ports: ConversationPorts = { ...given, ...createCitySide(given) };
  const { database, secrets, pushes, clock, log } = ports;
  const store = createConversationStore(database);
  const desk = createDesk(ports, store);
  const failed = (error: unknown) => log.error({ err: error }, "places in the queue were not told");
  const queue = createQueue(store, pushes, desk, { clock, failed });
  const moves = createMoves(ports, store, desk);
  const acts = createActs(ports, store, queue);
  const routing = createRouting(ports, store, desk);
  const answering = createAnswering({
    ports,
    store,
    queue,
    routing,
    moves,
  });
  const notes = createNotes(ports, store);
  const restrictions = createRestrictions(ports, store);
  const attachments = createAttachments(ports);
  const alerts = createAlerts(ports, store);
  const erasing = createErasing(ports, store, desk, attachments);
  const parts = {
    ports,
    store,
    queue,
    desk,
    moves,
    acts,
    notes,
    restrictions,
    answering,
    routing,
    attachments,
    alerts,
    erasing,
  };
  const residents = createResidentOperations(parts);
  const operators = createOperatorOperations(parts);
  const finding = createFinding(ports);
  const tending = createTending({ ...parts, operators, finding });

  const operations: HandlersOf<Operations["conversations"]> = {
    ...attachments.operations,
    ...alerts.operations,
    ...residents.operations,
    ...operators.operations,
    ...desk.operations,
    ...notes.operations,
    ...restrictions.operations,
    ...finding.operations,
    ...erasing.operations,
    ...createCard(parts),
    ...createGroups(parts),
    ...createCannedTexts(ports),
    ...createViews(ports),
  };

  return {
    operations,

    /** What the door tells of consoles: who came, who went, and what each is shown at first. */
    desk: {
      arrive: desk.arrive,
      leave: desk.leave,
      views: desk.views,
      unreadMentions: notes.unread,
    },

    /**
     * What a `/chat` connection opens. A token that we made opens its conversation, stored or not
     * yet; any other, and none, gives a new one. Nothing is stored here.
     */
    async open(
      { token, locale, page }: z.output<typeof handshake>,
      fallback: Locale,
    ): Promise<{ opened: OpenedConversation; view: Conversation }> {
      const asked = token !== undefined && secrets.isOurs(token) ? token : secrets.newToken();
      const found = await store.byToken(secrets.hash(asked));
      // What was deleted is not opened again: its token is as good as none.
      const row = found?.deleted_at ? undefined : found;
      const known = found?.deleted_at ? secrets.newToken() : asked;
      const opened: OpenedConversation = {
        id: secrets.idFrom("conversation", known),
        token: known,
        locale: locale ?? fallback,
        ...(page ? { page } : {}),
      };
      return { opened, view: await residents.viewOf(opened, row) };
    },

    /** The conversation that a token opens, if something was said in it and it was not deleted. */
    async talkOf(token: string): Promise<string | undefined> {
      const found = secrets.isOurs(token) ? await store.byToken(secrets.hash(token)) : undefined;
      return found?.deleted_at ? undefined : found?.id;
    },

    /** What was said after a place, in order. */
    async *messagesAfter(conversationId: string, seq: number): AsyncGenerator<Message> {
      for await (const row of store.after(conversationId, seq)) yield messageOf(row);
    },

    jobs: { ...attachments.jobs, ...alerts.jobs },
    sweepAttachments: attachments.sweep,

    /** The operators' queue, or so many of those who stand first in it. */
    async wholeQueue(most?: number): Promise<QueueItem[]> {
      return (await store.queue(most)).map(queueItemOf);
    },

    /** Begins to answer what a crash left unanswered; resolves with how many there were. */
    async resume(): Promise<number> {
      return (await answering.takeUp(clock())).length;
    },

    /** Reads who may serve residents, and how; before the first of them comes. */
    async load(): Promise<void> {
      await desk.load();
      await restrictions.forgetNetworks();
    },

    /** How far the conversations have come in which something happened since. */
    changedSince: (moment: Date) => store.changedSince(moment.toISOString()),

    /** Looks after what happens by itself: holds that end, operators who are gone, terms that are over. */
    start: () => tending.start(),

    /** One round of that, at once. */
    tend: () => tending.round(),

    /** Resolves when no answer and no round is under way. */
    async idle(): Promise<void> {
      await tending.stop();
      desk.stop();
      queue.stop();
      await answering.idle();
    },
  };
}

export type Conversations = ReturnType<typeof createConversations>;
