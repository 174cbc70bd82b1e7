import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import "@vaadin/text-area";
import "@vaadin/text-field";
import type { CannedText } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { CANNED_VARIABLES, type CannedValues, fillCanned } from "./canned.ts";

type Edited = Pick<CannedText, "id" | "title" | "text">;

/**
 * Texts that are sent often: chosen by words, put into the answer with their variables filled, and kept here too.
 *
 * @fires canned-chosen - the filled text
 */
@customElement("console-canned-dialog")
export class CannedDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        gap: 8px;
        width: min(520px, 78vw);
      }
      ul {
        display: grid;
        gap: 4px;
        max-height: 46vh;
        overflow-y: auto;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      li vaadin-button:first-child {
        flex: 1;
        justify-content: flex-start;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) values: CannedValues = {};
  @state() private open = false;
  @state() private texts: readonly CannedText[] = [];
  @state() private words = "";
  @state() private edited: Edited | undefined;

  async show(): Promise<void> {
    [this.words, this.edited, this.open] = ["", undefined, true];
    try {
      this.texts = (await this.desk.client.conversations.cannedTexts({})).items;
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  #close = () => (this.open = false);

  #take({ text }: CannedText): void {
    this.#close();
    this.tell("canned-chosen", fillCanned(text, this.values));
  }

  async #save(): Promise<void> {
    const edited = this.edited;
    if (!edited) return;
    try {
      const { text } = await this.desk.client.conversations.saveCannedText(edited);
      this.texts = [...this.texts.filter(({ id }) => id !== text.id), text].toSorted((a, b) =>
        a.title.localeCompare(b.title),
      );
      this.edited = undefined;
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  async #drop({ id }: CannedText): Promise<void> {
    try {
      await this.desk.client.conversations.dropCannedText({ id });
      this.texts = this.texts.filter((text) => text.id !== id);
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  protected override render() {
    return html`<vaadin-dialog
      header-title=${msg("Готовые тексты")}
      .opened=${this.open}
      @opened-changed=${openedOrLeft(this.#close)}
    >
      <div class="content">${this.edited ? this.#renderEditor(this.edited) : this.#renderList()}</div>
      <div slot="footer">${this.edited ? this.#renderEditorActs(this.edited) : this.#renderListActs()}</div>
    </vaadin-dialog>`;
  }

  #renderList() {
    const wanted = this.words.toLowerCase();
    const shown = this.texts.filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(wanted));
    return html`<vaadin-text-field
        data-first
        label=${msg("Найти")}
        .value=${this.words}
        @value-changed=${(event: CustomEvent<{ value: string }>) => (this.words = event.detail.value)}
        @keydown=${(event: KeyboardEvent) => event.key === "Enter" && shown[0] && this.#take(shown[0])}
      ></vaadin-text-field>
      ${shown.length === 0 ? html`<p class="quiet">${msg("Таких текстов нет. Добавьте свой.")}</p>` : nothing}
      <ul>
        ${shown.map(
          (text) =>
            html`<li>
              <vaadin-button theme="tertiary" title=${text.text} @click=${() => this.#take(text)}
                >${text.title}</vaadin-button
              >
              <vaadin-button theme="tertiary small" @click=${() => (this.edited = text)}
                >${msg("Изменить")}</vaadin-button
              >
              <vaadin-button theme="tertiary small error" @click=${() => this.#drop(text)}
                >${msg("Удалить")}</vaadin-button
              >
            </li>`,
        )}
      </ul>`;
  }

  #renderListActs() {
    return html`<vaadin-button theme="tertiary" @click=${this.#close}>${msg("Закрыть")}</vaadin-button>
      <vaadin-button @click=${() => (this.edited = { id: this.desk.newId(), title: "", text: "" })}>
        ${msg("Новый текст")}
      </vaadin-button>`;
  }

  #renderEditor(edited: Edited) {
    return html`<vaadin-text-field
        data-first
        label=${msg("Название")}
        .value=${edited.title}
        @value-changed=${(event: CustomEvent<{ value: string }>) => (this.edited = { ...edited, title: event.detail.value })}
      ></vaadin-text-field>
      <vaadin-text-area
        label=${msg("Текст")}
        helper-text=${CANNED_VARIABLES.map((name) => `{{${name}}}`).join(" ")}
        .value=${edited.text}
        @value-changed=${(event: CustomEvent<{ value: string }>) => (this.edited = { ...edited, text: event.detail.value })}
      ></vaadin-text-area>`;
  }

  #renderEditorActs({ title, text }: Edited) {
    return html`<vaadin-button theme="tertiary" @click=${() => (this.edited = undefined)}
        >${msg("Назад")}</vaadin-button
      >
      <vaadin-button theme="primary" ?disabled=${!title.trim() || !text.trim()} @click=${() => this.#save()}>
        ${msg("Сохранить")}
      </vaadin-button>`;
  }
}
