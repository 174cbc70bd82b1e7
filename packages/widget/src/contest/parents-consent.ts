import type { Campaign, OwnEntry } from "@veche/protocol";
import { buttonStyles, noticeStyles, reset } from "@veche/ui";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { msg, str } from "@lit/localize";
import { consentTo } from "../campaigns/campaign-client.ts";
import { type Agreement, agreesToo } from "./agreement.ts";
import { consentsSection } from "./consents-section.ts";
import { EMPTY_FIELDS, type FieldName } from "./entry-fields.ts";
import { field, type FormPlace, type FormView, idOf } from "./field.ts";
import { formStyles } from "./form-styles.ts";
import { OwnEntryElement } from "./own-entry-element.ts";
import { isContact } from "./sending/entry-faults.ts";
import { faultText, problemText } from "./sending/fault-texts.ts";

const ASKED = ["authorLastName", "guardianName", "guardianContact"] as const satisfies readonly FieldName[];

/**
 * A parent's consent to a work that a teacher brought, opened by the private link on the slip.
 *
 * @fires parent-consented - the server has it; detail is the entry as it stands now
 */
@customElement("veche-parents-consent")
export class VecheParentsConsent extends OwnEntryElement {
  static override styles = [reset, buttonStyles, noticeStyles, formStyles];

  @property({ attribute: false }) campaign!: Campaign;
  @property({ attribute: false }) entry!: OwnEntry;
  @state() private values = EMPTY_FIELDS;
  @state() private agreed: ReadonlySet<Agreement> = new Set();
  @state() private faults: ReadonlyMap<FormPlace, string> = new Map();

  protected override render() {
    const { consentDue } = this.entry;
    if (!consentDue) return nothing;
    const { authorFirstName, authorAge } = consentDue;
    const view: FormView = {
      valueOf: (name) => this.values[name],
      onWrite: (name, value) => {
        this.values = { ...this.values, [name]: value };
        this.#mend(name);
      },
      opensMore: false,
      faultAt: (place) => this.faults.get(place),
    };
    return html`<form novalidate @submit=${this.#submit}>
      <div class="sections" ?inert=${this.isSending}>
        <p>
          ${msg(str`Эту работу принёс педагог. Автор: ${authorFirstName}. Чтобы она участвовала, нужно ваше согласие, родителя или другого законного представителя.`)}
        </p>
        <div class="pair">
          ${field(view, "authorLastName", { label: msg("Фамилия ребёнка") })}
          ${field(view, "guardianName", { label: msg("Ваше имя"), autocomplete: "name" })}
        </div>
        ${field(view, "guardianContact", {
          label: msg("Почта или телефон"),
          hint: msg("Напишем только об этой работе. Никому не покажем."),
          autocomplete: "email",
        })}
        ${consentsSection({
          consents: this.campaign.consents,
          agreed: this.agreed,
          age: authorAge,
          later: undefined,
          locale: this.address.locale,
          faultAt: view.faultAt,
          onAgree: (purpose, isGiven) => this.#agree(purpose, isGiven),
        })}
      </div>
      <div class="send">
        ${
          this.problem
            ? html`<p class="notice" data-tone="danger" role="alert">${problemText(this.problem)}</p>`
            : nothing
        }
        <button class="button primary wide" type="submit" ?disabled=${this.isSending}>
          ${msg("Согласиться и отправить работу на конкурс")}
        </button>
      </div>
    </form>`;
  }

  #agree(purpose: Agreement, isGiven: boolean) {
    const agreed = new Set(this.agreed);
    if (isGiven) agreed.add(purpose);
    else agreed.delete(purpose);
    this.agreed = agreed;
    this.#mend(`consent.${purpose}`);
  }

  #mend(place: FormPlace) {
    const faults = new Map(this.faults);
    faults.delete(place);
    this.faults = faults;
    this.problem = undefined;
  }

  #faults(): Map<FormPlace, string> {
    const faults = new Map<FormPlace, string>();
    const tell = (place: FormPlace, reason: "missing" | "notAContact" | "notAgreed") =>
      faults.set(place, faultText({ place, reason }, this.campaign));
    for (const name of ASKED) if (this.values[name].trim() === "") tell(name, "missing");
    const contact = this.values.guardianContact.trim();
    if (contact && !isContact(contact)) tell("guardianContact", "notAContact");
    for (const { purpose, required } of this.campaign.consents)
      if (required && !this.agreed.has(purpose)) tell(`consent.${purpose}`, "notAgreed");
    if (agreesToo(this.entry.consentDue?.authorAge) && !this.agreed.has("author"))
      tell("consent.author", "notAgreed");
    return faults;
  }

  async #submit(event: Event) {
    event.preventDefault();
    this.faults = this.#faults();
    const [first] = this.faults.keys();
    if (first) {
      await this.updateComplete;
      const place = this.renderRoot.querySelector<HTMLElement>(`#${idOf(first)}`);
      return place?.focus();
    }
    await this.send("parent-consented", ({ id, token }) => consentTo(this.address, id, token, this.#said()));
  }

  #said(): Record<string, string> {
    const said: Record<string, string> = {};
    for (const name of ASKED) said[name] = this.values[name].trim();
    for (const { purpose, version } of this.campaign.consents) {
      if (this.agreed.has(purpose)) said[`consent.${purpose}`] = version;
      if (purpose === "processing" && this.agreed.has("author")) said["consent.author"] = version;
    }
    return said;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-parents-consent": VecheParentsConsent;
  }
  interface HTMLElementEventMap {
    "parent-consented": CustomEvent<OwnEntry>;
  }
}
