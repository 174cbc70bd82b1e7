import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/combo-box";
import "@vaadin/dialog";
import type { CloseReason, Hotline } from "@veche/protocol";
import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Client } from "../../client/client.ts";
import { isRefusal } from "../../client/server-refusal.ts";
import { ConsoleElement } from "../../parts/console-element.ts";
import { focusFirst, type OpenedChanged } from "../../parts/dialogs.ts";
import { pageStyles } from "../../parts/styles.ts";
import { closeReason } from "./words.ts";

const REASONS = [
  "answered",
  "no_answer",
  "left",
  "wrong_place",
  "abuse",
  "duplicate",
] as const satisfies readonly CloseReason[];

/**
 * The two questions before a conversation leaves the operator: to which department, or why it ends.
 *
 * @fires department-chosen - `{ slug, name }`
 * @fires reason-chosen - the reason
 */
@customElement("console-endings")
export class Endings extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: contents;
      }
      .reasons {
        display: grid;
        gap: 6px;
        min-width: min(320px, 70vw);
      }
      .reasons vaadin-button {
        justify-content: flex-start;
      }
      vaadin-combo-box {
        width: min(420px, 76vw);
      }
    `,
  ];

  @property({ attribute: false }) client!: Client;
  @state() private asked: "department" | "reason" | undefined;
  @state() private departments: readonly Hotline[] = [];
  @state() private chosen = "";
  @state() private refusal = "";

  askReason(): void {
    this.asked = "reason";
  }

  askDepartment(): void {
    this.asked = "department";
    this.chosen = "";
    this.refusal = "";
    if (this.departments.length === 0) void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.departments = (await this.client.city.hotlines({})).items;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.refusal = error.message;
    }
  }

  #close = () => (this.asked = undefined);

  #onOpenedChanged = (event: OpenedChanged) => {
    if (!event.detail.value) this.#close();
    else focusFirst(event);
  };

  protected override render() {
    return html`
      <vaadin-dialog
        header-title=${msg("Передать в подразделение")}
        .opened=${this.asked === "department"}
        @opened-changed=${this.#onOpenedChanged}
      >
        ${this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : ""}
        <vaadin-combo-box
          label=${msg("Подразделение")}
          data-first
          .items=${this.departments}
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
        @opened-changed=${this.#onOpenedChanged}
      >
        <div class="reasons">
          ${REASONS.map(
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
    const department = this.departments.find(({ slug }) => slug === this.chosen);
    this.#close();
    if (department) this.tell("department-chosen", { slug: department.slug, name: department.name });
  }

  #end(reason: CloseReason): void {
    this.#close();
    this.tell("reason-chosen", reason);
  }
}
