import { type Caller, type Conversation, handshake, type Locale } from "@veche/protocol";
import type { Namespace, Socket } from "socket.io";
import type { Networks } from "../../networks.ts";
import type { Conversations } from "../../rooms/conversations/index.ts";
import type { Pushes } from "../../pushes.ts";
import { answerEvents, type EventParts, eventsOf } from "./events.ts";
import { Feed } from "./feed.ts";
import { refuseConnection } from "./refuse.ts";

export interface ChatParts extends EventParts {
  readonly conversations: Pick<Conversations, "open" | "messagesAfter">;
  readonly networks: Networks;
  readonly localeOf: (socket: Socket) => Locale;
  /** Whether other processes serve the same town. */
  readonly joined: boolean;
}

const roomOf = (conversationId: string) => `conversation:${conversationId}`;

export interface Chat extends Pushes {
  /** Whether a tab has the conversation open, at whichever process. */
  isOpenSomewhere(conversationId: string): Promise<boolean>;
  /** Hears how far conversations have come, whoever took them there. */
  reached(places: readonly { readonly id: string; readonly seq: number }[]): void;
}

/** Asked for one day's over and over. */
function rememberingLast(of: (day: string) => string | undefined): typeof of {
  let last: readonly [day: string, hash: string | undefined] | undefined;
  return (day) => {
    if (last?.[0] !== day || last[1] === undefined) last = [day, of(day)];
    return last[1];
  };
}

/** The residents' namespace: a conversation is opened by its token, resumed by its last `seq`. */
export function openChat(namespace: Namespace, parts: ChatParts): Chat {
  const feeds = new Map<string, Map<string, Feed>>();
  const events = eventsOf(parts.served, "/chat");

  namespace.use(async (socket, next) => {
    try {
      await parts.spend("connect", parts.networks.of(socket.request));
      next();
    } catch (error) {
      next(refuseConnection(parts.explain(error, parts.localeOf(socket), "connect /chat")));
    }
  });

  namespace.on("connection", async (socket) => {
    const auth = handshake.catch({}).parse(socket.handshake.auth);
    const locale = parts.localeOf(socket);
    const network = parts.networks.of(socket.request);
    const networkOn = rememberingLast((day) => parts.networks.on(socket.request, day));
    // Events may arrive while the conversation is being opened: they wait for it.
    const opening = parts.conversations.open(auth, locale);
    const callerNow = async (): Promise<Caller> => {
      const { opened } = await opening;
      return { locale, network, networkOn, conversation: opened };
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
