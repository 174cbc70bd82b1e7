import { msg } from "@lit/localize";
import { Editor } from "@tiptap/core";
import { Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import "@vaadin/button";
import "@vaadin/text-field";
import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ConsoleElement } from "../../../parts/console-element.ts";
import { icon } from "../../../parts/icons.ts";
import { pageStyles } from "../../../parts/styles.ts";
import { type AnswerAct, answerActs, tableActs } from "./answer-acts.ts";
import { answerFieldStyles } from "./answer-field-styles.ts";
import { answerSchema } from "./answer-schema.ts";
import { copiedBlocks } from "./copied-blocks.ts";
import { documentOf } from "./read-answer.ts";
import { safeAddress } from "./safe-address.ts";
import { answerOf } from "./write-answer.ts";

/**
 * An article's answer as residents will see it, with its buttons. It reads and gives Markdown.
 *
 * @fires answer-changed - the text, when the person changed it
 */
@customElement("console-answer-field")
export class AnswerField extends ConsoleElement {
  static override styles = [pageStyles, answerFieldStyles];

  @property() label = "";
  @property() value = "";
  @property({ type: Boolean }) invalid = false;

  @state() private href: string | undefined;
  @state() private badHref = false;
  @query(".text") private place!: HTMLElement;
  #editor: Editor | undefined;
  /** What the editor holds, as it was read or given. */
  #held = "";

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#editor?.destroy();
    this.#editor = undefined;
  }

  protected override firstUpdated(): void {
    this.#start();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("value") && this.value !== this.#held) this.#read(this.value);
    if (changed.has("label") || changed.has("invalid")) {
      const { dom } = this.#editor?.view ?? {};
      dom?.setAttribute("aria-label", this.label);
      dom?.setAttribute("aria-invalid", String(this.invalid));
    }
  }

  #start(): void {
    this.#held = this.value;
    this.#editor = new Editor({
      element: this.place,
      extensions: answerSchema,
      content: documentOf(this.value),
      // The security policy refuses style elements; our own style sheet has the rules.
      injectCSS: false,
      editorProps: {
        attributes: { role: "textbox", "aria-multiline": "true", "aria-label": this.label },
        handlePaste: (view, event) => this.#take(view, event.clipboardData, view.state.selection.from),
        handleDrop: (view, event, _slice, moved) => {
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          return !moved && this.#take(view, event.dataTransfer, place?.pos, true);
        },
        handleKeyDown: (_view, event) => this.#onKey(event),
      },
      onUpdate: ({ editor }) => {
        this.#held = answerOf(editor.getJSON());
        this.tell("answer-changed", this.#held);
      },
      onTransaction: () => this.requestUpdate(),
    });
  }

  #read(text: string): void {
    this.#held = text;
    this.#editor?.commands.setContent(documentOf(text), { emitUpdate: false });
  }

  /** Puts in what was copied or dragged, cleaned. @returns whether there was something */
  #take(view: EditorView, data: DataTransfer | null, at: number | undefined, dropped = false): boolean {
    const content = data ? copiedBlocks(data) : [];
    if (content.length === 0) return false;
    const { schema, tr } = view.state;
    const slice = Slice.maxOpen(schema.nodeFromJSON({ type: "doc", content }).content);
    if (dropped && at !== undefined) tr.replaceRange(at, at, slice);
    else tr.replaceSelection(slice);
    view.dispatch(tr.scrollIntoView().setMeta("paste", true));
    return true;
  }

  #onKey(event: KeyboardEvent): boolean {
    if (event.code !== "KeyK" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
      return false;
    event.preventDefault();
    this.#openLink();
    return true;
  }

  #openLink = (): void => {
    this.badHref = false;
    this.href = String(this.#editor?.getAttributes("link")["href"] ?? "");
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(".address vaadin-text-field")?.focus(),
    );
  };

  #setLink(): void {
    const { href = "" } = this;
    const address = safeAddress(href);
    this.badHref = address === undefined;
    if (!address || !this.#editor) return;
    const chain = this.#editor.chain().focus().extendMarkRange("link");
    const marks = [{ type: "link", attrs: { href: address } }];
    if (this.#editor.state.selection.empty && !this.#editor.isActive("link"))
      chain.insertContent({ type: "text", text: href.trim(), marks }).run();
    else chain.setMark("link", { href: address }).run();
    this.href = undefined;
  }

  #dropLink(): void {
    this.#editor?.chain().focus().extendMarkRange("link").unsetMark("link").run();
    this.href = undefined;
  }

  #leaveLink(): void {
    this.href = undefined;
    this.#editor?.commands.focus();
  }

  #onToolbarKey(event: KeyboardEvent): void {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>(".tools button:not(:disabled)")];
    const at = buttons.findIndex((button) => button === event.target);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: -1,
    };
    const to = steps[event.key];
    if (to === undefined || at === -1) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  }

  protected override render() {
    const editor = this.#editor;
    return html`
      <span class="label" @click=${() => this.#editor?.commands.focus()}>${this.label}</span>
      <div class="box" ?data-invalid=${this.invalid}>
        <div
          class="tools"
          role="toolbar"
          aria-label=${msg("Оформление ответа")}
          @keydown=${this.#onToolbarKey}
        >
          ${answerActs(this.#openLink).map((act, at) => this.#renderAct(act, at === 0, editor))}
        </div>
        ${editor?.isActive("table") ? this.#renderTableActs(editor) : nothing}
        ${this.href === undefined ? nothing : this.#renderLink(this.href)}
        <div class="text"></div>
      </div>
    `;
  }

  #renderAct(act: AnswerAct, first: boolean, editor: Editor | undefined) {
    return html`<button
      type="button"
      tabindex=${first ? 0 : -1}
      aria-label=${act.label}
      title=${act.keys ? `${act.label} (${act.keys})` : act.label}
      aria-pressed=${act.isOn ? String(editor ? act.isOn(editor) : false) : nothing}
      ?disabled=${!editor || (act.isOff?.(editor) ?? false)}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => editor && act.run(editor)}
    >
      ${icon(act.sign)}
    </button>`;
  }

  #renderTableActs(editor: Editor) {
    return html`<div class="row" role="group" aria-label=${msg("Таблица")}>
      ${tableActs().map(
        (act) =>
          html`<vaadin-button theme="small tertiary" @click=${() => act.run(editor)}
            >${act.label}</vaadin-button
          >`,
      )}
    </div>`;
  }

  #renderLink(href: string) {
    return html`<div
      class="row address"
      role="group"
      aria-label=${msg("Ссылка")}
      @keydown=${(event: KeyboardEvent) => {
        if (
          event.key === "Enter" &&
          event.target instanceof HTMLElement &&
          event.target.localName !== "vaadin-button"
        )
          this.#setLink();
        else if (event.key === "Escape") this.#leaveLink();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <vaadin-text-field
        class="grow"
        label=${msg("Адрес ссылки")}
        placeholder="https://"
        manual-validation
        ?invalid=${this.badHref}
        error-message=${msg("Нужен адрес страницы, телефон или электронная почта.")}
        .value=${href}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.href = detail.value)}
      ></vaadin-text-field>
      <vaadin-button theme="small primary" @click=${() => this.#setLink()}>${msg("Поставить")}</vaadin-button>
      ${
        this.#editor?.isActive("link")
          ? html`<vaadin-button theme="small" @click=${() => this.#dropLink()}
              >${msg("Убрать ссылку")}</vaadin-button
            >`
          : nothing
      }
      <vaadin-button theme="small tertiary" @click=${() => this.#leaveLink()}>${msg("Отмена")}</vaadin-button>
    </div>`;
  }
}
