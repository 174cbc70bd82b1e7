import type { Message } from "@veche/protocol";
import { io, type Socket } from "socket.io-client";

const ACK_WITHIN_MS = 2_000;

export interface Said {
  readonly clientId: string;
  readonly text: string;
  /** Set once acknowledged; until then nobody knows whether it is kept. */
  message?: Message;
}

/** One resident's side of the history: what was invoked, what was acknowledged, what was heard. */
export interface Testimony {
  readonly token: string;
  readonly said: readonly Said[];
  /** As it was pushed, on all of the resident's connections. */
  readonly heard: readonly Message[];
}

/** A resident who repeats each message, with its clientId, until it is acknowledged. */
export class StubbornResident implements Testimony {
  readonly said: Said[] = [];
  readonly heard: Message[] = [];
  /** How often the server said that it can't now, and when to come back. */
  told = 0;
  readonly #socket: Socket;
  #token: string | undefined;
  #conversation = "";
  #last = 0;

  constructor(url: string) {
    this.#socket = io(`${url}/chat`, {
      forceNew: true,
      transports: ["websocket"],
      reconnectionDelay: 30,
      reconnectionDelayMax: 150,
      auth: (give) => give({ token: this.#token, after: this.#last }),
    });
    this.#socket.on("conversation", ({ id, token }: { id: string; token: string }) => {
      this.#conversation = id;
      this.#token = token;
    });
    this.#socket.on("message", (message: Message) => {
      const { seq } = message;
      this.heard.push(message);
      if (seq === this.#last + 1) this.#last = seq;
    });
  }

  get token(): string {
    if (!this.#token) throw new Error("never connected");
    return this.#token;
  }

  /** Its id, once connected. */
  get conversation(): string {
    return this.#conversation;
  }

  async say(text: string): Promise<void> {
    const said: Said = { clientId: crypto.randomUUID(), text };
    this.said.push(said);
    while (!said.message) {
      try {
        const reply = await this.#socket
          .timeout(ACK_WITHIN_MS)
          .emitWithAck("message:send", { clientId: said.clientId, text });
        if (reply.ok) said.message = reply.message;
        else if (reply.error.code === "unavailable" && reply.error.retryAfterSeconds > 0) {
          this.told++;
          throw new Error("told to come back");
        } else throw new Error(`refused: ${JSON.stringify(reply)}`);
      } catch (error) {
        if (error instanceof Error && error.message.startsWith("refused")) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }

  leave(): void {
    this.#socket.disconnect();
  }
}

/** The whole conversation as a fresh tab gets it. */
export async function historyOf(url: string, token: string, settledMs = 400): Promise<Message[]> {
  const socket = io(`${url}/chat`, { forceNew: true, transports: ["websocket"], auth: { token, after: 0 } });
  const messages: Message[] = [];
  let heard = Date.now();
  socket.on("message", (it: Message) => {
    messages.push(it);
    heard = Date.now();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("conversation", () => resolve());
    socket.once("connect_error", reject);
  });
  heard = Date.now();
  while (Date.now() - heard < settledMs) await new Promise((resolve) => setTimeout(resolve, 50));
  socket.disconnect();
  return messages;
}
