import type { Message } from "@veche/protocol";

/** What a feed needs of a socket. */
interface Listener {
  readonly connected: boolean;
  emit(event: "message", message: Message): unknown;
  disconnect(close: true): unknown;
}

/**
 * Hands one socket the messages of its conversation in order and without a gap: a push that is the
 * next one goes straight out, any other makes the socket read what it lacks.
 */
export class Feed {
  readonly #socket: Listener;
  readonly #read: (after: number) => AsyncIterable<Message>;
  #last: number;
  #heard: number;
  #reading: Promise<void> | undefined;

  constructor(socket: Listener, after: number, read: (after: number) => AsyncIterable<Message>) {
    this.#socket = socket;
    this.#last = after;
    this.#heard = after;
    this.#read = read;
  }

  /** Reads and sends all that the socket lacks. */
  catchUp(): Promise<void> {
    this.#reading ??= this.#readOn();
    return this.#reading;
  }

  async #readOn(): Promise<void> {
    try {
      do {
        for await (const message of this.#read(this.#last)) this.#send(message);
      } while (this.#heard > this.#last && this.#socket.connected);
    } finally {
      // In the same breath as the last look at what was heard: a push in between would wait for one that is over.
      this.#reading = undefined;
    }
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
