import type { WatchedMessage } from "@veche/protocol";
import { isRefusal, type ServerRefusal } from "./server-refusal.ts";

const KEY = "veche.unsent";

/** An operator's message that the server has not acknowledged. */
export interface Unsent {
  readonly conversationId: string;
  /** Made once: a repeat with it never becomes a second message. */
  readonly clientId: string;
  readonly text: string;
  /** The approved article that these words are, by its slug: editors learn from it. */
  readonly article?: string;
  /** Why the server will not take it; absent while it is on its way. */
  readonly refused?: string;
}

export interface OutboxParts {
  readonly storage: Pick<Storage, "getItem" | "setItem">;
  readonly newId: () => string;
  /** @throws ServerRefusal */
  readonly send: (unsent: Unsent) => Promise<WatchedMessage>;
  readonly onDelivered: (message: WatchedMessage) => void;
  readonly onChange: () => void;
}

/**
 * Keeps what an operator wrote until it is acknowledged, over lost connections and reloads. Messages of one
 * conversation go in order.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  #unsent: readonly Unsent[];
  #sending = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#unsent = restored(parts.storage.getItem(KEY));
  }

  of(conversationId: string): readonly Unsent[] {
    return this.#unsent.filter((unsent) => unsent.conversationId === conversationId);
  }

  async add(conversationId: string, text: string, article?: string): Promise<void> {
    const unsent = { conversationId, clientId: this.#parts.newId(), text, ...(article && { article }) };
    this.#keep([...this.#unsent, unsent]);
    await this.flush();
  }

  /** Takes one back, for the composer or for good. */
  drop(clientId: string): void {
    this.#keep(this.#unsent.filter((unsent) => unsent.clientId !== clientId));
  }

  async retry(clientId: string): Promise<void> {
    this.#replace(clientId, (unsent) => ({ ...unsent, refused: undefined }));
    await this.flush();
  }

  /** Sends all that waits; stops where the server cannot be reached, and goes on at the next call. */
  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        const outcome = await this.#attempt(next);
        if (outcome === "unreachable") return;
      }
    } finally {
      this.#sending = false;
    }
  }

  #next(): Unsent | undefined {
    return this.#unsent.find((unsent) => unsent.refused === undefined);
  }

  async #attempt(unsent: Unsent): Promise<"delivered" | "refused" | "unreachable"> {
    try {
      const message = await this.#parts.send(unsent);
      this.drop(unsent.clientId);
      this.#parts.onDelivered(message);
      return "delivered";
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (willPass(error)) return "unreachable";
      this.#replace(unsent.clientId, (kept) => ({ ...kept, refused: error.message }));
      return "refused";
    }
  }

  #replace(clientId: string, change: (unsent: Unsent) => Unsent): void {
    this.#keep(this.#unsent.map((unsent) => (unsent.clientId === clientId ? change(unsent) : unsent)));
  }

  #keep(unsent: readonly Unsent[]): void {
    this.#unsent = unsent;
    this.#parts.storage.setItem(KEY, JSON.stringify(unsent));
    this.#parts.onChange();
  }
}

const willPass = (refusal: ServerRefusal) =>
  refusal.code === "unavailable" || refusal.code === "rate_limited" || refusal.code === "unauthenticated";

function restored(kept: string | null): readonly Unsent[] {
  return JSON.parse(kept ?? "[]");
}
