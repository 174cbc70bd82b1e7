import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A page's filters and place, kept in the address, so that a reload, a link or "back" finds them again. */
export class QueryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get(name: string): string | undefined {
    return new URLSearchParams(location.search).get(name) ?? undefined;
  }

  /** Empty values leave the address. `step` makes an entry that "back" returns from. */
  set(values: Readonly<Record<string, string | undefined>>, step: "step" | "replace" = "replace"): void {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(values)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const address = query.size > 0 ? `${location.pathname}?${query}` : location.pathname;
    if (step === "step") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    window.addEventListener("popstate", this.#onPopState);
  }

  hostDisconnected(): void {
    window.removeEventListener("popstate", this.#onPopState);
  }

  #onPopState = () => this.#host.requestUpdate();
}
