import { msg } from "@lit/localize";
import "@vaadin/button";
import type { OperatorView } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { drafts } from "./drafts.ts";
import { namedIn, whomMeant } from "./notes.ts";
import { sendByEnter, writingStyles } from "./writing.ts";

export interface NoteWords {
  readonly text: string;
  readonly mentions: readonly string[];
}

/**
 * Where staff write to each other beside a conversation. «@» names a colleague, who is told.
 *
 * @fires note - the words and who is named
 * @fires leave-note
 */
@customElement("console-note-field")
export class NoteField extends ConsoleElement {
  static override styles = [
    pageStyles,
    writingStyles,
    css`
      form {
        display: grid;
        gap: 6px;
        padding: 8px;
        border-radius: 12px;
        background: var(--console-warning-soft);
      }
      textarea {
        border-radius: 10px;
      }
      .whom button {
        min-height: 32px;
        padding: 0 10px;
        border: 1px solid var(--console-line);
        border-radius: 999px;
        background: var(--lumo-base-color);
        color: inherit;
        font: inherit;
        font-size: var(--lumo-font-size-s);
        cursor: pointer;
      }
    `,
  ];

  @property() conversationId = "";
  @property({ attribute: false }) colleagues: readonly OperatorView[] = [];
  @state() private text = "";
  @query("textarea") private field!: HTMLTextAreaElement;

  get #draft(): string {
    return `note.${this.conversationId}`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.text = drafts.of(this.#draft);
    void this.updateComplete.then(() => this.field.focus());
  }

  #write(text: string): void {
    this.text = text;
    drafts.keep(this.#draft, text);
  }

  #name({ name }: OperatorView): void {
    this.#write(this.text.replace(/@[^@\n]*$/, `@${name} `));
    this.field.focus();
  }

  #send(): void {
    const text = this.text.trim();
    if (text === "") return;
    this.#write("");
    this.tell<NoteWords>("note", { text, mentions: namedIn(text, this.colleagues) });
  }

  protected override render() {
    const meant = whomMeant(this.text, this.colleagues);
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        this.#send();
      }}
    >
      <textarea
        rows="1"
        maxlength="2000"
        aria-label=${msg("Заметка для коллег")}
        placeholder=${msg("Заметка для коллег: житель её не увидит. @ — позвать коллегу")}
        .value=${live(this.text)}
        @input=${() => this.#write(this.field.value)}
        @keydown=${(event: KeyboardEvent) => sendByEnter(event, () => this.#send())}
      ></textarea>
      ${
        meant.length > 0
          ? html`<div class="row whom">
              ${meant.map((it) => html`<button type="button" @click=${() => this.#name(it)}>${it.name}</button>`)}
            </div>`
          : nothing
      }
      <div class="row">
        <vaadin-button
          theme="primary small"
          ?disabled=${this.text.trim() === ""}
          @click=${() => this.#send()}
        >
          ${msg("Записать")}
        </vaadin-button>
        <vaadin-button theme="tertiary small" @click=${() => this.tell("leave-note")}>
          ${msg("К ответу жителю")}
        </vaadin-button>
      </div>
    </form>`;
  }
}
