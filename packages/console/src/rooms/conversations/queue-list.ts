import { msg } from "@lit/localize";
import type { QueueItem } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { WindowController } from "../../parts/window-controller.ts";
import { renderFacts } from "./line-facts.ts";
import { isUnread, type Queue, sectionsOf, type Section, type Seen } from "./queue.ts";
import { HEADING_PX, LINE_PX, queueListStyles } from "./queue-list-styles.ts";
import { type Departments, sectionTitle } from "./words.ts";

const NOBODY_PX = 32;

interface Placed {
  readonly section: Section;
  readonly items: readonly QueueItem[];
  /** From the top of the list, pixels. */
  readonly top: number;
  readonly height: number;
}

/**
 * The conversations in sections, longest wait first. Only lines near the screen are drawn, so ten
 * thousand scroll like ten.
 *
 * @fires open-conversation - its id
 */
@customElement("console-queue-list")
export class QueueList extends ConsoleElement {
  static override styles = [pageStyles, queueListStyles];

  @property({ attribute: false }) queue: Queue = new Map();
  @property({ attribute: false }) seen: Seen = {};
  @property({ attribute: false }) departments: Departments = new Map();
  @property() me = "";
  @property() chosen: string | undefined;
  /** The first whole queue has come. */
  @property({ type: Boolean }) known = false;

  @state() private now = new Date();

  readonly #window = new WindowController(this);
  #placed: readonly Placed[] = [];
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => (this.now = new Date()), 10_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("queue") && !changed.has("me") && this.#placed.length > 0) return;
    let top = 0;
    this.#placed = sectionsOf(this.queue, this.me)
      .filter(([section, items]) => items.length > 0 || section === "waiting")
      .map(([section, items]) => {
        const height = HEADING_PX + (items.length > 0 ? items.length * LINE_PX : NOBODY_PX);
        const placed = { section, items, top, height };
        top += height;
        return placed;
      });
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("chosen")) this.#reveal();
  }

  #reveal(): void {
    for (const { items, top } of this.#placed) {
      const place = items.findIndex(({ id }) => id === this.chosen);
      if (place >= 0) this.#window.reveal(top + HEADING_PX + place * LINE_PX, LINE_PX, HEADING_PX);
    }
  }

  /** Gives the keyboard to the chosen line, or to the first. */
  override focus(): void {
    this.#reveal();
    const line =
      this.renderRoot.querySelector<HTMLElement>('[aria-current="true"]') ??
      this.renderRoot.querySelector("button");
    line?.focus();
  }

  protected override render() {
    if (!this.known) return html`<p class="empty">${msg("Загружаем очередь…")}</p>`;
    return repeat(
      this.#placed,
      ({ section }) => section,
      (placed) => this.#renderSection(placed),
    );
  }

  #renderSection({ section, items, top, height }: Placed) {
    const { from, to } = this.#window.shown(items.length, LINE_PX, top + HEADING_PX);
    return html`<section aria-labelledby=${section} .style=${`height: ${height}px`}>
      <h2 id=${section}>${sectionTitle(section)} <span class="count">${items.length}</span></h2>
      ${
        items.length === 0
          ? html`<p class="quiet nobody">${msg("Никто не ждёт.")}</p>`
          : html`<ul .style=${`top: ${HEADING_PX + from * LINE_PX}px`}>
              ${repeat(
                items.slice(from, to),
                ({ id }) => id,
                (item, index) => this.#renderLine(item, section, from + index, items.length),
              )}
            </ul>`
      }
    </section>`;
  }

  #renderLine(item: QueueItem, section: Section, place: number, all: number) {
    const unread = item.id !== this.chosen && isUnread(item, this.seen, this.me);
    return html`<li aria-setsize=${all} aria-posinset=${place + 1}>
      <button
        class=${unread ? "unread" : ""}
        aria-current=${item.id === this.chosen ? "true" : "false"}
        @click=${() => this.tell("open-conversation", item.id)}
      >
        <span class="preview" lang=${item.locale}>${item.preview || msg("Без слов")}</span>
        <span class="facts">
          ${unread ? html`<span class="dot"></span><span class="visually-hidden">${msg("новое")}</span>` : nothing}
          ${renderFacts(item, section, this.departments, this.now)}
        </span>
      </button>
    </li>`;
  }
}
