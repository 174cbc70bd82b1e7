import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { Hotline, Locale, StaffArticle, StaffArticleVersion } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { isRefusal, type ServerRefusal } from "../../client/server-refusal.ts";
import { icon } from "../../parts/icons.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { markdownStyles, renderMarkdown } from "../../parts/render-markdown.ts";
import { refusalNote, shownAfresh } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { slugOf } from "../../parts/slug.ts";
import { pageStyles } from "../../parts/styles.ts";
import "./article-checks.ts";
import type { ArticleChecks } from "./article-checks.ts";
import "./article-conflict.ts";
import { articleEditorStyles } from "./article-editor-styles.ts";
import "./article-fields.ts";
import "./article-versions.ts";
import { type Draft, differing, draftOf, emptyDraft, type Field, savedOf, triedOf } from "./draft.ts";
import "./try-box.ts";

/**
 * One article: its draft, how it will look, and publishing. A save that a colleague overtook is shown beside
 * theirs; nothing of either is lost.
 *
 * @fires article-saved - the article
 * @fires close-article
 */
@customElement("console-article-editor")
export class ArticleEditor extends RoomElement {
  static override styles = [pageStyles, markdownStyles, articleEditorStyles];

  /** Empty for an article that is yet to be. */
  @property() slug = "";
  @property() locale: Locale = "ru";
  @property({ attribute: false }) departments: readonly Hotline[] = [];
  @property({ attribute: false }) topics: readonly string[] = [];

  @state() private article: StaffArticle | undefined;
  @state() private draft: Draft = emptyDraft;
  @state() private newSlug = "";
  @state() private theirs: StaffArticle | undefined;
  @state() private refusal: ServerRefusal | undefined;
  @state() private busy = false;
  @query("console-article-checks") private checks!: ArticleChecks | null;

