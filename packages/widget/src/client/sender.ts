import type { Message, RefusalReply } from "@veche/protocol";
import type { Line } from "./line.ts";
import type { Outbox, Unsent } from "./outbox.ts";

const UNAVAILABLE_RETRY_SECONDS = 5;

/** Why sending pauses, and until when. */
export interface Pause {
  readonly code: RefusalReply["code"];
  readonly until: Date;
}

export interface SenderParts {
  readonly line: Line;
  readonly outbox: Outbox;
  readonly clock: () => Date;
  readonly later: (run: () => void, milliseconds: number) => () => void;
  /** The next words that may go now. */
  readonly next: () => Unsent | undefined;
  /** Runs before each; `false` keeps the words back. */
  readonly mayGo: (unsent: Unsent, go: () => Promise<void>) => Promise<void>;
  readonly delivered: (message: Message) => void;
  /** No answer came: nobody knows whether the words were stored. The same id has to go over a new line. */
  readonly unanswered: () => void;
  readonly changed: () => void;
}

/** Sends what is unsent one after the other, so that it arrives in the order in which it was said. */
export class Sender {
  readonly #parts: SenderParts;
  #busy = false;
  #pause: Pause | undefined;
  #stopPause = () => {};

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  get pause(): Pause | undefined {
    return this.#pause;
  }

  async go(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        const unsent = next;
        await this.#parts.mayGo(unsent, () => this.#deliver(unsent));
      }
    } catch {
      this.#parts.unanswered();
    } finally {
      this.#busy = false;
    }
    // The line may have come back while the last try was being given up.
    if (this.#next()) void this.go();
  }

  stop(): void {
    this.#stopPause();
    this.#pause = undefined;
  }

  #next(): Unsent | undefined {
    return this.#pause ? undefined : this.#parts.next();
  }

  async #deliver(unsent: Unsent): Promise<void> {
    const { line, outbox, delivered, changed } = this.#parts;
    const { clientId, text, attachments } = unsent;
    const pictures = attachments && { attachments: attachments.map(({ id }) => id) };
    const answer = await line.ask("message:send", { clientId, text, ...pictures });
    if (answer.ok) {
      outbox.remove(clientId);
      delivered(answer.message);
    } else this.#refused(unsent, answer.error);
    changed();
  }

  #refused(unsent: Unsent, error: RefusalReply): void {
    const { clock, later, outbox, changed } = this.#parts;
    if (error.code !== "rate_limited" && error.code !== "unavailable") {
      outbox.put({ ...unsent, refusal: error.message });
      return;
    }
    const milliseconds = 1000 * (error.retryAfterSeconds ?? UNAVAILABLE_RETRY_SECONDS);
    this.#pause = { code: error.code, until: new Date(clock().getTime() + milliseconds) };
    this.#stopPause = later(() => {
      this.#pause = undefined;
      changed();
      void this.go();
    }, milliseconds);
  }
}
