import type { Message } from "@veche/protocol";
import { io, type Socket } from "socket.io-client";

const ACK_WITHIN_MS = 3_000;

/** An operator with conversations on screen, who comes back after every cut and opens them again. */
export class WatchingOperator {
  /** Ids of the messages that stood on the screen, by conversation. */
  readonly seen = new Map<string, Set<string>>();
  readonly #socket: Socket;

  constructor(url: string, cookie: string) {
    this.#socket = io(`${url}/staff`, {
      forceNew: true,
      transports: ["websocket"],
      reconnectionDelay: 30,
      reconnectionDelayMax: 150,
      extraHeaders: { cookie },
    });
    this.#socket.on("message", ({ id, conversationId }: Message & { conversationId: string }) => {
      this.seen.get(conversationId)?.add(id);
    });
    this.#socket.on("connect", () => {
      for (const conversationId of this.seen.keys()) void this.#open(conversationId);
    });
  }

  async watch(conversationId: string): Promise<void> {
    this.seen.set(conversationId, this.seen.get(conversationId) ?? new Set());
    await this.#open(conversationId);
  }

  async #open(conversationId: string): Promise<void> {
    try {
      const reply = await this.#socket
        .timeout(ACK_WITHIN_MS)
        .emitWithAck("conversation:watch", { conversationId, after: 0 });
      if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply)}`);
      for (const { id } of reply.messages as Message[]) this.seen.get(conversationId)?.add(id);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith("refused")) throw error;
      // Cut off meanwhile: the next connection opens it.
    }
  }

  leave(): void {
    this.#socket.disconnect();
  }
}
