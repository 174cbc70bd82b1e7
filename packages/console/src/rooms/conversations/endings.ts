import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/combo-box";
import "@vaadin/dialog";
import type { CloseReason } from "@veche/protocol";
import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { pageStyles } from "../../parts/styles.ts";
import { CLOSE_REASONS, closeReason, type Departments } from "./words.ts";

/**
 * The two questions before a conversation leaves the operator: to which department, or why it ends.
 *
 * @fires department-chosen - its slug
 * @fires reason-chosen - the reason
 */
@customElement("console-endings")
export class Endings extends ConsoleElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .choices {
        min-width: min(320px, 70vw);
      }
      vaadin-combo-box {
        width: min(420px, 76vw);
      }
    `,
  ];

  /** Slug → name. */
  @property({ attribute: false }) departments: Departments = new Map();
  @state() private asked: "department" | "reason" | undefined;
  @state() private chosen = "";

  askReason(): void {
    this.asked = "reason";
  }

  askDepartment(): void {
    this.asked = "department";
    this.chosen = "";
  }

  #close = () => (this.asked = undefined);

  protected override render() {
    return html`
      <vaadin-dialog
        header-title=${msg("Передать в подразделение")}
        .opened=${this.asked === "department"}
        @opened-changed=${openedOrLeft(this.#close)}
      >
        <vaadin-combo-box
          label=${msg("Подразделение")}
          data-first
          .items=${[...this.departments].map(([slug, name]) => ({ slug, name }))}
          item-value-path="slug"
          item-label-path="name"
          .value=${this.chosen}
          @value-changed=${(event: CustomEvent<{ value: string }>) => (this.chosen = event.detail.value)}
        ></vaadin-combo-box>
        <div slot="footer">
          <vaadin-button theme="tertiary" @click=${this.#close}>${msg("Отмена")}</vaadin-button>
          <vaadin-button theme="primary" ?disabled=${!this.chosen} @click=${() => this.#transfer()}>
            ${msg("Передать")}
          </vaadin-button>
        </div>
      </vaadin-dialog>
      <vaadin-dialog
        header-title=${msg("Чем закончился диалог?")}
        .opened=${this.asked === "reason"}
        @opened-changed=${openedOrLeft(this.#close)}
      >
        <div class="choices">
          ${CLOSE_REASONS.map(
            (reason, index) =>
              html`<vaadin-button ?data-first=${index === 0} @click=${() => this.#end(reason)}>
                ${closeReason(reason)}
              </vaadin-button>`,
          )}
        </div>
        <div slot="footer">
          <vaadin-button theme="tertiary" @click=${this.#close}>${msg("Отмена")}</vaadin-button>
        </div>
      </vaadin-dialog>
    `;
  }

  #transfer(): void {
    const slug = this.chosen;
    this.#close();
    this.tell("department-chosen", slug);
  }

  #end(reason: CloseReason): void {
    this.#close();
    this.tell("reason-chosen", reason);
  }
}
