import type {
  Acknowledgement,
  DeletedConversation,
  DeskEvents,
  Operations,
  QueuePush,
  ReplyOf,
  RequestOf,
  WatchedMessage,
} from "@veche/protocol";
import type { Socket } from "socket.io-client";
import type { Routes } from "./route.ts";
import { ServerRefusal } from "./server-refusal.ts";

const ANSWER_WITHIN_MS = 10_000;
/** More pushes than these mean that the room which listens to them is not coming. */
const MOST_EARLY = 200;

type Conversations = Operations["conversations"];
/** The events of `/staff` that are acknowledged. */
export type Asked = {
  [Name in keyof Conversations]: Conversations[Name] extends { readonly namespace: "/staff" } ? Name : never;
}[keyof Conversations];

export interface TypingPush {
  readonly conversationId: string;
  readonly author: { readonly kind: string; readonly name?: string };
}

/** What the server pushes, and the connection's own changes. */
export interface LiveEvents {
  queue: QueuePush;
  message: WatchedMessage;
  deleted: DeletedConversation;
  typing: TypingPush;
  presence: DeskEvents["presence"];
  looking: DeskEvents["looking"];
  note: DeskEvents["note"];
  mention: DeskEvents["mention"];
  taken: DeskEvents["taken"];
  connection: Connection;
}

/** Pushes of the desk are told under the server's own names. */
const DESK_EVENTS = [
  "presence",
  "looking",
  "note",
  "mention",
  "taken",
] as const satisfies readonly (keyof DeskEvents)[];

export type Connection = "connecting" | "online" | "offline";

export interface LiveParts {
  readonly socket: Socket;
  readonly routes: Routes;
  /** Asked when the server ended the connection: does it still know us? */
  readonly stillSignedIn: () => Promise<boolean>;
  readonly unreachable: () => string;
  /** Tells `online` and `offline` sooner than a connection notices by itself. */
  readonly network: EventTarget;
}

/**
 * The console's live line: pushes come by `on`, events go by `ask`. It reconnects by itself; what was asked
 * without a connection is refused as `unavailable`, and the asker decides whether to ask again.
 */
export class Live {
  readonly #parts: LiveParts;
  #wanted = false;
  readonly #listeners = new Map<keyof LiveEvents, Set<(event: never) => void>>();
  #connection: Connection = "connecting";
  /** What was pushed since the connection began, until a room listens to the queue: its code may come later. */
  #early: [keyof LiveEvents, unknown][] | undefined;

  constructor(parts: LiveParts) {
    this.#parts = parts;
    const { socket, network } = parts;
    network.addEventListener("offline", () => {
      socket.disconnect();
      this.#become("offline");
    });
    network.addEventListener("online", () => {
      if (this.#wanted) socket.connect();
    });
    socket.on("connect", () => {
      this.#early = [];
      this.#become("online");
    });
    socket.on("disconnect", (reason) => {
      if (this.#wanted) this.#become("offline");
      if (reason === "io server disconnect") void this.#reconnectIfSignedIn();
    });
    socket.on("connect_error", () => {
      this.#become("offline");
      // The middleware's refusal is not retried by the library; a lost network is.
      if (!socket.active) void this.#reconnectIfSignedIn();
    });
    socket.on("queue", (push: QueuePush) => this.#tell("queue", push));
    socket.on("message", (message: WatchedMessage) => this.#tell("message", message));
    socket.on("conversation:deleted", (deleted: DeletedConversation) => this.#tell("deleted", deleted));
    for (const name of DESK_EVENTS) {
      socket.on(name, (push: LiveEvents[typeof name]) => this.#tell(name, push));
    }
    socket.on("typing", (typing: TypingPush) => this.#tell("typing", typing));
  }

  get connection(): Connection {
    return this.#connection;
  }

  open(): void {
    this.#wanted = true;
    this.#parts.socket.connect();
  }

  close(): void {
    this.#wanted = false;
    this.#parts.socket.disconnect();
    this.#become("connecting");
  }

  /**
   * Also tells at once what came before anybody listened.
   *
   * @returns how to stop listening
   */
  on<Name extends keyof LiveEvents>(name: Name, listener: (event: LiveEvents[Name]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener);
    for (const [early, event] of this.#early ?? []) if (early === name) listener(event as never);
    // Whoever listens to the queue adds all its listeners at once.
    if (name === "queue") queueMicrotask(() => (this.#early = undefined));
    return () => listeners.delete(listener);
  }

  /**
   * Sends one event and waits for its acknowledgement.
   *
   * @throws ServerRefusal the server's, or `unavailable` without a connection or an answer within ten seconds
   */
  async ask<Name extends Asked>(
    name: Name,
    input: RequestOf<Conversations[Name]>,
  ): Promise<ReplyOf<Conversations[Name]>> {
    const { socket } = this.#parts;
    if (!socket.connected) throw this.#unavailable();
    const reply: Acknowledgement<ReplyOf<Conversations[Name]>> = await socket
      .timeout(ANSWER_WITHIN_MS)
      .emitWithAck(this.#eventOf(name), input)
      .catch(() => {
        throw this.#unavailable();
      });
    if (!reply.ok) throw new ServerRefusal(reply.error);
    return reply;
  }

  /** Sends what may be lost. */
  hint(name: "operatorTyping", input: RequestOf<Conversations["operatorTyping"]>): void {
    if (this.#parts.socket.connected) this.#parts.socket.volatile.emit(this.#eventOf(name), input);
  }

  #eventOf(name: Asked): string {
    const route = this.#parts.routes["conversations"]?.[name];
    if (!route || !("event" in route)) throw new TypeError(`no such event: ${name}`);
    return route.event;
  }

  #unavailable(): ServerRefusal {
    return new ServerRefusal({ code: "unavailable", message: this.#parts.unreachable() });
  }

  async #reconnectIfSignedIn(): Promise<void> {
    if (!(await this.#parts.stillSignedIn())) return;
    setTimeout(() => {
      if (this.#wanted) this.open();
    }, 1000);
  }

  #become(connection: Connection): void {
    if (connection === this.#connection) return;
    this.#connection = connection;
    this.#tell("connection", connection);
  }

  #tell<Name extends keyof LiveEvents>(name: Name, event: LiveEvents[Name]): void {
    if (name !== "connection") this.#early?.push([name, event]);
    if (this.#early && this.#early.length > MOST_EARLY) this.#early = undefined;
    for (const listener of this.#listeners.get(name) ?? []) listener(event as never);
  }
}
