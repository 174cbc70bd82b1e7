import type { IncomingMessage, Server as HttpServer, ServerResponse } from "node:http";
import type { Locale, StaffMember } from "@veche/protocol";
import { Server, type ServerOptions, type Socket } from "socket.io";
import type { Conversations } from "../../rooms/conversations/index.ts";
import type { Pushes } from "../../pushes.ts";
import type { Networks } from "../../networks.ts";
import type { Origins } from "../origins.ts";
import { type Chat, openChat } from "./chat.ts";
import type { EventParts } from "./events.ts";
import { openStaff } from "./staff.ts";

/** 4,000 characters of four bytes, with room for the envelope. */
const MAX_PACKET_BYTES = 64 * 1024;

/** One costs about a millisecond until it has its conversation. */
const NEW_CONNECTIONS_IN_A_TURN = 5;

export interface SocketDoorParts extends EventParts {
  readonly conversations: Conversations;
  readonly authenticate: (cookie: string | undefined) => Promise<StaffMember | undefined>;
  readonly origins: Origins;
  readonly networks: Networks;
  /** Joins the sockets of several processes. */
  readonly adapter?: ServerOptions["adapter"];
}

export interface SocketDoor {
  readonly pushes: readonly Pushes[];
  /** See {@link Chat.reached}. */
  readonly reached: Chat["reached"];
  readonly isOpenSomewhere: Chat["isOpenSomewhere"];
  /** Ends at once the sockets of a person whose sessions ended. */
  endStaff(staffId: string): void;
  connections(): number;
  close(): Promise<void>;
}

function localeOf(socket: Socket): Locale {
  const asked: unknown = socket.handshake.auth.locale;
  if (asked === "ru" || asked === "en") return asked;
  const languages = socket.handshake.headers["accept-language"] ?? "";
  return /^\s*en\b/i.test(languages) ? "en" : "ru";
}

/** Every other request of a connection says which it belongs to. */
const isNew = ({ url = "" }: IncomingMessage) => !new URLSearchParams(url.split("?")[1]).has("sid");

/**
 * Does so many of the given tasks in one turn of the event loop, in their order. Thousands who come back at the same
 * moment would otherwise all be let in within a few turns of it, and an answer takes half a dozen turns to be given.
 */
function fewInATurn(count: number): (task: () => void) => void {
  const waiting: (() => void)[] = [];
  const turn = () => {
    for (const task of waiting.splice(0, count)) task();
    if (waiting.length > 0) setImmediate(turn);
  };
  return (task) => {
    if (waiting.push(task) === 1) setImmediate(turn);
  };
}

/** Socket.IO on the HTTP server: residents in `/chat`, staff in `/staff`. Messages are not compressed. */
export function createSocketDoor(httpServer: HttpServer, parts: SocketDoorParts): SocketDoor {
  const io = new Server(httpServer, {
    serveClient: false,
    transports: ["polling", "websocket"],
    maxHttpBufferSize: MAX_PACKET_BYTES,
    perMessageDeflate: false,
    httpCompression: false,
    cleanupEmptyChildNamespaces: true,
    connectTimeout: 10_000,
    pingInterval: 20_000,
    pingTimeout: 15_000,
    ...(parts.adapter ? { adapter: parts.adapter } : {}),
    cors: { origin: true, credentials: false, allowedHeaders: ["Content-Type"], maxAge: 600 },
  });
  const comeIn = fewInATurn(NEW_CONNECTIONS_IN_A_TURN);
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
    if (parts.origins.isAllowed(request)) return isNew(request) ? comeIn(next) : next();
    if (request.headers.upgrade) return next(new Error("forbidden origin"));
    response.writeHead(403, { "Content-Type": "text/plain" });
    response.end("forbidden origin");
  });

  // Nothing is served there, and whoever stayed would not be counted.
  io.use((_socket, next) => next(new Error("nothing here: connect to /chat")));

  const chat = openChat(io.of("/chat"), {
    ...parts,
    localeOf,
    joined: parts.adapter !== undefined,
  });
  const staff = openStaff(io.of("/staff"), {
    ...parts,
    localeOf,
    joined: parts.adapter !== undefined,
    isOwnOrigin: (socket) => parts.origins.isOwnOrUnsaid(socket.request),
  });

  return {
    pushes: [chat, staff],
    reached: chat.reached,
    isOpenSomewhere: chat.isOpenSomewhere,
    endStaff: staff.end,
    connections: () => io.engine.clientsCount,
    async close() {
      staff.close();
      await io.close();
    },
  };
}
