import type { Author, Conversation, DeskEvents, Message, QueuePush } from "@veche/protocol";

/** What rooms tell whoever listens right now. A hint only: what clients read by `after` is the truth. */
export interface Pushes {
  message(conversationId: string, message: Message): void;
  /** The conversation's state, without its token. */
  conversation(conversationId: string, state: Omit<Conversation, "id" | "token">): void;
  /** The resident deleted the conversation: nothing of it is to be shown any more. */
  deleted(conversationId: string): void;
  /** `authorId` of staff, so that nobody sees themselves typing. */
  typing(conversationId: string, author: Author, authorId?: string): void;
  queue(change: QueuePush): void;
  /** What only staff hear, beside the queue. */
  desk<Name extends keyof DeskEvents>(to: DeskAudience, event: Name, payload: DeskEvents[Name]): void;
}

/** All who serve residents, those who have a conversation on screen, or one person. */
export type DeskAudience = "operators" | { readonly watching: string } | { readonly staffId: string };

/** Joins the rooms, which are made first, to the doors, which are made from them. */
export function createPushes(): Pushes & { listen(listener: Pushes): void } {
  const listeners: Pushes[] = [];
  return {
    listen: (listener) => void listeners.push(listener),
    message: (...it) => listeners.forEach((to) => to.message(...it)),
    conversation: (...it) => listeners.forEach((to) => to.conversation(...it)),
    typing: (...it) => listeners.forEach((to) => to.typing(...it)),
    deleted: (...it) => listeners.forEach((to) => to.deleted(...it)),
    queue: (...it) => listeners.forEach((to) => to.queue(...it)),
    desk: (...it) => listeners.forEach((to) => to.desk(...it)),
  };
}
