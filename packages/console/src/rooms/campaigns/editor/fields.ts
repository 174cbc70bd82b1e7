import "@vaadin/text-area";
import "@vaadin/text-field";
import type { CampaignTerms } from "@veche/protocol";
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { renderCheck } from "../../../parts/check.ts";
import { renderMoment } from "../../../parts/date-fields.ts";
import { valueAt } from "./paths.ts";

/** The terms on screen, and how they are changed. */
export interface Edit {
  readonly terms: CampaignTerms;
  /** Undefined takes the value out. */
  readonly write: (path: string, value: unknown) => void;
  /** The path that the last refusal is about. */
  readonly wrong: string;
  readonly locked: boolean;
}

const textAt = ({ terms }: Edit, path: string): string => {
  const value = valueAt(terms, path);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

interface Looks {
  readonly helper?: string;
  /** Left empty, it is not there at all. */
  readonly optional?: boolean;
  readonly long?: boolean;
  /** One line as wide as the section, for what is a sentence. */
  readonly wide?: boolean;
}

export function textField(edit: Edit, path: string, label: string, looks: Looks = {}) {
  const write = ({ detail }: CustomEvent<{ value: string }>) => {
    if (detail.value !== textAt(edit, path))
      edit.write(path, looks.optional && detail.value.trim() === "" ? undefined : detail.value);
  };
  return looks.long
    ? html`<vaadin-text-area
        class="whole"
        data-field=${path}
        label=${label}
        helper-text=${looks.helper ?? nothing}
        manual-validation
        ?invalid=${edit.wrong === path}
        ?readonly=${edit.locked}
        .value=${textAt(edit, path)}
        @value-changed=${write}
      ></vaadin-text-area>`
    : html`<vaadin-text-field
        class=${looks.wide ? "whole" : ""}
        data-field=${path}
        label=${label}
        helper-text=${looks.helper ?? nothing}
        manual-validation
        ?invalid=${edit.wrong === path}
        ?readonly=${edit.locked}
        .value=${textAt(edit, path)}
        @value-changed=${write}
      ></vaadin-text-field>`;
}

/** A whole number; empty where it may be, it is not there, or null where that has a meaning. */
export function numberField(edit: Edit, path: string, label: string, empty?: null) {
  const write = ({ detail }: CustomEvent<{ value: string }>) => {
    if (detail.value === textAt(edit, path)) return;
    const digits = detail.value.replace(/\D/g, "");
    edit.write(path, digits === "" ? empty : Number(digits));
  };
  return html`<vaadin-text-field
    class="number"
    data-field=${path}
    label=${label}
    inputmode="numeric"
    manual-validation
    ?invalid=${edit.wrong === path}
    ?readonly=${edit.locked}
    .value=${textAt(edit, path)}
    @value-changed=${write}
  ></vaadin-text-field>`;
}

export function momentField(edit: Edit, path: string, label: string) {
  return html`<div data-field=${path}>
    ${renderMoment({
      label,
      value: textAt(edit, path),
      invalid: edit.wrong === path,
      write: (moment) => edit.write(path, moment || undefined),
    })}
  </div>`;
}

export const checkField = (edit: Edit, path: string, label: string) =>
  html`<div data-field=${path}>
    ${renderCheck(label, valueAt(edit.terms, path) === true, (on) => edit.write(path, on))}
  </div>`;

/** One of few. */
export function choiceField(
  edit: Edit,
  path: string,
  label: string,
  choices: readonly (readonly [value: string, words: string])[],
) {
  return html`<label class="choice" data-field=${path}>
    ${label}
    <select
      ?disabled=${edit.locked}
      .value=${live(textAt(edit, path))}
      @change=${({ target }: Event) =>
        target instanceof HTMLSelectElement && edit.write(path, target.value || undefined)}
    >
      ${choices.map(
        ([value, words]) =>
          html`<option value=${value} ?selected=${value === textAt(edit, path)}>${words}</option>`,
      )}
    </select>
  </label>`;
}
