import { msg } from "@lit/localize";
import "@vaadin/button";
import type { QueueItem, WatchedMessage } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import type { Unsent } from "../../client/outbox.ts";
import { ConsoleElement } from "../../parts/console-element.ts";
import { icon } from "../../parts/icons.ts";
import { markdownStyles } from "../../parts/render-markdown.ts";
import { pageStyles } from "../../parts/styles.ts";
import "./composer.ts";
import type { Composer, Words } from "./composer.ts";
import { conversationStyles } from "./conversation-styles.ts";
import { renderMessage, renderUnsent } from "./messages.ts";
import { sectionOf } from "./queue.ts";
import type { WatchState } from "./watched-conversation.ts";
import { stateName } from "./words.ts";

const NEAR_END_PX = 80;

/**
 * What was said, and the answer's field.
 *
 * @fires say - the operator's words
 * @fires typing
 * @fires retry - a refused message's clientId
 * @fires take-back - likewise
 * @fires claim
 * @fires release
 * @fires ask-transfer
 * @fires ask-close
 * @fires show-queue
 * @fires show-card
 */
@customElement("console-conversation-view")
export class ConversationView extends ConsoleElement {
  static override styles = [pageStyles, markdownStyles, conversationStyles];

  @property() conversationId = "";
  @property({ attribute: false }) item: QueueItem | undefined;
  @property() me = "";
  @property({ attribute: false }) messages: readonly WatchedMessage[] = [];
  @property({ attribute: false }) unsent: readonly Unsent[] = [];
  @property({ attribute: false }) watch: WatchState = "loading";
  @property({ type: Boolean, attribute: "resident-typing" }) residentTyping = false;

  @state() private below = false;
  @query(".messages") private scroller!: HTMLElement;
  @query("console-composer") private composer!: Composer | null;

  #followsEnd = true;

  /** Gives the keyboard to the answer's field. */
  write(): void {
    void this.updateComplete.then(() => this.composer?.focus());
  }

  /** Puts words where the operator writes. */
  insert(words: Words): void {
    this.composer?.insert(words);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("conversationId")) this.#followsEnd = true;
    else if (changed.has("messages") && !this.#followsEnd) this.below = true;
    if (changed.has("unsent") && this.unsent.length > 0) this.#followsEnd = true;
  }

  protected override updated(): void {
    if (this.#followsEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #onScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.#followsEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    if (this.#followsEnd) this.below = false;
  }

  #toEnd(): void {
    this.#followsEnd = true;
    this.below = false;
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  protected override render() {
    return html`
      ${this.#renderHeader()}
      <div
        class="messages"
        tabindex="0"
        role="log"
        aria-label=${msg("Переписка")}
        @scroll=${() => this.#onScroll()}
      >
        ${this.#renderMessages()}
      </div>
      ${
        this.below
          ? html`<button class="below" @click=${() => this.#toEnd()}>${msg("Новые сообщения")} ↓</button>`
          : nothing
      }
      <p class="typing" aria-live="polite">${this.residentTyping ? msg("Житель печатает…") : ""}</p>
      ${this.#renderFooter()}
    `;
  }

  #renderHeader() {
    const item = this.item;
    const mine = item && sectionOf(item, this.me) === "mine";
    return html`<header>
      <button class="square back" aria-label=${msg("К очереди")} @click=${() => this.tell("show-queue")}>
        ${icon("back")}
      </button>
      <div class="grow">
        ${
          item
            ? html`<span class="tag ${item.state === "queued" ? "warning" : mine ? "accent" : ""}"
                  >${mine ? msg("Ваш диалог") : stateName(item.state)}</span
                >
                ${item.operator && !mine ? html`<span class="quiet">${item.operator.name}</span>` : nothing}`
            : nothing
        }
      </div>
      ${mine ? this.#button(msg("Вернуть"), "release") : nothing}
      ${item && item.state !== "closed" ? this.#button(msg("Передать"), "ask-transfer") : nothing}
      ${item && item.state !== "closed" ? this.#button(msg("Завершить"), "ask-close") : nothing}
      <vaadin-button class="card" theme="tertiary" @click=${() => this.tell("show-card")}>
        ${msg("Карточка")}
      </vaadin-button>
    </header>`;
  }

  #button(label: string, event: string) {
    return html`<vaadin-button theme="tertiary" @click=${() => this.tell(event)}>${label}</vaadin-button>`;
  }

  #renderMessages() {
    if (typeof this.watch === "object")
      return html`<p class="refusal" role="alert">${this.watch.refused}</p>`;
    if (this.watch === "loading") return html`<p class="empty">${msg("Загружаем переписку…")}</p>`;
    return html`
      ${repeat(
        this.messages,
        ({ seq }) => seq,
        (message) => renderMessage(message),
      )}
      ${repeat(
        this.unsent,
        ({ clientId }) => clientId,
        (unsent) =>
          renderUnsent(unsent, {
            retry: () => this.tell("retry", unsent.clientId),
            takeBack: () => {
              this.tell("take-back", unsent.clientId);
              this.insert(unsent);
            },
          }),
      )}
    `;
  }

  #renderFooter() {
    const { item } = this;
    if (!item) return nothing;
    if (item.state === "closed") {
      return html`<footer class="note">
        ${msg("Диалог завершён. Если житель напишет снова, он откроется.")}
      </footer>`;
    }
    if (item.state === "assistant") {
      return html`<footer class="note">
        ${msg("Отвечает помощник. Взять диалог можно, когда житель позовёт оператора.")}
      </footer>`;
    }
    if (sectionOf(item, this.me) === "others") {
      return html`<footer class="note">${msg("Диалог ведёт коллега:")} ${item.operator?.name}</footer>`;
    }
    return html`<footer>
      ${
        item.state === "queued"
          ? html`<vaadin-button class="claim" theme="primary" @click=${() => this.tell("claim")}>
              ${msg("Взять диалог")}
            </vaadin-button>`
          : nothing
      }
      ${keyed(this.conversationId, html`<console-composer .conversationId=${this.conversationId}></console-composer>`)}
    </footer>`;
  }
}
