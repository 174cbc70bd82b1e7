import type { Author, Conversation, Message, QueuePush } from "@veche/protocol";

/** What rooms tell whoever listens right now. A hint only: what clients read by `after` is the truth. */
export interface Pushes {
  message(conversationId: string, message: Message): void;
  /** The conversation's state, without its token. */
  conversation(conversationId: string, state: Omit<Conversation, "id" | "token">): void;
  typing(conversationId: string, author: Author): void;
  /** The resident deleted the conversation: nothing of it is to be shown any more. */
  deleted(conversationId: string): void;
  queue(change: QueuePush): void;
}

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
  };
}
