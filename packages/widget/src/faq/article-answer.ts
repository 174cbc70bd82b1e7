import type { Article } from "@veche/protocol";
import { buttonStyles, noticeStyles, reset } from "@veche/ui";
import { safeHref } from "@veche/ui/markdown/safe-href.ts";
import { proseStyles } from "@veche/ui/markdown/styles.ts";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { msg, str, updateWhenLocaleChanges } from "@lit/localize";
import type { Address } from "../requests/ask.ts";
import { Loading } from "../requests/loading.ts";
import { trouble } from "../requests/trouble.ts";
import { dayInWords } from "../campaigns/dates-in-words.ts";
import { articleOf } from "./article-client.ts";
import { markdown } from "@veche/ui/markdown/render.ts";

/** One article's answer with its source and date, fetched when it is first wanted. */
@customElement("veche-article-answer")
export class VecheArticleAnswer extends LitElement {
  static override styles = [
    reset,
    buttonStyles,
    noticeStyles,
    proseStyles,
    css`
      .answer {
        padding-block: 0.25rem 1rem;
      }
      .source {
        margin-block-start: 0.75rem;
        color: var(--_text-2);
        font-size: max(14px, 0.9em);
      }
    `,
  ];

  @property({ attribute: false }) address!: Address;
  @property() slug = "";
  /** The language that the article is written in. */
  @property() locale = "ru";
  readonly #loading = new Loading<Article>(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  protected override render() {
    const { now } = this.#loading;
    if (now.kind === "pending") return html`<p role="status">${msg("Открываем ответ…")}</p>`;
    if (now.kind === "failed") return trouble(now.problem, () => this.#load());
    const { answer, source, updatedAt, locale, expired } = now.value;
    const href = source && safeHref(source.url);
    const inWords = (moment: string) => dayInWords(moment, new Date(), { locale: this.address.locale });
    return html`${
        expired
          ? html`<p class="notice" data-tone="warning">
              ${msg(str`Этот ответ мог устареть. Он проверен по ${inWords(expired)}.`)}
            </p>`
          : nothing
      }
      <div class="answer prose" lang=${locale}>${markdown(answer, 3)}</div>
      <p class="source">
        ${
          href
            ? html`${msg("Источник")}:
                <a href=${href} target="_blank" rel="noopener noreferrer">${source?.title || href}</a>. `
            : nothing
        }${msg(str`Проверено ${inWords(updatedAt)}.`)}
      </p>`;
  }

  #load() {
    void this.#loading.run(() => articleOf(this.address, this.slug, this.locale));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-article-answer": VecheArticleAnswer;
  }
}
