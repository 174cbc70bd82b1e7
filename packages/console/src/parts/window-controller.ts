import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Rows drawn above and below what is seen, so that a quick scroll shows no gap. */
const SPARE_ROWS = 8;
/** A scroll shorter than this is served by the spare rows. */
const MOVED_PX = 60;

/** What of a long list is on screen: its first row, and the one after the last. */
export interface Shown {
  readonly from: number;
  readonly to: number;
}

/** Follows the scroll of its host, which scrolls itself; rows of one height need no measuring. */
export class WindowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #sizes: ResizeObserver;
  #top = 0;
  #height = 800;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#sizes = new ResizeObserver(() => this.#look());
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener("scroll", this.#look, { passive: true });
    this.#sizes.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener("scroll", this.#look);
    this.#sizes.disconnect();
  }

  /** Of so many rows that begin at a distance from the top of the list, those that are near the screen. */
  shown(rows: number, rowHeight: number, offset = 0): Shown {
    const from = Math.floor((this.#top - offset) / rowHeight) - SPARE_ROWS;
    const to = Math.ceil((this.#top + this.#height - offset) / rowHeight) + SPARE_ROWS;
    return { from: Math.min(rows, Math.max(0, from)), to: Math.max(0, Math.min(rows, to)) };
  }

  /** Scrolls as little as makes a stretch visible, under a heading that stays. */
  reveal(top: number, height: number, headingHeight = 0): void {
    const { scrollTop, clientHeight } = this.#host;
    if (top < scrollTop + headingHeight) this.#host.scrollTop = top - headingHeight;
    else if (top + height > scrollTop + clientHeight) this.#host.scrollTop = top + height - clientHeight;
  }

  #look = () => {
    const { scrollTop, clientHeight } = this.#host;
    const moved = Math.abs(scrollTop - this.#top) > MOVED_PX || clientHeight !== this.#height;
    if (!moved) return;
    this.#top = scrollTop;
    this.#height = clientHeight;
    this.#host.requestUpdate();
  };
}
