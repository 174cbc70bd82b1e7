import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/text-area";
import type { AlikeArticle, ArticleDraft, Locale, TestResult } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../../parts/icons.ts";
import { percent } from "../../parts/moments.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";

/** Of what a check was made, and what it found. */
interface Checked {
  readonly of: string;
  readonly alike: readonly AlikeArticle[];
  readonly tests: readonly TestResult[];
}

/**
 * What publishing the draft on screen would do: which articles it repeats, and which test questions
 * would go elsewhere.
 */
@customElement("console-article-checks")
export class ArticleChecks extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
        padding: 14px 18px;
        border: 1px solid var(--console-line);
        border-radius: 12px;
        background: var(--lumo-base-color);
      }
      ul {
        display: grid;
        gap: 6px;
        padding-inline-start: 1.2em;
        font-size: var(--lumo-font-size-s);
      }
      .good {
        color: var(--lumo-success-text-color);
      }
      vaadin-text-area {
        width: 100%;
      }
    `,
  ];

  @property() slug = "";
  @property() locale: Locale = "ru";
  /** As it stands on screen; undefined while it could not be saved. */
  @property({ attribute: false }) draft: (ArticleDraft & { locale: Locale }) | undefined;
  /** The article is stored, so that test questions can be kept with it. */
  @property({ type: Boolean }) stored = false;
  @state() private checked: Checked | undefined;
  @state() private questions: string | undefined;
  @state() private kept = "";
  @state() private busy = false;

  protected override updated(): void {
    if (this.stored && this.questions === undefined) void this.#readQuestions();
  }

  async #readQuestions(): Promise<void> {
    this.questions = "";
    await this.#attempt(async () => {
      const { questions } = await this.desk.client.knowledge.testQuestions(this.#article());
      this.kept = this.questions = questions.join("\n");
    });
  }

  async #saveQuestions(): Promise<void> {
    const questions = (this.questions ?? "").split("\n").flatMap((line) => line.trim() || []);
    await this.#attempt(async () => {
      const saved = await this.desk.client.knowledge.saveTestQuestions({ ...this.#article(), questions });
      this.kept = this.questions = saved.questions.join("\n");
    });
    await this.check();
  }

  #article() {
    return { slug: this.slug, locale: this.locale };
  }

  /** Checks what is on screen. */
  async check(): Promise<void> {
    const { draft } = this;
    if (!draft || !this.slug) return;
    await this.#attempt(async () => {
      const asked = { ...this.#article(), draft };
      const { knowledge } = this.desk.client;
      const [alike, run] = await Promise.all([
        knowledge.alikeArticles(asked),
        knowledge.runTestQuestions(asked),
      ]);
      this.checked = { of: JSON.stringify(draft), alike: alike.items, tests: run.items };
    });
  }

  /** Checks if need be; asks whether to go on where something was found. */
  async mayPublish(): Promise<boolean> {
    if (this.checked?.of !== JSON.stringify(this.draft)) await this.check();
    const { alike = [], tests = [] } = this.checked ?? {};
    const lost = tests.filter(({ goesElsewhere }) => goesElsewhere).length;
    const found = [
      alike.length > 0 && msg(str`Похожих статей: ${alike.length}.`),
      lost > 0 && msg(str`Проверочных вопросов, которые уйдут к другим статьям: ${lost}.`),
    ].filter(Boolean);
    return found.length === 0 || window.confirm([...found, msg("Всё равно опубликовать?")].join("\n"));
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await act();
    } catch (error) {
      this.desk.notices.refusal(error);
    } finally {
      this.busy = false;
    }
  }

  protected override render() {
    const outdated = this.checked && this.checked.of !== JSON.stringify(this.draft);
    return html`
      <div class="row">
        <h2 class="grow">${msg("Перед публикацией")}</h2>
        <vaadin-button theme="small" ?disabled=${this.busy || !this.draft} @click=${() => this.check()}>
          ${msg("Проверить черновик")}
        </vaadin-button>
      </div>
      <div aria-live="polite">
        ${outdated ? html`<p class="quiet">${msg("С тех пор текст изменился: проверьте снова.")}</p>` : nothing}
        ${this.checked ? html`${this.#renderAlike(this.checked)} ${this.#renderTests(this.checked)}` : nothing}
      </div>
      ${this.stored ? this.#renderQuestions() : nothing}
    `;
  }

  #renderAlike({ alike }: Checked) {
    if (alike.length === 0) return html`<p class="good">${icon("check")} ${msg("Похожих статей нет.")}</p>`;
    return html`<p>${icon("warning")} ${msg("Похожие статьи. Возможно, хватит одной:")}</p>
      <ul>
        ${alike.map(
          ({ slug, question, questionLikeness, answerLikeness }) =>
            html`<li>
              <a href="/console/articles?article=${slug}&locale=${this.locale}" target="_blank"
                >${question}</a
              >
              <span class="quiet"
                >${msg(str`вопрос: ${percent(questionLikeness)}, ответ: ${percent(answerLikeness)}`)}</span
              >
            </li>`,
        )}
      </ul>`;
  }

  /** The article that a test question belongs to: the one on screen, or a neighbour by the name that is known of it. */
  #titleOf(slug: string, now: { slug?: string | null; title?: string | null }): string {
    if (slug === this.slug) return msg("эта статья");
    return now.slug === slug && now.title ? now.title : slug;
  }

  #renderTests({ tests }: Checked) {
    if (tests.length === 0) return nothing;
    const lost = tests.filter(({ goesElsewhere }) => goesElsewhere);
    if (lost.length === 0) {
      return html`<p class="good">
        ${icon("check")} ${msg(str`Все проверочные вопросы на месте: ${tests.length}.`)}
      </p>`;
    }
    return html`<p>${icon("warning")} ${msg("Эти вопросы уйдут к другим статьям:")}</p>
      <ul>
        ${lost.map(
          ({ question, now, slug, afterPublishing }) =>
            html`<li>
              ${question}
              <span class="quiet"
                >${this.#titleOf(slug, now)} → ${afterPublishing.title ?? msg("ни одна статья")}</span
              >
            </li>`,
        )}
      </ul>`;
  }

  #renderQuestions() {
    return html`<vaadin-text-area
        label=${msg("Проверочные вопросы")}
        helper-text=${msg("По одному в строке. Они должны и дальше находить эту статью. Жители их не видят.")}
        .value=${this.questions ?? ""}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.questions = detail.value)}
      ></vaadin-text-area>
      <div>
        <vaadin-button
          theme="small"
          ?disabled=${this.busy || this.questions === this.kept}
          @click=${() => this.#saveQuestions()}
        >
          ${msg("Сохранить вопросы")}
        </vaadin-button>
      </div>`;
  }
}
