import type { ReactiveController, ReactiveControllerHost } from "lit";

const NEAR_PX = 60;

/**
 * Keeps the newest message in sight for who is reading at the end, and leaves alone who is reading above.
 * A message taller than the view is shown from its beginning.
 */
export class FollowScroll implements ReactiveController {
  readonly #log: () => HTMLElement | null;
  readonly #resized = new ResizeObserver(() => this.hostUpdated());
  #watched: HTMLElement | null = null;
  #atEnd = true;
  #size = "";
  #count = 0;

  constructor(host: ReactiveControllerHost, log: () => HTMLElement | null) {
    this.#log = log;
    host.addController(this);
  }

  get atEnd(): boolean {
    return this.#atEnd;
  }

  /** The reader has scrolled; what the layout moved by itself does not count. */
  scrolled(): void {
    const log = this.#log();
    if (!log || sizeOf(log) !== this.#size) return;
    this.#atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
  }

  toNewest(): void {
    this.#atEnd = true;
    const log = this.#log();
    if (!log) return;
    const all = log.querySelectorAll<HTMLElement>(".messages > *");
    const last = all[all.length - 1];
    const isNew = all.length !== this.#count;
    this.#count = all.length;
    const end = log.scrollHeight - log.clientHeight;
    log.scrollTop =
      last && isNew && last.offsetHeight > log.clientHeight ? Math.min(end, last.offsetTop) : end;
  }

  hostUpdated(): void {
    const log = this.#log();
    if (log !== this.#watched) {
      this.#resized.disconnect();
      if (log) this.#resized.observe(log);
      this.#watched = log;
    }
    if (!log || sizeOf(log) === this.#size) return;
    if (this.#atEnd) this.toNewest();
    this.#size = sizeOf(log);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#watched = null;
  }
}

const sizeOf = ({ scrollHeight, clientHeight }: HTMLElement) => `${scrollHeight} ${clientHeight}`;
