import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/combo-box";
import "@vaadin/text-area";
import "@vaadin/text-field";
import { html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { slugOf } from "../../parts/slug.ts";
import { questionStyles } from "./question-styles.ts";
import { topicName } from "../../parts/topic-name.ts";
import { fieldName } from "./words.ts";

export interface WrittenArticle {
  readonly slug: string;
  readonly question: string;
  readonly topic: string;
  readonly answer: string;
}

type Value = CustomEvent<{ value: string }>;

/**
 * The least of a new article that a question needs; the rest is written in the article's own page.
 *
 * @fires article-written - {@link WrittenArticle}
 * @fires cancelled
 */
@customElement("console-question-draft")
export class QuestionDraft extends ConsoleElement {
  static override styles = [pageStyles, questionStyles];

  /** The article's question, to begin with. */
  @property() question = "";
  @property({ attribute: false }) topics: readonly string[] = [];
  @property({ type: Boolean }) busy = false;
  /** What an operator answered, to begin with. */
  @property() answer = "";
  @state() private topic = "";

  #written(): WrittenArticle | undefined {
    const question = this.question.trim();
    const answer = this.answer.trim();
    const slug = slugOf(question);
    return question.length >= 3 && answer && this.topic && slug
      ? { slug, question, topic: this.topic, answer }
      : undefined;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>("vaadin-text-field")?.focus();
  }

  protected override render() {
    const written = this.#written();
    return html`<section class="panel" aria-label=${msg("Новая статья")}>
      <h2>${msg("Новая статья")}</h2>
      <vaadin-text-field
        label=${fieldName("question")}
        maxlength="300"
        .value=${this.question}
        @value-changed=${({ detail }: Value) => (this.question = detail.value)}
      ></vaadin-text-field>
      <vaadin-combo-box
        label=${fieldName("topic")}
        allow-custom-value
        .items=${this.topics.map((topic) => ({ value: topic, label: topicName(topic) }))}
        @value-changed=${({ detail }: Value) => (this.topic = detail.value)}
      ></vaadin-combo-box>
      <vaadin-text-area
        label=${fieldName("answer")}
        maxlength="10000"
        .value=${this.answer}
        @value-changed=${({ detail }: Value) => (this.answer = detail.value)}
      ></vaadin-text-area>
      <p class="quiet">
        ${msg("Сохранится черновик. Источник и срок добавьте в самой статье, потом опубликуйте.")}
      </p>
      <div class="row">
        <vaadin-button
          theme="primary"
          ?disabled=${this.busy || !written}
          @click=${() => this.tell("article-written", written)}
        >
          ${msg("Создать черновик")}
        </vaadin-button>
        <vaadin-button theme="tertiary" @click=${() => this.tell("cancelled")}
          >${msg("Отмена")}</vaadin-button
        >
      </div>
    </section>`;
  }
}
