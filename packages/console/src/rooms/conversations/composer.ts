import { msg, str } from "@lit/localize";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { icon } from "../../parts/icons.ts";
import { pageStyles } from "../../parts/styles.ts";
import { drafts } from "./drafts.ts";
import { sendByEnter, writingStyles } from "./writing.ts";

const MAX_CHARACTERS = 4000;
const TYPING_TOLD_EVERY_MS = 3000;

/** An operator's words, or an approved article's, ready to be sent. */
export interface Words {
  readonly text: string;
  /** Slug of the article that the words are taken from. */
  readonly article?: string;
}

/**
 * The answer's field. Enter sends, Shift+Enter makes a line; what is written stays over reloads.
 *
 * @fires say - the words, and the article that they hold
 * @fires typing
 */
@customElement("console-composer")
export class Composer extends ConsoleElement {
  static override styles = [
    pageStyles,
    writingStyles,
    css`
      form {
        display: flex;
        align-items: flex-end;
        gap: 8px;
      }
      textarea {
        flex: 1;
        min-width: 0;
        max-height: 40vh;
      }
      textarea::placeholder {
        color: var(--lumo-tertiary-text-color);
      }
      button {
        display: grid;
        place-items: center;
        flex: none;
        width: 44px;
        height: 44px;
        border: 0;
        border-radius: 12px;
        background: var(--lumo-primary-color);
        color: var(--lumo-primary-contrast-color);
        cursor: pointer;
      }
      button:disabled {
        background: var(--console-hover);
        color: var(--lumo-tertiary-text-color);
        cursor: default;
      }
      .over {
        margin-top: 6px;
        color: var(--lumo-error-text-color);
        font-size: var(--lumo-font-size-s);
      }
    `,
  ];

  @property() conversationId = "";
  @state() private text = "";
  @query("textarea") private field!: HTMLTextAreaElement;

  readonly #narrow = window.matchMedia("(max-width: 720px)");
  #toldTypingAt = 0;
  #taken: Words | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.text = drafts.of(this.conversationId);
  }

  override focus(): void {
    this.field.focus();
  }

  /** Adds the words at the caret; they count as the article's as long as they are sent unchanged. */
  insert({ text: words, article }: Words): void {
    if (article) this.#taken = { text: words, article };
    const { selectionStart, selectionEnd } = this.field;
    const before = this.text.slice(0, selectionStart);
    const gap = before === "" || before.endsWith("\n") ? "" : "\n\n";
    this.#write(before + gap + words + this.text.slice(selectionEnd));
    this.focus();
  }

  #write(text: string): void {
    this.text = text;
    drafts.keep(this.conversationId, text);
  }

  #onInput(): void {
    this.#write(this.field.value);
    const now = Date.now();
    if (now - this.#toldTypingAt < TYPING_TOLD_EVERY_MS) return;
    this.#toldTypingAt = now;
    this.tell("typing");
  }

  #send(): void {
    if (this.text.trim() === "" || this.#over() > 0) return;
    const text = this.text;
    const article = this.#taken && text.includes(this.#taken.text) ? this.#taken.article : undefined;
    this.#taken = undefined;
    this.#write("");
    this.tell<Words>("say", { text, ...(article && { article }) });
  }

  #over = () => [...this.text].length - MAX_CHARACTERS;

  protected override render() {
    const over = this.#over();
    return html`<form
        @submit=${(event: Event) => {
          event.preventDefault();
          this.#send();
        }}
      >
        <textarea
          rows="1"
          aria-label=${msg("Ответ жителю")}
          placeholder=${this.#narrow.matches ? msg("Ответ") : msg("Ответ. Enter отправляет, Shift+Enter — новая строка")}
          .value=${live(this.text)}
          aria-invalid=${over > 0}
          @input=${() => this.#onInput()}
          @keydown=${(event: KeyboardEvent) => sendByEnter(event, () => this.#send())}
        ></textarea>
        <button aria-label=${msg("Отправить")} ?disabled=${this.text.trim() === "" || over > 0}>
          ${icon("send")}
        </button>
      </form>
      ${over > 0 ? html`<p class="over" role="alert">${msg(str`Слишком длинно: лишних знаков ${over}. Разделите на два сообщения.`)}</p>` : nothing}`;
  }
}
