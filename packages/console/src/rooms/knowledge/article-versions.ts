import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { Hotline, Locale, StaffArticleVersion } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { dayAndMinute } from "../../parts/moments.ts";
import { shownAfresh } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { differences, type Piece } from "./differences.ts";
import { draftOf, emptyDraft, FIELDS } from "./draft.ts";
import { fieldName, fieldWords } from "./words.ts";

const PAGE = 20;

/**
 * Every save of an article: who, when, what it changed; and back to any of them.
 *
 * @fires restore-version - the version whose words are wanted again
 */
@customElement("console-article-versions")
export class ArticleVersions extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        gap: 10px;
        padding: 14px 18px;
        border: 1px solid var(--console-line);
        border-radius: 12px;
        background: var(--lumo-base-color);
      }
      ol {
        display: grid;
        gap: 2px;
        list-style: none;
      }
      summary {
        padding: 6px 0;
        cursor: pointer;
      }
      .change {
        display: grid;
        gap: 8px;
        padding: 4px 0 10px 16px;
      }
      .words {
        max-height: 320px;
        overflow: auto;
        font-size: var(--lumo-font-size-s);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      ins {
        background: var(--console-success-soft);
        color: var(--lumo-success-text-color);
      }
      del {
        background: var(--console-error-soft);
        color: var(--lumo-error-text-color);
      }
    `,
  ];

  @property() slug = "";
  @property() locale: Locale = "ru";
  /** The latest; a newer one is read with those before it. */
  @property({ type: Number }) version = 0;
  @property({ type: Number }) publishedVersion: number | undefined;
  @property({ attribute: false }) departments: readonly Hotline[] = [];
  @state() private limit = PAGE;

  readonly #reading = new Task(this, {
    args: () => [this.slug, this.locale, this.version, this.limit] as const,
    // One more than is shown, so that the last that is shown has something to be compared with.
    task: async ([slug, locale, , limit], { signal }) =>
      (await this.desk.client.knowledge.versions({ slug, locale, limit: limit + 1 }, signal)).items,
  });

  protected override render() {
    return html`<h2>${msg("Версии")}</h2>
      ${shownAfresh(this.#reading, (versions) => this.#renderList(versions))}`;
  }

  #renderList(versions: readonly StaffArticleVersion[]) {
    return html`<ol>
        ${versions.slice(0, this.limit).map((version, at) => html`<li>${this.#renderVersion(version, versions[at + 1])}</li>`)}
      </ol>
      ${
        versions.length > this.limit
          ? html`<div>
              <vaadin-button
                theme="tertiary small"
                @click=${() => (this.limit = Math.min(99, this.limit + PAGE))}
                >${msg("Раньше")}</vaadin-button
              >
            </div>`
          : nothing
      }`;
  }

  #renderVersion(version: StaffArticleVersion, before: StaffArticleVersion | undefined) {
    const { version: number, savedAt, savedBy, publishedAt } = version;
    return html`<details>
      <summary>
        ${msg(str`Версия ${number}`)}
        <span class="quiet">${savedBy}, ${dayAndMinute(savedAt)}</span>
        ${
          number === this.publishedVersion
            ? html`<span class="tag success">${msg("Опубликована")}</span>`
            : publishedAt
              ? html`<span class="tag">${msg("Была опубликована")}</span>`
              : nothing
        }
      </summary>
      <div class="change">
        ${this.#renderChange(version, before)}
        ${
          number === this.version
            ? nothing
            : html`<div>
                <vaadin-button
                  theme="small"
                  aria-label=${msg(str`Вернуть версию ${number}`)}
                  @click=${() => this.tell("restore-version", version)}
                  >${msg("Вернуть эту версию")}</vaadin-button
                >
              </div>`
        }
      </div>
    </details>`;
  }

  #renderChange(version: StaffArticleVersion, before: StaffArticleVersion | undefined) {
    const [earlier, later] = [before ? draftOf(before) : emptyDraft, draftOf(version)];
    const changed = FIELDS.filter((field) => earlier[field] !== later[field]);
    if (changed.length === 0) return html`<p class="quiet">${msg("Слова не изменились.")}</p>`;
    return changed.map((field) => {
      const [was, is] = [earlier, later].map((draft) => fieldWords(field, draft[field], this.departments));
      return html`<section aria-label=${fieldName(field)}>
        <h3>${fieldName(field)}</h3>
        <p class="words" tabindex="0">${differences(was ?? "", is ?? "").map(renderPiece)}</p>
      </section>`;
    });
  }
}

const renderPiece = ({ kind, text }: Piece) =>
  kind === "same" ? text : kind === "new" ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
