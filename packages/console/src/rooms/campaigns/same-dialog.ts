import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import "@vaadin/text-area";
import "@vaadin/text-field";
import type { StaffEntry } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { pageStyles } from "../../parts/styles.ts";
import { renderPicture } from "./picture.ts";

/** The other work, and other words for the parent than the usual ones. */
export interface SameChosen {
  readonly sameAs: { readonly campaign: string; readonly number: number };
  readonly reason: string | undefined;
}

/**
 * Asks which work the chosen ones are the same as: one of those that look alike, or by its number.
 *
 * @fires same-chosen - SameChosen
 */
@customElement("console-same-dialog")
export class SameDialog extends ConsoleElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        width: min(520px, 78vw);
      }
      vaadin-text-area,
      vaadin-text-field {
        width: 100%;
      }
      .alike {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(120px, 1fr));
        gap: 8px;
      }
      .alike button {
        display: grid;
        gap: 4px;
        padding: 6px;
        border: 2px solid var(--console-line);
        border-radius: 10px;
        background: none;
        color: inherit;
        font: inherit;
        font-size: var(--lumo-font-size-s);
        cursor: pointer;
      }
      .alike button[aria-pressed="true"] {
        border-color: var(--lumo-primary-color);
      }
      .alike img {
        width: 100%;
        height: 90px;
        object-fit: contain;
      }
    `,
  ];

  @state() private entries: readonly StaffEntry[] = [];
  @state() private campaign = "";
  @state() private number = "";
  @state() private reason = "";

  ask(entries: readonly StaffEntry[]): void {
    const [first] = entries;
    this.entries = entries;
    this.campaign = first?.campaign ?? "";
    this.number = "";
    this.reason = "";
    const [likeliest] = this.#alike();
    if (likeliest && entries.length === 1) this.#choose(likeliest);
  }

  #close = () => (this.entries = []);

  #choose({ campaign, number }: { readonly campaign: string; readonly number: number }): void {
    this.campaign = campaign;
    this.number = String(number);
  }

  #give(): void {
    const { campaign, reason } = this;
    const number = Number(this.number);
    this.#close();
    const chosen: SameChosen = { sameAs: { campaign, number }, reason: reason.trim() || undefined };
    this.tell("same-chosen", chosen);
  }

  /** What looks like any of the chosen works, each once, and is none of them. */
  #alike(): readonly StaffEntry["similar"][number][] {
    const own = new Set(this.entries.map(({ id }) => id));
    const found = this.entries.flatMap(({ similar }) => similar).filter(({ id }) => !own.has(id));
    return [...new Map(found.map((work) => [work.id, work])).values()];
  }

  protected override render() {
    const { length } = this.entries;
    const number = Number(this.number);
    const isReady = Number.isInteger(number) && number > 0;
    return html`<vaadin-dialog
      header-title=${length > 1 ? msg(str`Та же работа, что и другая: ${length}`) : msg("Та же работа, что и другая")}
      .opened=${length > 0}
      @opened-changed=${openedOrLeft(this.#close)}
    >
      ${length > 0 ? this.#renderContent() : nothing}
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#close}>${msg("Отмена")}</vaadin-button
        ><vaadin-button theme="primary error" ?disabled=${!isReady} @click=${() => this.#give()}>
          ${msg("Не показывать повтор")}
        </vaadin-button>
      </div>
    </vaadin-dialog>`;
  }

  #renderContent() {
    const alike = this.#alike();
    const own = this.entries[0]?.campaign;
    return html`<div class="content">
      ${
        alike.length > 0
          ? html`<div class="alike" role="group" aria-label=${msg("Похожие работы")}>
              ${alike.map(
                (work) =>
                  html`<button
                    type="button"
                    aria-pressed=${this.campaign === work.campaign && this.number === String(work.number)}
                    @click=${() => this.#choose(work)}
                  >
                    ${renderPicture(work.image, "", 120)}
                    <span>№ ${work.number}${work.campaign === own ? nothing : html`, ${work.campaign}`}</span>
                  </button>`,
              )}
            </div>`
          : nothing
      }
      <vaadin-text-field
        data-first
        label=${msg("Номер другой работы")}
        inputmode="numeric"
        pattern="[0-9]*"
        .value=${this.number}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => {
          if (detail.value === this.number) return;
          this.number = detail.value;
          this.campaign = own ?? "";
        }}
      ></vaadin-text-field>
      <vaadin-text-area
        label=${msg("Что написать родителю, если не как обычно")}
        helper-text=${msg("Обычно пишем: такая работа уже есть под этим номером, одну работу показываем один раз.")}
        maxlength="500"
        .value=${this.reason}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.reason = detail.value)}
      ></vaadin-text-area>
    </div>`;
  }
}
