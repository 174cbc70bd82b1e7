import { msg, str } from "@lit/localize";
import type { StaffEntry } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { GridWindowController } from "../../parts/grid-window-controller.ts";
import { icon } from "../../parts/icons.ts";
import { shortDay } from "../../parts/moments.ts";
import { pageStyles } from "../../parts/styles.ts";
import { entryGridStyles } from "./entry-grid-styles.ts";
import { renderPicture } from "./picture.ts";
import { everyOf, nothingChosen, type Selection, toggled, upTo } from "./selection.ts";
import { entryStateName } from "./words.ts";

const STEPS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" } as const;

/**
 * Pictures in an even grid, of which those near the screen are drawn: ten thousand scroll like sixty. Arrows go, Space chooses, Shift extends, Enter looks closer.
 *
 * @fires selection-changed - the selection
 * @fires look - an entry's id
 * @fires more - the end comes near
 */
@customElement("console-entry-grid")
export class EntryGrid extends ConsoleElement {
  static override styles = [pageStyles, entryGridStyles];

  @property({ attribute: false }) entries: readonly StaffEntry[] = [];
  @property({ attribute: false }) selection: Selection = nothingChosen;
  @property({ type: Boolean, attribute: "has-more" }) hasMore = false;
  @property({ type: Boolean }) loading = false;
  /** States differ within the list, so each is said. */
  @property({ type: Boolean, attribute: "says-state" }) saysState = false;

  readonly #window = new GridWindowController(this, () => this.#list);
  #current: string | undefined;
  /** The keyboard was on an entry's picture, which a scroll may take out of the grid. */
  #hasKeyboard = false;

  /** The entry that has the keyboard. */
  get current(): string | undefined {
    return this.entries.some(({ id }) => id === this.#current) ? this.#current : undefined;
  }

  get #list(): HTMLElement | null {
    return this.renderRoot.querySelector("ul");
  }

  /** Gives the keyboard to an entry, to the first when it is gone. */
  focusEntry(id: string | undefined): void {
    const place = Math.max(
      0,
      this.entries.findIndex((entry) => entry.id === id),
    );
    const wanted = this.entries[place]?.id;
    void this.#window.reveal(place, () => this.#pictureOf(wanted)?.focus());
  }

