import { Fetch, Manager, WebSocket } from "socket.io-client";
import type { Author, Conversation, Message } from "@veche/protocol";
import * as parser from "./text-parser.ts";
import type { Answer, Heard, OpenLine, Question, Questions } from "./line.ts";

const ANSWER_WITHIN_MS = 10_000;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 3000;
/** Of the waits between tries: slow enough that a short cut is over within a second of the network. */
const GROWTH = 1.6;

/** A line over Socket.IO: first long polling, which every network lets through, then WebSocket where it may. */
export function socketLine(server: string): OpenLine {
  return (introduction, heard: Heard) => {
    const manager = new Manager(server, {
      autoConnect: false,
      // Tried again here, so that a try can be hurried when the network is back.
      reconnection: false,
      timeout: ANSWER_WITHIN_MS,
      transports: [Fetch, WebSocket],
      parser,
    });
    const socket = manager.socket("/chat", { auth: (tell) => tell(introduction()) });
    const waiting = new Set<(reason: Error) => void>();
    let wanted = false;
    let tries = 0;
    let retry: ReturnType<typeof setTimeout> | undefined;

    function connect(): void {
      clearTimeout(retry);
      retry = undefined;
      socket.connect();
    }
    function breakOff(): void {
      for (const reject of waiting) reject(new Error("line broken"));
      waiting.clear();
    }
    function broken(error?: Error & { data?: { retryAfterSeconds?: number } }): void {
      breakOff();
      if (!wanted) return;
      heard.down();
      const backoff = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * GROWTH ** tries++) * (0.5 + Math.random() / 2);
      clearTimeout(retry);
      retry = setTimeout(connect, 1000 * (error?.data?.retryAfterSeconds ?? 0) || backoff);
    }
    /** The device says so at once; the line itself would notice only when an answer stays away. */
    function cutOff(): void {
      socket.disconnect();
      broken();
    }
    function hurry(): void {
      if (retry && navigator.onLine) connect();
    }

    socket.on("connect", () => (tries = 0));
    socket.on("conversation", (conversation: Conversation) => heard.conversation(conversation));
    socket.on("message", (message: Message) => heard.message(message));
    socket.on("typing", ({ author }: { author: Author }) => heard.typing(author));
    socket.on("connect_error", broken);
    socket.on("disconnect", (reason) => {
      if (reason !== "io client disconnect") broken();
    });

    return {
      connect() {
        wanted = true;
        addEventListener("online", hurry);
        addEventListener("offline", cutOff);
        document.addEventListener("visibilitychange", hurry);
        connect();
      },
      disconnect() {
        wanted = false;
        clearTimeout(retry);
        retry = undefined;
        removeEventListener("online", hurry);
        removeEventListener("offline", cutOff);
        document.removeEventListener("visibilitychange", hurry);
        breakOff();
        socket.disconnect();
      },
      reconnect() {
        breakOff();
        socket.disconnect();
        connect();
      },
      hurry,
      ask<Name extends Question>(name: Name, payload: Questions[Name]["ask"]) {
        return new Promise<Answer<Name>>((resolve, reject) => {
          if (!socket.connected) return reject(new Error("no line"));
          waiting.add(reject);
          socket
            .timeout(ANSWER_WITHIN_MS)
            .emitWithAck(name, payload)
            .then(resolve, reject)
            .finally(() => waiting.delete(reject));
        });
      },
      typing() {
        if (socket.connected) socket.volatile.emit("typing", {});
      },
    };
  };
}
