import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/text-field";
import type { ConsentPurpose, StaffEntry } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isRefusal } from "../../client/server-refusal.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { consentName } from "./words.ts";

const PURPOSES = ["processing", "publishing", "use"] as const;
/** From 14 until of age the author signs too. */
const signsToo = (age = 0) => age >= 14 && age < 18;

/**
 * Notes a parent's consent from the signed slip of a work that a teacher brought.
 *
 * @fires consent-noted - the server has it; detail is the entry as it stands now
 */
@customElement("console-consent-slip")
export class ConsentSlip extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 6px;
        padding: 10px;
        border: 1px solid var(--console-line);
        border-radius: 8px;
      }
      label {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 32px;
      }
    `,
  ];

  @property({ attribute: false }) entry!: StaffEntry;
  @state() private refused = "";
  @state() private isNoting = false;

  protected override render() {
    // Letters are written here; beside it they decide.
    return html`<form
      @keydown=${(event: KeyboardEvent) => event.key !== "Escape" && event.stopPropagation()}
      @submit=${(event: SubmitEvent) => void this.#note(event)}
    >
      <h3>${msg("Согласия родителя ещё нет")}</h3>
      <p class="quiet">
        ${msg("Отметьте то, что стоит на подписанном листке. Принять работу можно после этого.")}
      </p>
      ${this.#line("code", msg("Код с листка"))} ${this.#line("authorLastName", msg("Фамилия ребёнка"))}
      ${this.#line("guardianName", msg("Имя и фамилия родителя"))}
      ${this.#line("guardianContact", msg("Телефон или почта"))}
      ${PURPOSES.map((purpose) => this.#tick(purpose, consentName(purpose)))}
      ${signsToo(this.entry.author?.age) ? this.#tick("author", msg("Подпись автора (с 14 лет)")) : nothing}
      ${refusalNote(this.refused)}
      <vaadin-button
        ?disabled=${this.isNoting}
        @click=${() => this.renderRoot.querySelector("form")?.requestSubmit()}
        >${msg("Отметить согласие")}</vaadin-button
      >
    </form>`;
  }

  #line(name: string, label: string) {
    return html`<vaadin-text-field
      name=${name}
      label=${label}
      autocomplete="off"
      required
    ></vaadin-text-field>`;
  }

  #tick(name: string, label: string) {
    return html`<label><input type="checkbox" name=${name} /> ${label}</label>`;
  }

  async #note(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const said = (name: string) =>
      this.renderRoot.querySelector<HTMLElement & { value: string }>(`[name=${name}]`)?.value.trim() ?? "";
    const isTicked = (name: string) =>
      this.renderRoot.querySelector<HTMLInputElement>(`input[name=${name}]`)?.checked ?? false;
    const purposes: ConsentPurpose[] = PURPOSES.filter(isTicked);
    this.isNoting = true;
    this.refused = "";
    try {
      const { entry } = await this.desk.client.campaigns.noteConsent({
        id: this.entry.id,
        code: said("code"),
        authorLastName: said("authorLastName"),
        guardianName: said("guardianName"),
        guardianContact: said("guardianContact"),
        purposes,
        authorAgreed: isTicked("author"),
      });
      this.tell("consent-noted", entry);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.refused = error.message;
    } finally {
      this.isNoting = false;
    }
  }
}
