import { type Caller, type Locale, Refusal, type StaffMember } from "@veche/protocol";
import type { Namespace, Socket } from "socket.io";
import type { Networks } from "../../networks.ts";
import { type Conversations, watchTopic } from "../../rooms/conversations/index.ts";
import type { DeskAudience, Pushes } from "../../pushes.ts";
import { answerEvents, type EventParts, eventsOf } from "./events.ts";
import { assertFree } from "../second-factor.ts";
import { refuseConnection } from "./refuse.ts";

export interface StaffSocketParts extends EventParts {
  readonly conversations: Pick<Conversations, "wholeQueue" | "desk">;
  readonly authenticate: (cookie: string | undefined) => Promise<StaffMember | undefined>;
  readonly isOwnOrigin: (socket: Socket) => boolean;
  readonly networks: Networks;
  readonly localeOf: (socket: Socket) => Locale;
  /** Whether other processes serve the same town. */
  readonly joined: boolean;
}

const OPERATORS = "operators";
const personTopic = (staffId: string) => `staff:${staffId}`;
/** A session that ended elsewhere is noticed at the next look, and a look may believe for two seconds. */
const SESSION_CHECK_MS = 2_000;
/** More than an operator sees at once. */
const FIRST_OF_QUEUE = 500;
const SERVES_RESIDENTS: ReadonlySet<string> = new Set(["admin", "operator"]);

function roomOf(to: DeskAudience): string {
  if (to === "operators") return OPERATORS;
  return "watching" in to ? watchTopic(to.watching) : personTopic(to.staffId);
}

export interface Staff extends Pushes {
  /** Ends at once the sockets of a person, at every process. */
  end(staffId: string): void;
  close(): void;
}

/** The staff's namespace, behind the staff session cookie. */
export function openStaff(namespace: Namespace, parts: StaffSocketParts): Staff {
  const events = eventsOf(parts.served, "/staff");

  namespace.use(async (socket, next) => {
    try {
      await parts.spend("connect", parts.networks.of(socket.request));
      if (!parts.isOwnOrigin(socket)) throw new Refusal("forbidden", { reason: "forbidden.origin" });
      const staff = await parts.authenticate(socket.handshake.headers.cookie);
      if (!staff) throw new Refusal("unauthenticated");
      assertFree(staff);
      socket.data.staff = staff;
      next();
    } catch (error) {
      next(refuseConnection(parts.explain(error, parts.localeOf(socket), "connect /staff")));
    }
  });

  namespace.on("connection", async (socket) => {
    const locale = parts.localeOf(socket);
    const network = parts.networks.of(socket.request);
    const topics = {
      // One that has gone meanwhile would stay in the room for ever.
      join: (topic: string) => void (socket.connected && socket.join(topic)),
      leave: (topic: string) => void socket.leave(topic),
    };
    answerEvents(
      socket,
      events,
      locale,
      async ({ who }): Promise<Caller> => {
        const staff = await parts.authenticate(socket.handshake.headers.cookie);
        if (!staff) {
          socket.disconnect(true);
          throw new Refusal("unauthenticated");
        }
        if (typeof who !== "object" || !who.staff.includes(staff.role)) throw new Refusal("forbidden");
        assertFree(staff, who);
        return { locale, network, staff, topics };
      },
      parts,
    );
    const staff = socket.data.staff as StaffMember;
    await socket.join(personTopic(staff.id));
    if (!SERVES_RESIDENTS.has(staff.role)) return;
    const { desk } = parts.conversations;
    // Before anything is awaited: whoever has gone meanwhile must still be seen to go.
    socket.on("disconnect", () => {
      desk.leave(staff, topics).catch((error: unknown) => parts.explain(error, locale, "leave /staff"));
    });
    try {
      await socket.join(OPERATORS);
      await desk.arrive(staff, topics);
      await pushQueue(socket, parts.conversations);
      socket.emit("presence", { operators: await desk.views() });
      for (const mention of await desk.unreadMentions(staff.id)) socket.emit("mention", mention);
    } catch (error) {
      parts.explain(error, locale, "open /staff");
      socket.disconnect(true);
    }
  });

  const checking = setInterval(() => {
    for (const socket of namespace.sockets.values()) {
      parts
        .authenticate(socket.handshake.headers.cookie)
        // A new role listens to other things, so it begins anew.
        .then((staff) => {
          const asBefore = staff?.role === (socket.data.staff as StaffMember).role && !staff.confined;
          if (!asBefore) socket.disconnect(true);
        })
        .catch((error: unknown) => parts.explain(error, "ru", "check staff sessions"));
    }
  }, SESSION_CHECK_MS);
  checking.unref();

  return {
    message(conversationId, message) {
      const topic = watchTopic(conversationId);
      // Who watches at another process is known there alone.
      if (!parts.joined && !namespace.adapter.rooms.has(topic)) return;
      namespace.to(topic).emit("message", { ...message, conversationId });
    },
    conversation: () => undefined,
    typing(conversationId, author, authorId) {
      if (author.kind === "assistant") return;
      const others = authorId ? namespace.except(personTopic(authorId)) : namespace;
      others.to(watchTopic(conversationId)).volatile.emit("typing", { conversationId, author });
    },
    deleted: (conversationId) =>
      void namespace.to(watchTopic(conversationId)).emit("conversation:deleted", { conversationId }),
    queue: (change) => void namespace.to(OPERATORS).emit("queue", change),
    desk: (to, event, payload) => void namespace.to(roomOf(to)).emit(event, payload),
    end: (staffId) => namespace.in(personTopic(staffId)).disconnectSockets(true),
    close: () => clearInterval(checking),
  };
}

/** Who stands first comes at once, so that work begins; of a long queue the others follow as a change. */
async function pushQueue(socket: Socket, { wholeQueue }: Pick<Conversations, "wholeQueue">): Promise<void> {
  const first = await wholeQueue(FIRST_OF_QUEUE);
  socket.emit("queue", { whole: true, conversations: first, removed: [] });
  if (first.length < FIRST_OF_QUEUE) return;
  const sent = new Set(first.map(({ id }) => id));
  const others = (await wholeQueue()).filter(({ id }) => !sent.has(id));
  if (others.length > 0) socket.emit("queue", { whole: false, conversations: others, removed: [] });
}
