import { msg, str } from "@lit/localize";
import type { ConversationFilter, FoundConversation } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isRefusal } from "../../client/server-refusal.ts";
import { count, dayAndMinute } from "../../parts/moments.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { WindowController } from "../../parts/window-controller.ts";
import { HEADING_PX, LINE_PX, queueListStyles } from "./queue-list-styles.ts";
import { closeReason, type Departments, stateName } from "./words.ts";

const PAGE = 100;

/**
 * Conversations that fit a filter, the newest word first; pages are fetched as one scrolls to them.
 *
 * @fires open-conversation - its id
 */
@customElement("console-found-list")
export class FoundList extends RoomElement {
  static override styles = [pageStyles, queueListStyles];

  @property({ attribute: false }) filter: ConversationFilter = {};
  @property({ attribute: false }) departments: Departments = new Map();
  @property() chosen: string | undefined;

  @state() private total: number | undefined;
  @state() private refused = "";

  readonly #window = new WindowController(this);
  #pages = new Map<number, readonly FoundConversation[]>();
  #asked = new Set<number>();
  #round = 0;

  /** In the order of the list, as far as it was fetched. */
  get ids(): readonly string[] {
    return [...this.#pages].toSorted(([a], [b]) => a - b).flatMap(([, items]) => items.map(({ id }) => id));
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("filter") && JSON.stringify(changed.get("filter")) !== JSON.stringify(this.filter)) {
      this.#round++;
      this.#pages = new Map();
      this.#asked = new Set();
      this.total = undefined;
      void this.#fetch(0);
    }
  }

  protected override updated(): void {
    const { from, to } = this.#window.shown(this.total ?? 0, LINE_PX, HEADING_PX);
    for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) void this.#fetch(page);
  }

  async #fetch(page: number): Promise<void> {
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    const round = this.#round;
    try {
      const found = await this.desk.client.conversations.list({
        ...this.filter,
        offset: page * PAGE,
        limit: PAGE,
      });
      if (round !== this.#round) return;
      this.#pages.set(page, found.items);
      this.total = found.total;
      this.refused = "";
      this.requestUpdate();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (round !== this.#round) return;
      this.#asked.delete(page);
      this.refused = error.message;
    }
  }

  protected override render() {
    if (this.refused) return refusalNote(this.refused);
    if (this.total === undefined) return html`<p class="empty">${msg("Ищем…")}</p>`;
    if (this.total === 0)
      return html`<p class="empty">${msg("Ничего не нашлось. Измените слова или фильтры.")}</p>`;
    const { from, to } = this.#window.shown(this.total, LINE_PX, HEADING_PX);
    const places = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
    return html`<section .style=${`height: ${HEADING_PX + this.total * LINE_PX}px`} aria-labelledby="found">
      <h2 id="found" role="status">${msg(str`Найдено: ${count(this.total)}`)}</h2>
      <ul .style=${`top: ${HEADING_PX + from * LINE_PX}px`}>
        ${places.map((place) => this.#renderPlace(place))}
      </ul>
    </section>`;
  }

  #renderPlace(place: number) {
    const item = this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE];
    return html`<li aria-setsize=${this.total ?? 0} aria-posinset=${place + 1}>
      ${item ? this.#renderLine(item) : html`<p class="quiet nobody">…</p>`}
    </li>`;
  }

  #renderLine(item: FoundConversation) {
    return html`<button
      aria-current=${item.id === this.chosen ? "true" : "false"}
      @click=${() => this.tell("open-conversation", item.id)}
    >
      <span class="preview" lang=${item.locale}>${item.excerpt ?? (item.preview || msg("Без слов"))}</span>
      <span class="facts">
        <span>${dayAndMinute(item.updatedAt)}</span>
        <span class="tag">${item.closeReason ? closeReason(item.closeReason) : stateName(item.state)}</span>
        ${item.department ? html`<span class="tag">${this.departments.get(item.department) ?? item.department}</span>` : nothing}
        ${item.operator ? html`<span>${item.operator.name}</span>` : nothing}
      </span>
    </button>`;
  }
}
