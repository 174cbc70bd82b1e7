import { msg } from "@lit/localize";
import "@vaadin/combo-box";
import "@vaadin/text-area";
import "@vaadin/text-field";
import type { Hotline } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { renderDay } from "../../parts/date-fields.ts";
import { pageStyles } from "../../parts/styles.ts";
import type { Draft, Field } from "./draft.ts";
import { topicName } from "../../parts/topic-name.ts";
import { fieldName } from "./words.ts";

type Value = CustomEvent<{ value: string }>;

/**
 * An article's fields.
 *
 * @fires field-changed - `{ field, value }`
 * @fires slug-changed - a new article's name in addresses
 */
@customElement("console-article-fields")
export class ArticleFields extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
        padding: 10px 18px 18px;
        border: 1px solid var(--console-line);
        border-radius: 12px;
        background: var(--lumo-base-color);
      }
      :host > * {
        width: 100%;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
        gap: 8px 14px;
      }
      console-answer-field:not(:defined) {
        display: block;
        min-height: 300px;
      }
      .phrasings {
        min-height: 110px;
      }
    `,
  ];

  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) departments: readonly Hotline[] = [];
  @property({ attribute: false }) topics: readonly string[] = [];
  /** The field that the server refused. */
  @property() refusedField: string | undefined;
  @property({ type: Boolean, attribute: "asks-slug" }) asksSlug = false;
  @property() slug = "";

  override connectedCallback(): void {
    super.connectedCallback();
    // The editor is the greatest part of this room's code: it comes with the first article that is opened.
    void import("./answer/answer-field.ts");
  }

  #write(field: Field, value: string): void {
    if (value !== this.draft[field]) this.tell("field-changed", { field, value });
  }

  protected override render() {
    return html`
      ${this.#renderText("question")}
      ${
        this.asksSlug
          ? html`<vaadin-text-field
              label=${msg("Имя в адресе, латиницей")}
              allowed-char-pattern="[a-z0-9\\-]"
              ?invalid=${this.refusedField === "slug"}
              .value=${this.slug}
              @value-changed=${({ detail }: Value) => detail.value !== this.slug && this.tell("slug-changed", detail.value)}
            ></vaadin-text-field>`
          : nothing
      }
      ${this.#renderArea("alternatives", "phrasings")}
      <console-answer-field
        .label=${fieldName("answer")}
        .value=${this.draft.answer}
        .invalid=${this.refusedField === "answer"}
        @answer-changed=${({ detail }: CustomEvent<string>) => this.#write("answer", detail)}
      ></console-answer-field>
      <div class="pair">
        ${this.#renderChoice(
          "topic",
          this.topics.map((topic) => ({ value: topic, label: topicName(topic) })),
        )}
        ${this.#renderChoice(
          "department",
          this.departments.map(({ slug, name }) => ({ value: slug, label: name })),
        )}
        ${this.#renderText("sourceTitle")} ${this.#renderText("sourceUrl")} ${this.#renderDate("updated")}
        ${this.#renderDate("expires")} ${this.#renderDate("reviewOn")}
      </div>
    `;
  }

  #renderText(field: Field) {
    return html`<vaadin-text-field
      label=${fieldName(field)}
      ?invalid=${this.refusedField === field}
      .value=${this.draft[field]}
      @value-changed=${({ detail }: Value) => this.#write(field, detail.value)}
    ></vaadin-text-field>`;
  }

  #renderArea(field: Field, look: string) {
    return html`<vaadin-text-area
      class=${look}
      label=${fieldName(field)}
      ?invalid=${this.refusedField?.startsWith(field) ?? false}
      .value=${this.draft[field]}
      @value-changed=${({ detail }: Value) => this.#write(field, detail.value)}
    ></vaadin-text-area>`;
  }

  #renderChoice(field: Field, offered: readonly { readonly value: string; readonly label: string }[]) {
    const value = this.draft[field];
    // A value that is not among the items, because they are still to come, would be emptied by the field.
    const known = value === "" || offered.some((item) => item.value === value);
    const items = known
      ? offered
      : [...offered, { value, label: field === "topic" ? topicName(value) : value }];
    return html`<vaadin-combo-box
      label=${fieldName(field)}
      ?allow-custom-value=${field === "topic"}
      clear-button-visible
      ?invalid=${this.refusedField === field}
      .items=${items}
      .value=${value}
      @value-changed=${({ detail }: Value) => this.#write(field, detail.value)}
    ></vaadin-combo-box>`;
  }

  #renderDate(field: Field) {
    return renderDay({
      label: fieldName(field),
      value: this.draft[field],
      write: (day) => this.#write(field, day),
      invalid: this.refusedField === field,
    });
  }
}
