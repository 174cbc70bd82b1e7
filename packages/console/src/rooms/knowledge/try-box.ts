import { msg } from "@lit/localize";
import { Task, TaskStatus } from "@lit/task";
import "@vaadin/button";
import "@vaadin/text-field";
import type { ArticleDraft, Locale, TrialFinding } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Client } from "../../client/client.ts";
import { refusalText } from "../../client/server-refusal.ts";
import { ConsoleElement } from "../../parts/console-element.ts";
import { percent } from "../../parts/moments.ts";
import { pageStyles } from "../../parts/styles.ts";

const SHOWN = 5;

/**
 * Asks as a resident would, and shows what the assistant finds.
 *
 * @fires open-article - its slug
 */
@customElement("console-try-box")
export class TryBox extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 10px;
        padding: 14px 18px;
        border: 1px solid var(--console-line);
        border-radius: 12px;
        background: var(--lumo-base-color);
      }
      .ask {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      vaadin-text-field {
        flex: 1 1 12em;
        min-width: 0;
      }
      ol {
        display: grid;
        gap: 4px;
        padding-inline-start: 1.4em;
        font-size: var(--lumo-font-size-s);
      }
      .wanted {
        font-weight: 600;
      }
      button {
        padding: 0;
        border: 0;
        background: none;
        color: var(--lumo-primary-text-color);
        font: inherit;
        text-align: start;
        text-decoration: underline;
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) client!: Client;
  @property() locale: Locale = "ru";
  /** The article that should be found. */
  @property() wanted = "";
  /** Answers as if this stood published under the wanted name; from what is published when it is missing. */
  @property({ attribute: false }) draft: (ArticleDraft & { locale: Locale }) | undefined;
  @state() private question = "";

  readonly #asked = new Task(this, {
    autoRun: false,
    args: () => [this.question.trim(), this.locale] as const,
    task: ([question, locale], { signal }) => {
      const { knowledge } = this.client;
      const { draft, wanted: slug } = this;
      return draft && slug
        ? knowledge.tryDraft({ slug, locale, draft, question }, signal)
        : knowledge.tryQuestion({ question, locale }, signal);
    },
  });

  #ask(): void {
    if (this.question.trim()) void this.#asked.run();
  }

  protected override render() {
    return html`<h2>${msg("Проверить вопрос")}</h2>
      <p class="quiet">
        ${
          this.draft && this.wanted
            ? msg("Спросите, как спросил бы житель. Отвечает и текст с экрана, будто он опубликован.")
            : msg("Спросите, как спросил бы житель. Отвечают опубликованные статьи.")
        }
      </p>
      <div class="ask">
        <vaadin-text-field
          accessible-name=${msg("Вопрос жителя")}
          placeholder=${msg("Нет горячей воды")}
          .value=${this.question}
          @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.question = detail.value)}
          @keydown=${(event: KeyboardEvent) => event.key === "Enter" && this.#ask()}
        ></vaadin-text-field>
        <vaadin-button
          ?disabled=${!this.question.trim() || this.#asked.status === TaskStatus.PENDING}
          @click=${() => this.#ask()}
        >
          ${msg("Спросить")}
        </vaadin-button>
      </div>
      <div aria-live="polite">
        ${this.#asked.render({
          pending: () => html`<p class="quiet">${msg("Ищем…")}</p>`,
          complete: (found) => this.#renderFound(found),
          error: (error) => html`<p class="refusal">${refusalText(error)}</p>`,
        })}
      </div>`;
  }

  #renderFound({ outcome, confidence, repaired, ranked }: TrialFinding) {
    const said = {
      answer: msg("Помощник ответит первой статьёй"),
      choose: msg("Помощник предложит выбрать из нескольких"),
      operator: msg("Помощник не знает ответа и предложит оператора"),
    }[outcome];
    return html`<p>
        <span class="tag ${outcome === "answer" ? "success" : outcome === "choose" ? "accent" : "warning"}"
          >${percent(confidence)}</span
        >
        ${said}.
      </p>
      ${repaired ? html`<p class="quiet">${msg("Понято как:")} ${repaired}</p>` : nothing}
      <ol>
        ${ranked
          .slice(0, SHOWN)
          .map(
            ({ slug, question, expired }) =>
              html`<li class=${slug === this.wanted ? "wanted" : ""}>
                ${
                  this.wanted
                    ? question
                    : html`<button @click=${() => this.tell("open-article", slug)}>${question}</button>`
                }
                ${expired ? html`<span class="tag warning">${msg("Срок прошёл")}</span>` : nothing}
              </li>`,
          )}
      </ol>`;
  }
}
