import type { ReactiveController, ReactiveControllerHost } from "lit";

const NEAR_PX = 60;

/**
 * Keeps the newest message in sight for who is reading at the end, and leaves alone who is reading above.
 * A message taller than the view is shown from its beginning.
 */
export class FollowScroll implements ReactiveController {
  readonly #log: () => HTMLElement | null;
  #atEnd = true;
  #height = 0;
  #count = 0;

  constructor(host: ReactiveControllerHost, log: () => HTMLElement | null) {
    this.#log = log;
    host.addController(this);
  }

  get atEnd(): boolean {
    return this.#atEnd;
  }

  /** The reader has scrolled. @returns whether this changed being at the end */
  scrolled(): boolean {
    const log = this.#log();
    if (!log || log.scrollHeight !== this.#height) return false;
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
    const changed = atEnd !== this.#atEnd;
    this.#atEnd = atEnd;
    return changed;
  }

  toNewest(): void {
    this.#atEnd = true;
    const log = this.#log();
    if (!log) return;
    const last = log.querySelector<HTMLElement>(".messages > :last-child");
    const top = log.scrollHeight - log.clientHeight;
    const isNew = this.#count !== (this.#count = log.querySelectorAll(".messages > *").length);
    const fits = !last || !isNew || last.offsetHeight < log.clientHeight;
    log.scrollTop = fits ? top : Math.min(top, last.offsetTop - log.offsetTop);
  }

  hostUpdated(): void {
    const log = this.#log();
    if (!log || log.scrollHeight === this.#height) return;
    if (this.#atEnd) this.toNewest();
    this.#height = log.scrollHeight;
  }
}
