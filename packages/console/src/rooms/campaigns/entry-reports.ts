import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/text-field";
import type { StaffEntry } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { pageStyles } from "../../parts/styles.ts";
import { reportReason } from "./words.ts";

/**
 * What visitors of the gallery reported of an entry, and the words of who looked into it.
 *
 * @fires reports-resolved - detail is what was found
 */
@customElement("console-entry-reports")
export class EntryReports extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      section {
        display: grid;
        gap: 8px;
        padding: 10px 12px;
        border: 1px solid var(--lumo-error-text-color);
        border-radius: 10px;
        font-size: var(--lumo-font-size-s);
      }
      ul {
        display: grid;
        gap: 6px;
        list-style: none;
      }
      q {
        display: block;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) entry!: StaffEntry;
  @state() private words = "";

  #resolve(): void {
    const words = this.words.trim();
    if (words === "") return;
    this.words = "";
    this.tell("reports-resolved", words);
  }

  protected override render() {
    const { reports = [] } = this.entry;
    if (reports.length === 0) return nothing;
    return html`<section
      @keydown=${(event: KeyboardEvent) => event.key !== "Escape" && event.stopPropagation()}
    >
      <h3>${msg("Сообщили посетители")}</h3>
      <ul>
        ${reports.map(
          ({ reason, words, at }) =>
            html`<li>
              <strong>${reportReason(reason)}</strong> <span class="quiet">${dayAndMinute(at)}</span>
              ${words ? html`<q>${words}</q>` : nothing}
            </li>`,
        )}
      </ul>
      <vaadin-text-field
        label=${msg("Что выяснили")}
        maxlength="500"
        .value=${this.words}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.words = detail.value)}
      ></vaadin-text-field>
      <vaadin-button ?disabled=${this.words.trim() === ""} @click=${() => this.#resolve()}>
        ${msg("Разобрались")}
      </vaadin-button>
    </section>`;
  }
}
