import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Client } from "../../client/client.ts";
import { isRefusal } from "../../client/server-refusal.ts";

/** A look counts for twenty seconds on the server. */
const TOLD_EVERY_MS = 8000;

/** Tells that one looks at an entry, and knows which colleagues do at this moment. */
export class LookersController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => Client;
  #id: string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  others: readonly string[] = [];

  constructor(host: ReactiveControllerHost, client: () => Client) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.lookAt(undefined);
  }

  lookAt(id: string | undefined): void {
    if (id === this.#id) return;
    const before = this.#id;
    this.#id = id;
    this.others = [];
    clearInterval(this.#timer);
    if (id) {
      this.#timer = setInterval(() => void this.#tell(id, true), TOLD_EVERY_MS);
      void this.#tell(id, true);
    } else if (before) void this.#tell(before, false);
  }

  /** Who looks is a courtesy: where it can't be told, moderating goes on. */
  async #tell(id: string, looking: boolean): Promise<void> {
    try {
      const { others } = await this.#client().campaigns.lookAt({ id, looking });
      if (id !== this.#id) return;
      this.others = others;
      this.#host.requestUpdate();
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
}
