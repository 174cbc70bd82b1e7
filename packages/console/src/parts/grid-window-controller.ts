import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Rows drawn above and below what is seen, so that a quick scroll shows no gap. */
const SPARE_ROWS = 2;
const FIRST_ROWS = 8;

/** What of a long grid is drawn, and the room that the rest takes above and below, pixels. */
export interface ShownOfGrid {
  readonly from: number;
  readonly to: number;
  readonly above: number;
  readonly below: number;
}

/**
 * Follows how far a grid is scrolled, whatever scrolls it: of its rows only those near the screen need to be drawn.
 * Rows are of one height, which the grid's style says (`grid-auto-rows`).
 */
export class GridWindowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #grid: () => HTMLElement | null;
  readonly #sizes = new ResizeObserver(() => this.#measure());
  #scroller: EventTarget | undefined;
  #columns = 1;
  /** From one row's top to the next one's; none before the grid was seen. */
  #pitch = 0;
  /** What is drawn does not follow the scroll until somebody has the focus that it is drawn for. */
  #isHeld = false;
  #rows = { from: 0, to: FIRST_ROWS };

  constructor(host: ReactiveControllerHost & HTMLElement, grid: () => HTMLElement | null) {
    this.#host = host;
    this.#grid = grid;
    host.addController(this);
  }

  hostConnected(): void {
    this.#scroller = scrollerOf(this.#host);
    this.#scroller.addEventListener("scroll", this.#look, { passive: true });
    this.#sizes.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#scroller?.removeEventListener("scroll", this.#look);
    this.#sizes.disconnect();
  }

  get columns(): number {
    return this.#columns;
  }

  shown(count: number): ShownOfGrid {
    const rows = Math.ceil(count / this.#columns);
    const to = Math.min(rows, this.#rows.to);
    const from = Math.min(this.#rows.from, to);
    return {
      from: from * this.#columns,
      to: Math.min(count, to * this.#columns),
      above: from * this.#pitch,
      below: (rows - to) * this.#pitch,
    };
  }

  /** Whether less is left below what is drawn than is drawn: what comes then is drawn row by row, not all at once. */
  nearsEnd(count: number): boolean {
    const { from, to } = this.#rows;
    return Math.ceil(count / this.#columns) - to < to - from;
  }

  /** Draws the place of a cell, gives it the focus, which scrolls there, and follows the scroll again. */
  async reveal(place: number, focus: () => void): Promise<void> {
    const row = Math.floor(place / this.#columns);
    this.#isHeld = true;
    if (row < this.#rows.from || row >= this.#rows.to) {
      this.#rows = { from: Math.max(0, row - SPARE_ROWS), to: row + SPARE_ROWS + 1 };
      this.#host.requestUpdate();
    }
    await this.#host.updateComplete;
    focus();
    this.#isHeld = false;
    this.#look();
  }

  #measure(): void {
    const grid = this.#grid();
    if (!grid) return;
    const { gridTemplateColumns, gridAutoRows, rowGap } = getComputedStyle(grid);
    const columns = Math.max(1, gridTemplateColumns.split(" ").length);
    const pitch = (Number.parseFloat(gridAutoRows) || 0) + (Number.parseFloat(rowGap) || 0);
    if (columns !== this.#columns || pitch !== this.#pitch) {
      [this.#columns, this.#pitch] = [columns, pitch];
      this.#host.requestUpdate();
    }
    this.#look();
  }

  #look = () => {
    const grid = this.#grid();
    if (!grid || this.#isHeld || this.#pitch === 0) return;
    const above = -grid.getBoundingClientRect().top;
    const from = Math.max(0, Math.floor(above / this.#pitch) - SPARE_ROWS);
    const to = Math.max(from, Math.ceil((above + innerHeight) / this.#pitch)) + SPARE_ROWS;
    if (from === this.#rows.from && to === this.#rows.to) return;
    this.#rows = { from, to };
    this.#host.requestUpdate();
  };
}

/** What scrolls an element, out of all the trees that it stands in. */
function scrollerOf(element: HTMLElement): EventTarget {
  for (let at: Element | null = element; at; at = outerOf(at))
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return document;
}

function outerOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
