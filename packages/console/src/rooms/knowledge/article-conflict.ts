import { msg, str } from "@lit/localize";
import "@vaadin/button";
import type { Hotline, StaffArticle } from "@veche/protocol";
import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { pageStyles } from "../../parts/styles.ts";
import { type Draft, differing, draftOf, type Field } from "./draft.ts";
import { fieldName, fieldWords } from "./words.ts";

/**
 * A colleague's newer version beside one's own, field by field.
 *
 * @fires take-field - `{ field, value }`: theirs is wanted
 * @fires settled - what is on screen now may be saved over theirs
 */
@customElement("console-article-conflict")
export class ArticleConflict extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        padding: 14px 18px;
        border: 1px solid var(--console-line);
        border-radius: 12px;
        background: var(--console-warning-soft);
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr));
        gap: 10px;
      }
      .side {
        display: grid;
        align-content: start;
        gap: 6px;
        padding: 10px 12px;
        border-radius: 8px;
        background: var(--lumo-base-color);
      }
      pre {
        max-height: 260px;
        margin: 0;
        overflow: auto;
        font: inherit;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) mine!: Draft;
  @property({ attribute: false }) theirs!: StaffArticle;
  @property({ attribute: false }) departments: readonly Hotline[] = [];

  #words(field: Field, value: string): string {
    return fieldWords(field, value, this.departments) || "—";
  }

  protected override render() {
    const theirs = draftOf(this.theirs);
    const fields = differing(this.mine, theirs);
    return html`
      <h2>
        ${msg(str`${this.theirs.changedBy} сохранил(а) версию ${this.theirs.version} ${dayAndMinute(this.theirs.changedAt)}`)}
      </h2>
      <p>${msg("Ваш текст цел. Сравните, возьмите нужное и сохраните снова.")}</p>
      ${fields.map(
        (field) =>
          html`<section>
            <h3>${fieldName(field)}</h3>
            <div class="pair">
              <div class="side">
                <span class="quiet">${msg("Ваше")}</span>
                <pre tabindex="0">${this.#words(field, this.mine[field])}</pre>
              </div>
              <div class="side">
                <span class="quiet">${this.theirs.changedBy}</span>
                <pre tabindex="0">${this.#words(field, theirs[field])}</pre>
                <div>
                  <vaadin-button
                    theme="small"
                    @click=${() => this.tell("take-field", { field, value: theirs[field] })}
                  >
                    ${msg("Взять это")}
                  </vaadin-button>
                </div>
              </div>
            </div>
          </section>`,
      )}
      <div>
        <vaadin-button theme="primary" @click=${() => this.tell("settled")}>
          ${fields.length > 0 ? msg("Оставить моё в остальном") : msg("Теперь совпадает")}
        </vaadin-button>
      </div>
    `;
  }
}
