import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/combo-box";
import "@vaadin/text-field";
import { Router } from "@vaadin/router";
import type { OpenQuestion, StaffArticle } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../../parts/icons.ts";
import { dayAndMinute, percent } from "../../parts/moments.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import "./question-draft.ts";
import type { WrittenArticle } from "./question-draft.ts";
import { questionStyles } from "./question-styles.ts";
import { originSentence, withoutMasks } from "./question-words.ts";

type Value = CustomEvent<{ value: string }>;

/**
 * One question of residents, and what becomes of it.
 *
 * @fires question-decided - the question
 * @fires question-back - a decision was taken back
 * @fires close-question
 */
@customElement("console-open-question")
export class OpenQuestionDetail extends RoomElement {
  static override styles = [pageStyles, questionStyles];

  @property({ attribute: false }) question!: OpenQuestion;
  @state() private chosen = "";
  @state() private phrasing = "";
  @state() private writing = false;
  @state() private busy = false;

  readonly #articles = new Task(this, {
    args: () => [this.question.locale] as const,
    task: async ([locale], { signal }) => (await this.desk.client.knowledge.drafts({ locale }, signal)).items,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.phrasing = withoutMasks(this.question.question);
    this.chosen = this.question.article?.slug ?? "";
  }

  async accept(): Promise<void> {
    const { id } = this.question;
    if (!this.chosen || !this.phrasing.trim() || this.question.state === "accepted") return;
    await this.#decide(async () => {
      const { question, article } = await this.desk.client.knowledge.acceptQuestion({
        id,
        slug: this.chosen,
        phrasing: this.phrasing.trim(),
      });
      this.#taught(article, msg("Формулировка добавлена в черновик статьи."));
      return question;
    });
  }

  async reject(): Promise<void> {
    const { id, state } = this.question;
    if (state !== "open") return;
    await this.#decide(async () => {
      const { question } = await this.desk.client.knowledge.rejectQuestion({ id });
      const reopen = () => void this.#reopen(id);
      this.desk.notices.done(msg("Вопрос отклонён."), { label: msg("Вернуть"), run: reopen });
      return question;
    });
  }

  async #reopen(id: string): Promise<void> {
    await this.#decide(async () => {
      const { question } = await this.desk.client.knowledge.reopenQuestion({ id });
      this.tell("question-back");
      return question;
    });
  }

  async #makeArticle(written: WrittenArticle): Promise<void> {
    await this.#decide(async () => {
      const { question, article } = await this.desk.client.knowledge.draftFromQuestion({
        id: this.question.id,
        locale: this.question.locale,
        ...written,
      });
      this.#taught(article, msg("Черновик статьи создан."));
      return question;
    });
  }

  #taught({ slug, locale }: StaffArticle, said: string): void {
    this.desk.notices.done(said, {
      label: msg("Открыть статью"),
      run: () => Router.go(`/console/articles?article=${slug}&locale=${locale}`),
    });
  }

  async #decide(act: () => Promise<OpenQuestion>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      this.tell("question-decided", await act());
    } catch (error) {
      this.desk.notices.refusal(error);
    } finally {
      this.busy = false;
    }
  }

  protected override render() {
    const { question, origin, times, lastAt, confidence, state, decidedBy } = this.question;
    return html`
      <header>
        <button
          class="square close"
          aria-label=${msg("К списку")}
          @click=${() => this.tell("close-question")}
        >
          ${icon("back")}
        </button>
        <div class="grow">
          <h1>${question}</h1>
          <p class="quiet">
            ${originSentence(origin)}
            ${
              times > 1
                ? msg(str`Спрашивали раз: ${times}, последний — ${dayAndMinute(lastAt)}.`)
                : msg(str`Спросили ${dayAndMinute(lastAt)}.`)
            }
            ${confidence === undefined ? nothing : msg(str`Уверенность: ${percent(confidence)}.`)}
          </p>
          ${decidedBy && state !== "open" ? html`<p class="quiet">${msg(str`Решение: ${decidedBy}.`)}</p>` : nothing}
        </div>
        ${
          state === "open"
            ? html`<vaadin-button theme="tertiary error" ?disabled=${this.busy} @click=${() => this.reject()}>
                ${msg("Отклонить")} <kbd>X</kbd>
              </vaadin-button>`
            : state === "rejected"
              ? html`<vaadin-button ?disabled=${this.busy} @click=${() => this.#reopen(this.question.id)}>
                  ${msg("Вернуть")}
                </vaadin-button>`
              : nothing
        }
      </header>
      ${state === "accepted" ? this.#renderAccepted() : this.#renderTeaching()}
    `;
  }

  #renderAccepted() {
    const { article, locale } = this.question;
    if (!article) return nothing;
    return html`<section class="panel">
      <p>
        ${msg("Добавлен к статье:")}
        <a href="/console/articles?article=${article.slug}&locale=${locale}">${article.question}</a>
      </p>
    </section>`;
  }

  #renderTeaching() {
    const { answer } = this.question;
    return html`${
        answer
          ? html`<section class="panel" aria-label=${msg("Оператор ответил")}>
              <h2>${msg("Оператор ответил")}</h2>
              <p class="answered">${answer}</p>
            </section>`
          : nothing
      }
      <section class="panel" aria-label=${msg("Добавить к статье")}>
        <h2>${msg("Добавить к статье")}</h2>
        ${this.#renderOffered()}
        <vaadin-combo-box
          label=${msg("Статья")}
          .items=${this.#articles.value ?? []}
          item-value-path="slug"
          item-label-path="question"
          .value=${this.#articles.value ? this.chosen : ""}
          @value-changed=${({ detail }: Value) => {
            if (this.#articles.value) this.chosen = detail.value;
          }}
        ></vaadin-combo-box>
        <vaadin-text-field
          label=${msg("Формулировка")}
          maxlength="300"
          .value=${this.phrasing}
          @value-changed=${({ detail }: Value) => (this.phrasing = detail.value)}
        ></vaadin-text-field>
        <p class="quiet">${msg("Она попадёт в черновик статьи и начнёт работать после публикации.")}</p>
        <div class="row">
          <vaadin-button
            theme="primary"
            ?disabled=${this.busy || !this.chosen || !this.phrasing.trim()}
            @click=${() => this.accept()}
          >
            ${msg("Добавить")} <kbd>A</kbd>
          </vaadin-button>
          <vaadin-button ?disabled=${this.writing} @click=${() => (this.writing = true)}>
            ${msg("Новая статья…")}
          </vaadin-button>
        </div>
      </section>
      ${
        this.writing
          ? html`<console-question-draft
              .question=${this.phrasing}
              .answer=${answer ?? ""}
              .topics=${[...new Set((this.#articles.value ?? []).map(({ topic }) => topic))].toSorted()}
              ?busy=${this.busy}
              @article-written=${({ detail }: CustomEvent<WrittenArticle>) => this.#makeArticle(detail)}
              @cancelled=${() => (this.writing = false)}
            ></console-question-draft>`
          : nothing
      }`;
  }

  #renderOffered() {
    const { article, offered, origin } = this.question;
    const others = offered.filter(({ slug }) => slug !== article?.slug);
    if (!article && others.length === 0) return nothing;
    const line = (slug: string, title: string, note: string) =>
      html`<label>
        <input
          type="radio"
          name="article"
          .checked=${this.chosen === slug}
          @change=${() => (this.chosen = slug)}
        />
        ${title} <span class="quiet">${note}</span>
      </label>`;
    return html`<fieldset class="offered">
      <legend>
        ${origin === "sent_by_operator" && others.length === 0 ? msg("Статья") : msg("Помощник предлагал")}
      </legend>
      ${
        article
          ? line(
              article.slug,
              article.question,
              origin === "picked" ? msg("выбрал житель") : msg("отправил оператор"),
            )
          : nothing
      }
      ${others.map(({ slug, title }) => line(slug, title, ""))}
    </fieldset>`;
  }
}