  #pictureOf(id: string | undefined): HTMLElement | undefined {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>(".look")];
    return buttons.find((button) => button.dataset["id"] === id);
  }

  protected override willUpdate(): void {
    this.#hasKeyboard = this.shadowRoot?.activeElement?.classList.contains("look") ?? false;
  }

  protected override updated(): void {
    // Arrows go on from where they were, wherever one has scrolled meanwhile.
    if (this.#hasKeyboard && !this.shadowRoot?.activeElement) this.#list?.focus({ preventScroll: true });
    if (this.hasMore && !this.loading && this.#window.nearsEnd(this.entries.length)) this.tell("more");
  }

  #choose(id: string, extends_: boolean): void {
    const ids = this.entries.map((entry) => entry.id);
    this.tell("selection-changed", extends_ ? upTo(this.selection, ids, id) : toggled(this.selection, id));
  }

  #onKeyDown(event: KeyboardEvent): void {
    const id = this.current;
    if (event.code === "KeyA" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.tell("selection-changed", everyOf(this.entries.map((entry) => entry.id)));
    } else if (event.key === " " && id) {
      event.preventDefault();
      this.#choose(id, event.shiftKey);
    } else if (event.key in STEPS) {
      event.preventDefault();
      this.#step(STEPS[event.key as keyof typeof STEPS], event.shiftKey);
    }
  }

  #step(step: (typeof STEPS)[keyof typeof STEPS], extends_: boolean): void {
    const { columns } = this.#window;
    const by = { left: -1, right: 1, up: -columns, down: columns }[step];
    const { current } = this;
    const at = this.entries.findIndex(({ id }) => id === current);
    const next = this.entries[Math.min(Math.max(at + by, 0), this.entries.length - 1)];
    if (!next) return;
    this.focusEntry(next.id);
    if (extends_) this.#choose(next.id, true);
  }

  protected override render() {
    const { from, to, above, below } = this.#window.shown(this.entries.length);
    const drawn = this.entries.slice(from, to);
    const reachable = (drawn.find(({ id }) => id === this.#current) ?? drawn[0])?.id;
    return html`
      <ul
        tabindex="-1"
        aria-label=${msg("Работы")}
        .style=${`padding: ${above}px 0 ${below}px`}
        @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event)}
      >
        ${repeat(
          drawn,
          ({ id }) => id,
          (entry, place) => this.#renderEntry(entry, from + place, entry.id === reachable),
        )}
      </ul>
      ${
        this.hasMore
          ? html`<div class="end">
              <button class="load" ?disabled=${this.loading} @click=${() => this.tell("more")}>
                ${this.loading ? msg("Загружаем…") : msg("Показать ещё")}
              </button>
            </div>`
          : nothing
      }
    `;
  }

  #renderEntry(entry: StaffEntry, place: number, reachable: boolean) {
    const {
      id,
      number,
      title,
      text,
      author,
      image,
      similar,
      reason,
      state,
      hints = [],
      fixBy,
      sameAs,
      reports,
    } = entry;
    const chosen = this.selection.chosen.has(id);
    const name = msg(str`№ ${number} «${title}»`);
    return html`<li
      class=${chosen ? "chosen" : ""}
      aria-setsize=${this.hasMore ? -1 : this.entries.length}
      aria-posinset=${place + 1}
    >
      <button
        class="look"
        data-id=${id}
        tabindex=${reachable ? 0 : -1}
        aria-label=${name}
        @focus=${() => {
          this.#current = id;
          this.requestUpdate();
        }}
        @click=${(event: MouseEvent) =>
          event.shiftKey || event.ctrlKey || event.metaKey
            ? this.#choose(id, event.shiftKey)
            : this.tell("look", id)}
      >
        ${image ? renderPicture(image, "", 240) : html`<span class="in-words">${text}</span>`}
      </button>
      <label class="choose">
        <input
          type="checkbox"
          tabindex="-1"
          aria-label=${msg(str`Выбрать № ${number}`)}
          .checked=${chosen}
          @click=${(event: MouseEvent) => {
            event.preventDefault();
            this.#choose(id, event.shiftKey);
          }}
        />
        <span class="box">${chosen ? icon("check") : nothing}</span>
      </label>
      <div class="facts">
        <div class="title">${title}</div>
        <div class="quiet">
          № ${number}${author ? html`, ${author.firstName} ${author.lastName}, ${author.age}` : nothing}
        </div>
        <div class="tags">
          ${this.saysState ? html`<span class="tag">${entryStateName(state)}</span>` : nothing}
          ${similar.length > 0 ? html`<span class="tag warning">${msg("Похожа на другую")}</span>` : nothing}
          ${hints.some((hint) => hint !== "small") ? html`<span class="tag">${msg("Вопрос к снимку")}</span>` : nothing}
          ${state === "submitted" && reason ? renderFix(fixBy) : nothing}
          ${sameAs ? html`<span class="tag">${msg(str`Повтор № ${sameAs.number}`)}</span>` : nothing}
          ${reports ? html`<span class="tag warning">${msg(str`Сообщений: ${reports.length}`)}</span>` : nothing}
        </div>
      </div>
    </li>`;
  }
}

/** Until when the parent mends it; what is late stands out. */
function renderFix(fixBy: string | undefined) {
  if (fixBy === undefined) return html`<span class="tag accent">${msg("Ждёт исправления")}</span>`;
  const day = shortDay(fixBy);
  return new Date(fixBy) < new Date()
    ? html`<span class="tag warning">${msg(str`Не исправлено к ${day}`)}</span>`
    : html`<span class="tag accent">${msg(str`Исправят до ${day}`)}</span>`;
}