  readonly #reading = new Task(this, {
    args: () => [this.slug, this.locale] as const,
    task: async ([slug, locale], { signal }) => {
      if (!slug || this.article?.slug === slug) return;
      this.#show((await this.desk.client.knowledge.draft({ slug, locale }, signal)).article);
    },
  });

  #show(article: StaffArticle): void {
    this.article = article;
    this.draft = draftOf(article);
  }

  #changed(): boolean {
    return differing(this.draft, this.article ? draftOf(this.article) : emptyDraft).length > 0;
  }

  /** True when there is nothing to lose, or the person agrees to lose it. */
  mayLeave(): boolean {
    return !this.#changed() || window.confirm(msg("Изменения не сохранены. Уйти без них?"));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeunload", this.#beforeUnload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeunload", this.#beforeUnload);
  }

  #beforeUnload = (event: BeforeUnloadEvent) => {
    if (this.#changed()) event.preventDefault();
  };

  #write(field: Field, value: string): void {
    const followsQuestion = this.newSlug === slugOf(this.draft.question);
    this.draft = { ...this.draft, [field]: value };
    if (field === "question" && followsQuestion) this.newSlug = slugOf(value);
  }

  /** @returns the saved article, or nothing when it was refused */
  async #save(): Promise<StaffArticle | undefined> {
    const slug = this.slug || this.newSlug;
    return this.#attempt(async () => {
      const { article } = await this.desk.client.knowledge.save({
        slug,
        expectedVersion: this.article?.version ?? 0,
        ...savedOf(this.draft, this.locale),
      });
      this.theirs = undefined;
      this.#show(article);
      this.tell("article-saved", article);
      return article;
    });
  }

  async #publish(): Promise<void> {
    if (this.checks && !(await this.checks.mayPublish())) return;
    const saved = this.#changed() ? await this.#save() : this.article;
    if (!saved) return;
    await this.#attempt(async () => {
      const { slug, locale, version: expectedVersion } = saved;
      const { article } = await this.desk.client.knowledge.publish({ slug, locale, expectedVersion });
      this.#show(article);
      this.tell("article-saved", article);
      this.desk.notices.done(msg("Опубликовано. Следующий же вопрос получит этот ответ."));
      return article;
    });
  }

  async #unpublish({ slug, locale }: StaffArticle): Promise<void> {
    await this.#attempt(async () => {
      const { article } = await this.desk.client.knowledge.unpublish({ slug, locale });
      const { draft } = this;
      this.#show(article);
      this.draft = draft;
      this.tell("article-saved", article);
      this.desk.notices.done(msg("Снято с публикации. Помощник больше так не отвечает."));
      return article;
    });
  }

  async #attempt(act: () => Promise<StaffArticle>): Promise<StaffArticle | undefined> {
    this.busy = true;
    this.refusal = undefined;
    try {
      return await act();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.refusal = error;
      if (error.code === "conflict" && this.article) await this.#readTheirs(this.article);
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  async #readTheirs({ slug, version }: StaffArticle): Promise<void> {
    const { article } = await this.desk.client.knowledge.draft({ slug, locale: this.locale });
    if (article.version !== version) this.theirs = article;
  }

  /** The words of an earlier version as a new one; what stands on screen and was not saved goes only if agreed to. */
  async #restore(version: StaffArticleVersion): Promise<void> {
    if (!this.mayLeave()) return;
    this.draft = draftOf(version);
    if (await this.#save())
      this.desk.notices.done(
        msg(str`Слова версии ${version.version} вернулись в черновик. Осталось опубликовать.`),
      );
  }

  /** Goes on from the colleague's version with what is on screen. */
  #settle(): void {
    if (!this.theirs) return;
    this.article = this.theirs;
    this.theirs = undefined;
    this.refusal = undefined;
  }

  protected override render() {
    if (this.slug && !this.article) {
      return shownAfresh(this.#reading, () => nothing);
    }
    const tried = triedOf(this.draft, this.locale);
    return html`
      ${this.#renderHeader()} ${refusalNote(this.refusal)}
      ${
        this.theirs
          ? html`<console-article-conflict
              .mine=${this.draft}
              .theirs=${this.theirs}
              .departments=${this.departments}
              @take-field=${({ detail }: CustomEvent<{ field: Field; value: string }>) =>
                this.#write(detail.field, detail.value)}
              @settled=${() => this.#settle()}
            ></console-article-conflict>`
          : nothing
      }
      <div class="halves">
        <console-article-fields
          .draft=${this.draft}
          .departments=${this.departments}
          .topics=${this.topics}
          .refusedField=${this.refusal?.field}
          ?asks-slug=${!this.slug}
          .slug=${this.newSlug}
          @field-changed=${({ detail }: CustomEvent<{ field: Field; value: string }>) =>
            this.#write(detail.field, detail.value)}
          @slug-changed=${({ detail }: CustomEvent<string>) => (this.newSlug = detail)}
        ></console-article-fields>
        <div class="beside">
          <section class="panel preview" aria-label=${msg("Как увидит житель")}>
            <h2>${msg("Как увидит житель")}</h2>
            ${this.draft.answer ? renderMarkdown(this.draft.answer) : html`<p class="quiet">${msg("Здесь появится ответ.")}</p>`}
            ${this.draft.sourceTitle ? html`<p class="quiet">${msg("Источник:")} ${this.draft.sourceTitle}</p>` : nothing}
          </section>
          <console-try-box
            .client=${this.desk.client}
            .locale=${this.locale}
            .wanted=${this.slug || this.newSlug}
            .draft=${tried}
          ></console-try-box>
          <console-article-checks
            .slug=${this.slug || this.newSlug}
            .locale=${this.locale}
            .draft=${tried}
            ?stored=${this.article !== undefined}
          ></console-article-checks>
          ${
            this.article
              ? html`<console-article-versions
                  .slug=${this.article.slug}
                  .locale=${this.locale}
                  .version=${this.article.version}
                  .departments=${this.departments}
                  .publishedVersion=${this.article.publishedVersion}
                  @restore-version=${({ detail }: CustomEvent<StaffArticleVersion>) => this.#restore(detail)}
                ></console-article-versions>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  #renderHeader() {
    const { article } = this;
    const published = article?.publishedVersion;
    return html`<header>
      <button class="square" aria-label=${msg("К списку")} @click=${() => this.tell("close-article")}>
        ${icon("back")}
      </button>
      <div class="grow">
        <h1>${article ? article.question : msg("Новая статья")}</h1>
        ${
          article
            ? html`<p class="quiet">
                ${msg(str`Версия ${article.version}, ${article.changedBy}, ${dayAndMinute(article.changedAt)}`)}
                ${
                  published === undefined
                    ? html`<span class="tag warning">${msg("Не опубликована")}</span>`
                    : html`<span class="tag success">${msg(str`Опубликована версия ${published}`)}</span>`
                }
              </p>`
            : nothing
        }
      </div>
      ${
        article && published !== undefined
          ? html`<vaadin-button
              theme="tertiary error"
              ?disabled=${this.busy}
              @click=${() => this.#unpublish(article)}
            >
              ${msg("Снять")}
            </vaadin-button>`
          : nothing
      }
      <vaadin-button ?disabled=${this.busy || !this.#changed()} @click=${() => this.#save()}>
        ${msg("Сохранить черновик")}
      </vaadin-button>
      <vaadin-button
        theme="primary"
        ?disabled=${this.busy || (!this.#changed() && published === article?.version)}
        @click=${() => this.#publish()}
      >
        ${msg("Опубликовать")}
      </vaadin-button>
    </header>`;
  }
}
