import type { ReactiveControllerHost } from "lit";
import { isRefusal, type ServerRefusal } from "../client/server-refusal.ts";

/** What a form does with the server: one act at a time, and the refusal that the last one met. */
export class Attempt {
  readonly #host: ReactiveControllerHost;
  #busy = false;
  #refusal: ServerRefusal | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get refusal(): ServerRefusal | undefined {
    return this.#refusal;
  }

  /** Does nothing while an act goes on. Rejects with what is not a refusal. */
  async run(act: () => Promise<unknown>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.forget();
    try {
      await act();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#refusal = error;
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  /** Leaves the refusal behind, for a form that begins anew. */
  forget(): void {
    this.#refusal = undefined;
    this.#host.requestUpdate();
  }
}
