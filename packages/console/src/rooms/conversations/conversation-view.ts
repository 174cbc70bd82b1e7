import { msg, str } from "@lit/localize";
import "@vaadin/button";
import type { Note, OperatorView, QueueItem, WatchedMessage } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import type { Unsent } from "../../client/outbox.ts";
import { ConsoleElement } from "../../parts/console-element.ts";
import { icon } from "../../parts/icons.ts";
import { markdownStyles } from "../../parts/render-markdown.ts";
import { refusalNote } from "../../parts/reading.ts";
import { pageStyles } from "../../parts/styles.ts";
import "./composer.ts";
import type { Composer, Words } from "./composer.ts";
import { conversationStyles } from "./conversation-styles.ts";
import { renderMessage, renderUnsent } from "./messages.ts";
import "./note-field.ts";
import { renderNote, withNotes } from "./notes.ts";
import { isOwn, sectionOf } from "./queue.ts";
import type { Person, WatchState } from "./watched-conversation.ts";
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
 * @fires take - from the assistant
 * @fires ask-transfer
 * @fires ask-close
 * @fires ask-acts - the menu of rarer acts
 * @fires ask-canned
 * @fires note - words for colleagues
 * @fires propose - an own answer that editors should see
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
  @property() colleagueTyping: string | undefined;
  @property({ attribute: false }) notes: readonly Note[] = [];
  @property({ attribute: false }) looking: readonly Person[] = [];
  @property({ attribute: false }) colleagues: readonly OperatorView[] = [];

  @state() private below = false;
  @state() private noting = false;
  @query(".messages") private scroller!: HTMLElement;
  @query("console-composer") private composer!: Composer | null;

  #followsEnd = true;

  /** Gives the keyboard to the answer's field. */
  write(): void {
    void this.updateComplete.then(() => this.composer?.focus());
  }

  /** From the answer's field to the note's, and back. */
  toggleNote(): void {
    this.noting = !this.noting;
    if (!this.noting) this.write();
  }

  /** Puts words where the operator writes. */
  insert(words: Words): void {
    this.composer?.insert(words);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("conversationId")) [this.#followsEnd, this.noting] = [true, false];
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
      <p class="typing" aria-live="polite">${this.#whoTypes()}</p>
      ${this.#renderFooter()}
    `;
  }

  #whoTypes(): string {
    if (this.residentTyping) return msg("Житель печатает…");
    return this.colleagueTyping ? msg(str`${this.colleagueTyping} печатает…`) : "";
  }

  #renderLooking() {
    const others = this.looking.filter(({ id }) => id !== this.me);
    if (others.length === 0) return nothing;
    return html`<span class="quiet looking"
      >${msg("Смотрят:")} ${others.map(({ name }) => name).join(", ")}</span
    >`;
  }

  #renderHeader() {
    const item = this.item;
    const mine = item && isOwn(item, this.me);
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
        ${this.#renderLooking()}
      </div>
      ${mine ? this.#button(msg("Вернуть"), "release") : nothing}
      ${item && item.state !== "closed" ? this.#button(msg("Передать"), "ask-transfer") : nothing}
      ${item && item.state !== "closed" ? this.#button(msg("Завершить"), "ask-close") : nothing}
      ${item ? this.#button(msg("Ещё"), "ask-acts") : nothing}
      <vaadin-button class="card" theme="tertiary" @click=${() => this.tell("show-card")}>
        ${msg("Карточка")}
      </vaadin-button>
    </header>`;
  }

  #button(label: string, event: string) {
    return html`<vaadin-button theme="tertiary" @click=${() => this.tell(event)}>${label}</vaadin-button>`;
  }

  #renderMessages() {
    if (typeof this.watch === "object") return refusalNote(this.watch.refused);
    if (this.watch === "loading") return html`<p class="empty">${msg("Загружаем переписку…")}</p>`;
    return html`
      ${repeat(
        withNotes(this.messages, this.notes),
        ({ key }) => key,
        (spoken) =>
          spoken.kind === "note"
            ? renderNote(spoken.note)
            : renderMessage(spoken.message, (message) => this.tell("propose", message)),
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
    if (this.noting) {
      return html`<footer>
        ${keyed(
          this.conversationId,
          html`<console-note-field
            .conversationId=${this.conversationId}
            .colleagues=${this.colleagues.filter(({ id }) => id !== this.me)}
            @leave-note=${() => this.toggleNote()}
          ></console-note-field>`,
        )}
      </footer>`;
    }
    if (item.state === "closed") {
      return html`<footer class="note">
        ${msg("Диалог завершён. Если житель напишет снова, он откроется.")}
      </footer>`;
    }
    if (item.state === "assistant") {
      return html`<footer class="note">
        <p>${msg("Отвечает помощник. Если вы возьмёте диалог, он замолчит, пока вы его не вернёте.")}</p>
        <vaadin-button @click=${() => this.tell("take")}>${msg("Взять у помощника")}</vaadin-button>
        ${this.#renderBeside()}
      </footer>`;
    }
    if (sectionOf(item, this.me) === "others") {
      return html`<footer class="note">
        ${msg("Диалог ведёт коллега:")} ${item.operator?.name} ${this.#renderBeside()}
      </footer>`;
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
      ${this.#renderBeside()}
    </footer>`;
  }

  #renderBeside() {
    const answerable = this.item && (this.item.state === "queued" || isOwn(this.item, this.me));
    return html`<div class="row beside">
      <vaadin-button theme="tertiary small" @click=${() => this.toggleNote()}>
        ${msg("Заметка")} <kbd>Alt N</kbd>
      </vaadin-button>
      ${
        answerable
          ? html`<vaadin-button theme="tertiary small" @click=${() => this.tell("ask-canned")}>
              ${msg("Готовый текст")} <kbd>Alt T</kbd>
            </vaadin-button>`
          : nothing
      }
    </div>`;
  }
}
