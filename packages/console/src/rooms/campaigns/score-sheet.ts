import { msg, str } from "@lit/localize";
import "@vaadin/text-area";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import type { Judgement } from "./judgement.ts";
import { inLanguage, type StaffCampaign } from "./words.ts";

/** Criterion → points. */
export type Points = Readonly<Record<string, number>>;

/**
 * The criteria of one work with their points.
 *
 * @fires scored - `{ points, comment }` after each change
 */
@customElement("console-score-sheet")
export class ScoreSheet extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        align-content: start;
      }
      fieldset {
        margin: 0;
        padding: 8px 10px 10px;
        border: 1px solid var(--console-line);
        border-radius: 10px;
        min-width: 0;
      }
      fieldset.current {
        border-color: var(--lumo-primary-color);
        box-shadow: 0 0 0 1px var(--lumo-primary-color);
      }
      legend {
        padding: 0 4px;
        background: var(--lumo-base-color);
        font-weight: 600;
        font-size: var(--lumo-font-size-s);
      }
      .about {
        margin-bottom: 6px;
        color: var(--lumo-secondary-text-color);
        font-size: var(--lumo-font-size-xs);
      }
      .scale {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(24px, 1fr));
        gap: 3px;
      }
      .scale button {
        min-height: 36px;
        padding: 0;
        border: 1px solid var(--console-line);
        border-radius: 8px;
        background: none;
        color: inherit;
        font: inherit;
        font-variant-numeric: tabular-nums;
        cursor: pointer;
      }
      .scale button:hover {
        background: var(--console-hover);
      }
      .scale button[aria-pressed="true"] {
        border-color: var(--lumo-primary-color);
        background: var(--lumo-primary-color);
        color: var(--lumo-primary-contrast-color);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) criteria: StaffCampaign["criteria"] = [];
  @property() work = "";
  @property({ attribute: false }) points: Points = {};
  @property() comment = "";
  /** The juror's earlier scores have been read. */
  @property({ type: Boolean }) known = false;
  @property({ attribute: false }) saving: Judgement["saving"] = "saved";
  @state() private current = 0;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("work")) return;
    const open = this.criteria.findIndex(({ slug }) => this.points[slug] === undefined);
    this.current = Math.max(open, 0);
  }

  move(by: 1 | -1): void {
    this.current = Math.min(Math.max(this.current + by, 0), this.criteria.length - 1);
  }

  /** Gives the current criterion its points and goes to the next. */
  give(points: number): void {
    const criterion = this.criteria[this.current];
    if (!this.known || !criterion || points > criterion.max) return;
    this.#change({ ...this.points, [criterion.slug]: points }, this.comment);
    this.move(1);
  }

  #change(points: Points, comment: string): void {
    this.tell("scored", { points, comment });
  }

  protected override render() {
    if (!this.known) return html`<p class="quiet">${msg("Загружаем ваши баллы…")}</p>`;
    return html`
      ${this.criteria.map((criterion, index) => this.#renderCriterion(criterion, index))}
      <vaadin-text-area
        label=${msg("Заметка. Её видите только вы и организатор")}
        maxlength="1000"
        .value=${this.comment}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLElement && "value" in event.target) {
            this.#change(this.points, String(event.target.value));
          }
        }}
      ></vaadin-text-area>
      <p class="quiet" role="status">
        ${
          typeof this.saving === "object"
            ? html`<span class="tag error">${this.saving.refused}</span>`
            : this.saving === "saving"
              ? msg("Сохраняем…")
              : msg("Сохранено")
        }
      </p>
    `;
  }

  #renderCriterion(criterion: StaffCampaign["criteria"][number], index: number) {
    const { slug, title, description, descriptionEn, max } = criterion;
    const about = inLanguage({ ru: description, en: descriptionEn });
    return html`<fieldset
      class=${index === this.current ? "current" : ""}
      @click=${() => (this.current = index)}
    >
      <legend>${inLanguage(title)}</legend>
      ${about ? html`<p class="about">${about}</p>` : nothing}
      <div class="scale">
        ${Array.from(
          { length: max + 1 },
          (_, points) =>
            html`<button
              aria-pressed=${this.points[slug] === points}
              aria-label=${msg(str`${inLanguage(title)}: ${points}`)}
              @click=${() => {
                this.current = index;
                this.give(points);
              }}
            >
              ${points}
            </button>`,
        )}
      </div>
    </fieldset>`;
  }
}
