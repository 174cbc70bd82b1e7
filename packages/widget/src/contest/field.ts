import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { msg } from "@lit/localize";
import { FIELD_LENGTHS, type FieldName, OPTIONAL_FIELDS } from "./entry-fields.ts";
import type { Agreement } from "./agreement.ts";

/** A place in the form that a fault belongs to, named as the server names it. */
export type FormPlace = FieldName | "drawing" | `consent.${Agreement}`;

/** What the form's sections need to know and may do. */
export interface FormView {
  readonly valueOf: (name: FieldName) => string;
  readonly onWrite: (name: FieldName, value: string) => void;
  /** Whether the questions that may stay empty are shown from the start. */
  readonly opensMore: boolean;
  /** What is wrong at a place, in words. */
  readonly faultAt: (place: FormPlace) => string | undefined;
}

interface FieldLooks {
  readonly label: string;
  readonly hint?: string | TemplateResult | undefined;
  readonly autocomplete?: string;
  readonly inputmode?: "numeric" | "email";
  readonly narrow?: boolean;
  /** Says that it may stay empty; not needed where the whole group says so. */
  readonly marked?: boolean;
}

/** A written field with its label, hint and fault; the fault names what to do. */
export function field(view: FormView, name: FieldName, looks: FieldLooks): TemplateResult {
  const fault = view.faultAt(name);
  return html`<div class="field ${looks.narrow ? "narrow" : ""}">
    <label for=${name}>${looks.label}${looks.marked ? optionalMark() : nothing}</label>
    ${looks.hint ? html`<p class="hint" id="${name}-hint">${looks.hint}</p>` : nothing}
    <input
      id=${name}
      name=${name}
      .value=${view.valueOf(name)}
      maxlength=${FIELD_LENGTHS[name]}
      autocomplete=${looks.autocomplete ?? "off"}
      inputmode=${ifDefined(looks.inputmode)}
      aria-required=${OPTIONAL_FIELDS.has(name) ? "false" : "true"}
      aria-invalid=${fault ? "true" : "false"}
      aria-describedby=${describedBy(name, !!looks.hint, !!fault)}
      @input=${(event: Event) => view.onWrite(name, (event.target as HTMLInputElement).value)}
    />
    ${faultLine(name, fault)}
  </div>`;
}

/** What is wrong, under the thing that is. */
export function faultLine(place: FormPlace, fault: string | undefined): TemplateResult | typeof nothing {
  return fault ? html`<p class="fault" id="${idOf(place)}-fault">${fault}</p>` : nothing;
}

/** Ids may not hold the dot of `consent.processing` where a selector reads them. */
export function idOf(place: FormPlace): string {
  return place.replace(".", "-");
}

export function describedBy(place: FormPlace, hasHint: boolean, hasFault: boolean): string {
  return [hasHint ? `${idOf(place)}-hint` : "", hasFault ? `${idOf(place)}-fault` : ""].join(" ").trim();
}

function optionalMark() {
  return html` <span class="optional">${msg("можно не заполнять")}</span>`;
}
