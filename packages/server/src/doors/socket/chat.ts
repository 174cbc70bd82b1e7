import { type Caller, type Conversation, handshake, type Locale, type Message } from "@veche/protocol";
import type { Namespace, Socket } from "socket.io";
import type { Conversations } from "../../rooms/conversations/index.ts";
import type { Pushes } from "../../pushes.ts";
import { answerEvents, type EventParts, eventsOf } from "./events.ts";
import { refuseConnection } from "./refuse.ts";

export interface ChatParts extends EventParts {
  readonly conversations: Pick<Conversations, "open" | "messagesAfter">;
  readonly networkOf: (socket: Socket) => string;
  readonly localeOf: (socket: Socket) => Locale;
  /** Whether other processes serve the same town. */
  readonly joined: boolean;
}

const roomOf = (conversationId: string) => `conversation:${conversationId}`;

/**
 * Hands one socket the messages of its conversation in order and without a gap: a push that is the
 * next one goes straight out, any other makes the socket read what it lacks.
 */
class Feed {
  readonly #socket: Socket;
  readonly #read: (after: number) => AsyncIterable<Message>;
  #last: number;
  #heard: number;
  #reading: Promise<void> | undefined;

  constructor(socket: Socket, after: number, read: (after: number) => AsyncIterable<Message>) {
    this.#socket = socket;
    this.#last = after;
    this.#heard = after;
    this.#read = read;
  }

  /** Reads and sends all that the socket lacks. */
  catchUp(): Promise<void> {
    this.#reading ??= this.#readOn().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readOn(): Promise<void> {
    do {
      for await (const message of this.#read(this.#last)) this.#send(message);
    } while (this.#heard > this.#last && this.#socket.connected);
  }

  /** Hears that something was said, here or by way of another process. */
  hearOf(seq: number): void {
    this.#heard = Math.max(this.#heard, seq);
    if (seq > this.#last) void this.catchUp().catch(() => this.#socket.disconnect(true));
  }

  hear(message: Message): void {
    this.#heard = Math.max(this.#heard, message.seq);
    if (message.seq <= this.#last) return;
    if (!this.#reading && message.seq === this.#last + 1) this.#send(message);
    else this.hearOf(message.seq);
  }

  #send(message: Message): void {
    if (message.seq !== this.#last + 1) return;
    this.#last = message.seq;
    this.#socket.emit("message", message);
  }
}

export interface Chat extends Pushes {
  /** Whether a tab has the conversation open, at whichever process. */
  isOpenSomewhere(conversationId: string): Promise<boolean>;
  /** Hears how far conversations have come, whoever took them there. */
  reached(places: readonly { readonly id: string; readonly seq: number }[]): void;
}

/** The residents' namespace: a conversation is opened by its token, resumed by its last `seq`. */
export function openChat(namespace: Namespace, parts: ChatParts): Chat {
  const feeds = new Map<string, Map<string, Feed>>();
  const events = eventsOf(parts.served, "/chat");

  namespace.use(async (socket, next) => {
    try {
      await parts.spend("connect", parts.networkOf(socket));
      next();
    } catch (error) {
      next(refuseConnection(parts.explain(error, parts.localeOf(socket), "connect /chat")));
    }
  });

  namespace.on("connection", async (socket) => {
    const auth = handshake.catch({}).parse(socket.handshake.auth);
    const locale = parts.localeOf(socket);
    const network = parts.networkOf(socket);
    // Events may arrive while the conversation is being opened: they wait for it.
    const opening = parts.conversations.open(auth, locale);
    const callerNow = async (): Promise<Caller> => {
      const { opened } = await opening;
      return { locale, network, conversation: opened };
    };
    answerEvents(socket, events, locale, callerNow, parts);
    try {
      const { opened, view } = await opening;
      // It may have gone meanwhile, and then nothing would ever take its feed away.
      if (!socket.connected) return;
      const feed = new Feed(socket, auth.after ?? 0, (seq) =>
        parts.conversations.messagesAfter(opened.id, seq),
      );
      const tabs = feeds.get(opened.id) ?? new Map<string, Feed>();
      feeds.set(opened.id, tabs.set(socket.id, feed));
      socket.on("disconnect", () => {
        tabs.delete(socket.id);
        if (tabs.size === 0) feeds.delete(opened.id);
      });
      // Join first, then read: nothing said in between is missed.
      socket.data.token = opened.token;
      await socket.join(roomOf(opened.id));
      socket.emit("conversation", view);
      await feed.catchUp();
    } catch (error) {
      parts.explain(error, locale, "open /chat");
      socket.disconnect(true);
    }
  });

  const reached = (conversationId: string, seq: number) =>
    feeds.get(conversationId)?.forEach((feed) => feed.hearOf(seq));

  function showState(conversationId: string, state: Omit<Conversation, "id" | "token">): void {
    for (const socketId of feeds.get(conversationId)?.keys() ?? []) {
      const socket = namespace.sockets.get(socketId);
      socket?.emit("conversation", { id: conversationId, token: socket.data.token, ...state });
    }
  }

  // A conversation's tabs may be at other processes too; each reads for itself what was said.
  const tellOthers = parts.joined
    ? (event: string, ...payload: unknown[]) => void namespace.serverSideEmit(event, ...payload)
    : () => undefined;
  namespace.on("reached", reached);
  namespace.on("state", showState);

  return {
    message(conversationId, message) {
      feeds.get(conversationId)?.forEach((feed) => feed.hear(message));
      tellOthers("reached", conversationId, message.seq);
    },
    conversation(conversationId, state) {
      showState(conversationId, state);
      tellOthers("state", conversationId, state);
    },
    isOpenSomewhere: async (conversationId) =>
      feeds.has(conversationId) || (await namespace.in(roomOf(conversationId)).fetchSockets()).length > 0,
    reached: (places) => places.forEach(({ id, seq }) => reached(id, seq)),
    typing(conversationId, author) {
      if (author.kind !== "resident")
        namespace.to(roomOf(conversationId)).volatile.emit("typing", { author });
    },
    /** Its tabs connect anew and are given another conversation, once what they asked has been acknowledged. */
    deleted: (conversationId) =>
      void setImmediate(() => namespace.in(roomOf(conversationId)).disconnectSockets()),
    queue: () => undefined,
    desk: () => undefined,
  };
}
