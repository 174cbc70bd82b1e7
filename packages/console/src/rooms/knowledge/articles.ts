import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/select";
import "@vaadin/text-field";
import type { Locale, StaffArticle } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../parts/icons.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { nothingFound, shown } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { articlesStyles } from "./articles-styles.ts";
import "./article-editor.ts";
import type { ArticleEditor } from "./article-editor.ts";
import "../city/import-dialog.ts";
import "./try-box.ts";
import { isIn, isPast, type View, viewName, VIEWS } from "./article-views.ts";
import { topicName } from "../../parts/topic-name.ts";

const NEW = "new";
const SEARCH_WAITS_MS = 250;
const SHOWN_AT_FIRST = 100;

/** The editors' room: what the assistant may answer. */
@customElement("console-articles")
export class Articles extends RoomElement {
  static override styles = [pageStyles, articlesStyles];

  @state() private wanted = "";
  @state() private limit = SHOWN_AT_FIRST;
  @query("console-article-editor") private editor!: ArticleEditor | null;

  readonly #address = new QueryController(this);
  #typing: ReturnType<typeof setTimeout> | undefined;

  readonly #list = new Task(this, {
    args: () => [this.wanted, this.#locale()] as const,
    task: async ([wanted, locale], { signal }) =>
      (await this.desk.client.knowledge.drafts({ query: wanted || undefined, locale }, signal)).items,
  });

  readonly #departments = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await this.desk.client.city.hotlines({}, signal)).items,
  });

  #locale(): Locale {
    return this.#address.get("locale") === "en" ? "en" : "ru";
  }

  /** Leaves what is open only when nothing would be lost. */
  #open(slug: string | undefined): void {
    if (slug !== this.#address.get("article") && this.editor && !this.editor.mayLeave()) return;
    this.#address.set({ article: slug }, "step");
  }

  #onSearch(value: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.limit = SHOWN_AT_FIRST;
      this.wanted = value.trim();
    }, SEARCH_WAITS_MS);
  }

  /** Those that the chosen view shows, or all. */
  #inView(items: readonly StaffArticle[]): readonly StaffArticle[] {
    const view = VIEWS.find((name) => name === this.#address.get("view"));
    return view ? items.filter((article) => isIn(view, article)) : items;
  }

  protected override render() {
    const open = this.#address.get("article");
    return html`<div class="columns" data-showing=${open ? "article" : "list"}>
      <section class="list" aria-label=${msg("Статьи")}>
        ${this.#renderHeader()} ${shown(this.#list, (items) => this.#renderList(items, open))}
      </section>
      ${
        open
          ? this.#renderEditor(open)
          : html`<div class="trying">
              <console-list-files
                .desk=${this.desk}
                list="articles"
                @list-changed=${() => this.#list.run()}
              ></console-list-files>
              <console-try-box
                .client=${this.desk.client}
                .locale=${this.#locale()}
                @open-article=${({ detail }: CustomEvent<string>) => this.#open(detail)}
              ></console-try-box>
            </div>`
      }
    </div>`;
  }

  #renderHeader() {
    return html`<header>
      <div class="row">
        <h1 class="grow">${msg("Статьи")}</h1>
        <vaadin-button theme="primary small" @click=${() => this.#open(NEW)}>
          ${icon("plus")} ${msg("Новая")}
        </vaadin-button>
      </div>
      <div class="row search">
        <vaadin-text-field
          class="grow"
          accessible-name=${msg("Найти статью")}
          placeholder=${msg("Найти статью")}
          clear-button-visible
          @value-changed=${({ detail }: CustomEvent<{ value: string }>) => this.#onSearch(detail.value)}
        ></vaadin-text-field>
        <vaadin-select
          accessible-name=${msg("Язык статей")}
          .items=${[
            { value: "ru", label: "RU" },
            { value: "en", label: "EN" },
          ]}
          .value=${this.#locale()}
          @value-changed=${({ detail }: CustomEvent<{ value: string }>) => {
            if (detail.value && detail.value !== this.#locale() && (this.editor?.mayLeave() ?? true)) {
              this.#address.set({ locale: detail.value, article: undefined });
            }
          }}
        ></vaadin-select>
      </div>
      <vaadin-select
        accessible-name=${msg("Какие статьи показать")}
        .items=${[
          { value: "all", label: msg("Все статьи") },
          ...VIEWS.map((value) => ({ value, label: viewName(value, this.#howMany(value)) })),
        ]}
        .value=${this.#address.get("view") ?? "all"}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => {
          const view = VIEWS.find((it) => it === detail.value);
          if (detail.value && view !== this.#address.get("view")) this.#address.set({ view });
        }}
      ></vaadin-select>
    </header>`;
  }

  #howMany(view: View): number {
    return (this.#list.value ?? []).filter((article) => isIn(view, article)).length;
  }

  #renderList(all: readonly StaffArticle[], open: string | undefined) {
    const items = this.#inView(all);
    if (items.length === 0) return nothingFound();
    return html`<ul>
      ${repeat(
        items.slice(0, this.limit),
        ({ slug }) => slug,
        (article) => html`<li>${this.#renderLine(article, article.slug === open)}</li>`,
      )}
      ${
        items.length > this.limit
          ? html`<li class="more">
              <vaadin-button theme="tertiary" @click=${() => (this.limit += SHOWN_AT_FIRST)}>
                ${msg("Показать ещё")}
              </vaadin-button>
            </li>`
          : nothing
      }
    </ul>`;
  }

  #renderLine(article: StaffArticle, chosen: boolean) {
    const { slug, question, topic, version, publishedVersion, expires, reviewOn } = article;
    return html`<button aria-current=${chosen ? "true" : "false"} @click=${() => this.#open(slug)}>
      <span>${question}</span>
      <span class="facts">
        <span>${topicName(topic)}</span>
        ${
          publishedVersion === undefined
            ? html`<span class="tag warning">${msg("Не опубликована")}</span>`
            : publishedVersion < version
              ? html`<span class="tag accent">${msg("Есть черновик")}</span>`
              : nothing
        }
        ${isPast(expires) || isPast(reviewOn) ? html`<span class="tag warning">${msg("Срок прошёл")}</span>` : nothing}
        ${isIn("review", article) ? html`<span class="tag warning">${msg("Пора проверить")}</span>` : nothing}
      </span>
    </button>`;
  }

  #renderEditor(slug: string) {
    return html`<div class="article">
      ${keyed(
        `${slug} ${this.#locale()}`,
        html`<console-article-editor
          .slug=${slug === NEW ? "" : slug}
          .locale=${this.#locale()}
          .departments=${this.#departments.value ?? []}
          .topics=${[...new Set((this.#list.value ?? []).map(({ topic }) => topic))].toSorted()}
          @article-saved=${({ detail }: CustomEvent<StaffArticle>) => {
            void this.#list.run();
            if (slug === NEW) this.#address.set({ article: detail.slug });
          }}
          @close-article=${() => this.#open(undefined)}
        ></console-article-editor>`,
      )}
    </div>`;
  }
}
