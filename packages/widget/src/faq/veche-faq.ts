import type { ArticleSummary } from "@veche/protocol";
import { buttonStyles, noticeStyles, ResidentElement } from "@veche/ui";
import { panelStyles } from "@veche/ui/panel.ts";
import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { msg, str } from "@lit/localize";
import type { Address } from "../requests/ask.ts";
import { Loading } from "../requests/loading.ts";
import { trouble } from "../requests/trouble.ts";
import { type ArticleList, articlesFor } from "./article-client.ts";
import "./article-answer.ts";

/** After the last letter, so that a word is one question to the server. */
const TYPING_MS = 250;
/** Of a topic at first; the rest on request. */
const SHOWN_AT_FIRST = 12;

/**
 * The city's approved answers, searched as one types.
 *
 * @csspart search - the field
 * @csspart question - one question's row
 */
@customElement("veche-faq")
export class VecheFaq extends ResidentElement {
  static override styles = ResidentElement.dressed(
    buttonStyles,
    noticeStyles,
    panelStyles,
    css`
      .scaled {
        gap: 1rem;
        max-inline-size: 48rem;
      }
      .search {
        display: grid;
        gap: 0.25rem;
        font-weight: 500;
      }
      input {
        inline-size: 100%;
        min-block-size: var(--_touch);
        padding: 0.4em 0.8em;
        border: 1px solid var(--_line-strong);
        border-radius: var(--_radius-small);
        background: var(--_surface);
        color: var(--_text);
        font-weight: 400;
      }
      input::placeholder {
        color: var(--_text-2);
        opacity: 1;
      }
      .topics {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .topics [aria-pressed="true"] {
        border-color: var(--_accent);
        background: var(--_accent-soft);
        color: var(--_on-accent-soft);
      }
      li {
        border-block-end: 1px solid var(--_line);
      }
      summary {
        min-block-size: var(--_touch);
        padding-block: 0.6rem;
        font-weight: 500;
        cursor: pointer;
      }
      .count {
        color: var(--_text-2);
      }
      .more {
        justify-self: start;
      }
    `,
  );

  /** A topic's slug: only its articles are shown. */
  @property() topic = "";
  @state() private query = "";
  @state() private chosenTopic = "";
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private showsAll = false;

  protected readonly texts = () => import("./english.ts");
  readonly #loading = new Loading<ArticleList>(this);
  #address: Address = { server: "", locale: "" };
  #typing: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const spoken = this.#address.server === this.server && this.#address.locale === this.language;
    if (spoken && !changed.has("topic")) return;
    this.#address = { server: this.server, locale: this.language };
    this.#search();
  }

  protected override render() {
    const { now } = this.#loading;
    return html`<div class="veche">
      <div class="scaled">
        <label class="search"
          >${msg("Что вы хотите узнать?")}
          <input
            type="search"
            part="search"
            maxlength="400"
            autocomplete="off"
            .value=${this.query}
            placeholder=${msg("Например: детский сад")}
            @input=${this.#typed}
          />
        </label>
        ${
          now.kind === "done"
            ? this.#list(now.value)
            : now.kind === "failed"
              ? trouble(now.problem, () => this.#search())
              : html`<p role="status">${msg("Ищем…")}</p>`
        }
      </div>
    </div>`;
  }

  #list({ items, topics }: ArticleList) {
    const shown = this.showsAll ? items : items.slice(0, SHOWN_AT_FIRST);
    return html`${
        this.topic || this.query || topics.length < 2
          ? nothing
          : html`<div class="topics" role="group" aria-label=${msg("Темы")}>
              ${topics.map(({ topic, title }) => this.#topicButton(topic, title))}
            </div>`
      }
      <p class="count" role="status">
        ${
          items.length === 0
            ? msg("Ничего не нашли. Напишите иначе или спросите в чате.")
            : msg(str`Ответов: ${items.length}`)
        }
      </p>
      <ul role="list">
        ${repeat(
          shown,
          ({ slug, locale }) => `${slug}.${locale}`,
          (item) => html`<li>${this.#question(item)}</li>`,
        )}
      </ul>
      ${
        shown.length < items.length
          ? html`<button type="button" class="button more" @click=${() => (this.showsAll = true)}>
              ${msg("Показать все")}
            </button>`
          : nothing
      }`;
  }

  #topicButton(topic: string, title: string) {
    const isChosen = this.chosenTopic === topic;
    return html`<button
      type="button"
      class="button"
      aria-pressed=${isChosen ? "true" : "false"}
      @click=${() => {
        this.chosenTopic = isChosen ? "" : topic;
        this.#search();
      }}
    >
      ${title}
    </button>`;
  }

  #question({ slug, locale, question }: ArticleSummary) {
    return html`<details part="question" @toggle=${(event: Event) => this.#toggle(slug, event)}>
      <summary lang=${locale}>${question}</summary>
      ${
        this.opened.has(slug)
          ? html`<veche-article-answer
              .address=${this.#address}
              .slug=${slug}
              .locale=${locale}
            ></veche-article-answer>`
          : nothing
      }
    </details>`;
  }

  #toggle(slug: string, event: Event) {
    if ((event.target as HTMLDetailsElement).open) this.opened = new Set(this.opened).add(slug);
  }

  #typed(event: Event) {
    this.query = (event.target as HTMLInputElement).value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#search(), TYPING_MS);
  }

  #search() {
    const address = this.#address;
    const wanted = { query: this.query.trim(), topic: this.topic || this.chosenTopic };
    this.showsAll = false;
    // The answers before stay until the new ones are there: a list that blinks at every letter is hard to read.
    const anew = this.#loading.now.kind !== "done";
    void this.#loading.run((signal) => articlesFor(address, wanted, signal), { anew });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-faq": VecheFaq;
  }
}
