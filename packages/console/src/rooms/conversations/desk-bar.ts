import { msg, str } from "@lit/localize";
import type { OperatorView, Presence } from "@veche/protocol";
import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { presenceName } from "./words.ts";

const PRESENCES = ["here", "break", "away"] as const satisfies readonly Presence[];

/**
 * The operator's own place: whether they are there, the next conversation, the end of the shift.
 *
 * @fires presence - the new one
 * @fires take-next
 * @fires end-shift
 */
@customElement("console-desk-bar")
export class DeskBar extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 6px;
        padding: 0 12px 10px;
      }
      select,
      button {
        min-height: 40px;
        padding: 0 10px;
        border: 1px solid var(--console-line);
        border-radius: 8px;
        background: var(--lumo-base-color);
        color: inherit;
        font: inherit;
        font-size: var(--lumo-font-size-s);
        cursor: pointer;
      }
      .next {
        border-color: transparent;
        background: var(--lumo-primary-color);
        color: var(--lumo-primary-contrast-color);
      }
      .there {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 8px;
      }
      p {
        margin: 0;
      }
      .end {
        min-height: 32px;
        padding: 0;
        border-color: transparent;
        background: none;
        color: var(--lumo-primary-text-color);
      }
      .end:hover {
        background: var(--console-hover);
      }
      @media (max-width: 860px) {
        .end {
          min-height: 44px;
        }
      }
    `,
  ];

  @property() me = "";
  @property({ attribute: false }) operators: readonly OperatorView[] = [];

  #onChange({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.tell("presence", target.value);
  }

  protected override render() {
    const mine = this.operators.find(({ id }) => id === this.me);
    const here = this.operators.filter(({ presence, connected }) => connected && presence === "here").length;
    return html`
      <select aria-label=${msg("Вы сейчас")} @change=${(event: Event) => this.#onChange(event)}>
        ${PRESENCES.map(
          (presence) =>
            html`<option value=${presence} ?selected=${(mine?.presence ?? "here") === presence}>
              ${presenceName(presence)}
            </option>`,
        )}
      </select>
      <button class="next" title="N" @click=${() => this.tell("take-next")}>${msg("Следующий")}</button>
      <div class="there">
        <p class="quiet">
          ${msg(str`На смене: ${here}.`)}
          ${
            mine
              ? mine.mostOpen === undefined
                ? msg(str`У вас открыто: ${mine.open}.`)
                : msg(str`У вас открыто: ${mine.open} из ${mine.mostOpen}.`)
              : ""
          }
        </p>
        <button class="end" @click=${() => this.tell("end-shift")}>${msg("Закончить смену")}</button>
      </div>
    `;
  }
}
