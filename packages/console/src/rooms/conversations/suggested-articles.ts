import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { Article, Locale } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Client } from "../../client/client.ts";
import { isRefusal } from "../../client/server-refusal.ts";
import { ConsoleElement } from "../../parts/console-element.ts";
import { markdownStyles, renderMarkdown } from "../../parts/render-markdown.ts";
import { pageStyles } from "../../parts/styles.ts";
import type { Words } from "./composer.ts";

const SUGGESTED = 3;

/**
 * The approved articles nearest to the resident's last question.
 *
 * @fires insert-article - its words, to be edited
 * @fires send-article - its words, to be sent as it is
 */
@customElement("console-suggested-articles")
export class SuggestedArticles extends ConsoleElement {
  static override styles = [
    pageStyles,
    markdownStyles,
    css`
      :host {
        margin-top: 20px;
      }
      .suggestions {
        display: grid;
        gap: 8px;
        margin-top: 10px;
        list-style: none;
      }
      .suggestions > li {
        border: 1px solid var(--console-line);
        border-radius: 10px;
      }
      .question {
        display: flex;
        align-items: flex-start;
        gap: 8px;
        width: 100%;
        padding: 8px 10px;
        border: 0;
        border-radius: 10px;
        background: none;
        color: inherit;
        font: inherit;
        font-size: var(--lumo-font-size-s);
        text-align: start;
        cursor: pointer;
      }
      .question:hover {
        background: var(--console-hover);
      }
      .answer {
        padding: 0 10px 10px;
        font-size: var(--lumo-font-size-s);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        padding: 2px 6px 6px;
      }
    `,
  ];

  @property({ attribute: false }) client!: Client;
  @property() question: string | undefined;
  @property() locale: Locale = "ru";
  /** This operator may answer the conversation. */
  @property({ type: Boolean }) answerable = false;
  /** Words are looked at before they go anywhere, and no keys are bound here. */
  @property({ type: Boolean, attribute: "only-insert" }) onlyInsert = false;
  @state() private opened = 0;

  readonly #found = new Task(this, {
    args: () => [this.question, this.locale] as const,
    task: async ([question, locale], { signal }) => (question ? this.#find(question, locale, signal) : []),
  });

  /** Those on screen, best first. */
  get articles(): readonly Article[] {
    return this.#found.value ?? [];
  }

  /** Takes the n-th article, counted from 0, into the answer. */
  take(place: number, how: "insert" | "send"): void {
    const article = this.#found.value?.[place];
    if (article && this.answerable)
      this.tell<Words>(`${how}-article`, { text: answerOf(article), article: article.slug });
  }

  async #find(question: string, locale: Locale, signal: AbortSignal): Promise<readonly Article[]> {
    const { ranked } = await this.client.knowledge.tryQuestion({ question, locale }, signal);
    const found = await Promise.all(
      ranked.slice(0, SUGGESTED).map(({ slug }) => this.#read(slug, locale, signal)),
    );
    return found.filter((article) => article !== undefined);
  }

  /** An article that was taken off meanwhile is left out. */
  async #read(slug: string, locale: Locale, signal: AbortSignal): Promise<Article | undefined> {
    try {
      return (await this.client.knowledge.article({ slug, locale }, signal)).article;
    } catch (error) {
      if (isRefusal(error, "not_found")) return undefined;
      throw error;
    }
  }

  protected override render() {
    return html`<h2>${msg("Подходящие статьи")}</h2>
      ${this.#found.render({
        pending: () => html`<p class="quiet">${msg("Ищем…")}</p>`,
        complete: (articles) =>
          articles.length > 0
            ? html`<ol class="suggestions">
                ${articles.map((article, place) => this.#renderArticle(article, place))}
              </ol>`
            : html`<p class="quiet">${msg("Подходящих статей не нашлось.")}</p>`,
        error: (error) =>
          html`<p class="quiet" role="alert">
            ${isRefusal(error) ? error.message : msg("Поиск не удался.")}
          </p>`,
      })}`;
  }

  #renderArticle(article: Article, place: number) {
    const open = place === this.opened;
    return html`<li>
      <button class="question" aria-expanded=${open} @click=${() => (this.opened = open ? -1 : place)}>
        <kbd>${place + 1}</kbd> <span>${article.question}</span>
      </button>
      ${
        open
          ? html`${
                this.answerable
                  ? html`<div class="acts">
                      <vaadin-button theme="tertiary small" @click=${() => this.take(place, "insert")}>
                        ${msg("Вставить")} ${this.onlyInsert ? nothing : html`<kbd>Alt ${place + 1}</kbd>`}
                      </vaadin-button>
                      ${
                        this.onlyInsert
                          ? nothing
                          : html`<vaadin-button
                              theme="tertiary small"
                              @click=${() => this.take(place, "send")}
                            >
                              ${msg("Отправить")} <kbd>Alt Shift ${place + 1}</kbd>
                            </vaadin-button>`
                      }
                    </div>`
                  : nothing
              }
              <div class="answer">${renderMarkdown(article.answer)}</div>`
          : nothing
      }
    </li>`;
  }
}

/** The article as an operator sends it: the approved text with where it is from. */
const answerOf = ({ answer, source }: Article) =>
  source?.url ? `${answer}\n\n[${source.title || source.url}](${source.url})` : answer;
