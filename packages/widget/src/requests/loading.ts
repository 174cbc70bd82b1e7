import type { ReactiveController, ReactiveControllerHost } from "lit";
import { Problem } from "./problem.ts";

export type Loaded<Value> =
  | { readonly kind: "pending" }
  | { readonly kind: "failed"; readonly problem: Problem }
  | { readonly kind: "done"; readonly value: Value };

/** Remembers what an element asked for; a newer question drops the older one's answer. */
export class Loading<Value> implements ReactiveController {
  now: Loaded<Value> = { kind: "pending" };
  readonly #host: ReactiveControllerHost;
  #asking: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#asking?.abort();
  }

  /** Asks; what was shown stays until the answer is there, unless `anew`. */
  async run(question: (signal: AbortSignal) => Promise<Value>, { anew = true } = {}): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    if (anew) this.#show({ kind: "pending" });
    try {
      const value = await question(asking.signal);
      if (!asking.signal.aborted) this.#show({ kind: "done", value });
    } catch (problem) {
      if (asking.signal.aborted) return;
      if (!(problem instanceof Problem)) throw problem;
      this.#show({ kind: "failed", problem });
    }
  }

  #show(now: Loaded<Value>): void {
    this.now = now;
    this.#host.requestUpdate();
  }
}
