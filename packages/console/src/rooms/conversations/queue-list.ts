import { msg } from "@lit/localize";
import type { QueueItem } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { lasting } from "../../parts/moments.ts";
import { pageStyles } from "../../parts/styles.ts";
import { isUnread, type Queue, sectionsOf, type Section, type Seen } from "./queue.ts";
import { queueListStyles } from "./queue-list-styles.ts";
import { channelName, type Departments, sectionTitle } from "./words.ts";

const SHOWN_AT_FIRST = 100;
const LONG_WAIT_MS = 5 * 60_000;

/**
 * The conversations in sections, longest wait first. Long sections are drawn as far as one scrolls.
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
  @state() private limit = SHOWN_AT_FIRST;

  #clock: ReturnType<typeof setInterval> | undefined;
  #more = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) this.limit += SHOWN_AT_FIRST;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => (this.now = new Date()), 10_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    this.#more.disconnect();
  }

  protected override updated(changed: Map<string, unknown>): void {
    this.#more.disconnect();
    for (const end of this.renderRoot.querySelectorAll(".more")) this.#more.observe(end);
    if (changed.has("chosen")) {
      this.renderRoot.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
    }
  }

  /** Gives the keyboard to the chosen line, or to the first. */
  override focus(): void {
    const line =
      this.renderRoot.querySelector<HTMLElement>('[aria-current="true"]') ??
      this.renderRoot.querySelector("button");
    line?.focus();
  }

  protected override render() {
    if (!this.known) return html`<p class="empty">${msg("Загружаем очередь…")}</p>`;
    const sections = sectionsOf(this.queue, this.me).filter(
      ([section, items]) => items.length > 0 || section === "waiting",
    );
    return sections.map(([section, items]) => this.#renderSection(section, items));
  }

  #renderSection(section: Section, items: readonly QueueItem[]) {
    const shown = items.slice(0, this.limit);
    return html`<section aria-labelledby=${section}>
      <h2 id=${section}>${sectionTitle(section)} <span class="count">${items.length}</span></h2>
      ${
        items.length === 0
          ? html`<p class="quiet nobody">${msg("Никто не ждёт.")}</p>`
          : html`<ul>
              ${repeat(
                shown,
                ({ id }) => id,
                (item) => html`<li>${this.#renderLine(item, section)}</li>`,
              )}
            </ul>`
      }
      ${shown.length < items.length ? html`<div class="more"></div>` : nothing}
    </section>`;
  }

  #renderLine(item: QueueItem, section: Section) {
    const unread = item.id !== this.chosen && isUnread(item, this.seen, this.me);
    const since = section === "waiting" ? (item.waitingSince ?? item.updatedAt) : item.updatedAt;
    const long = section === "waiting" && this.now.getTime() - new Date(since).getTime() > LONG_WAIT_MS;
    return html`<button
      class=${unread ? "unread" : ""}
      aria-current=${item.id === this.chosen ? "true" : "false"}
      @click=${() => this.tell("open-conversation", item.id)}
    >
      <span class="preview" lang=${item.locale}>${item.preview || msg("Без слов")}</span>
      <span class="facts">
        ${unread ? html`<span class="dot"></span><span class="visually-hidden">${msg("новое")}</span>` : nothing}
        <span class=${long ? "long" : ""}>${lasting(since, this.now)}</span>
        <span>${channelName(item.channel)}</span>
        ${item.locale === "ru" ? nothing : html`<span class="tag">${item.locale.toUpperCase()}</span>`}
        ${item.department ? html`<span class="tag cut">${this.departments.get(item.department) ?? item.department}</span>` : nothing}
        ${section === "others" ? html`<span class="cut">${item.operator?.name}</span>` : nothing}
      </span>
    </button>`;
  }
}
