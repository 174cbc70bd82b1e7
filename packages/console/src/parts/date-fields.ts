import { msg, str } from "@lit/localize";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { language } from "../shell/language.ts";
import { cityMinute, cityOffset, momentOfCity } from "./city-clock.ts";
import { ConsoleElement } from "./console-element.ts";
import { fieldInWords } from "./moments.ts";

/**
 * A day or a minute, by the browser's own field. Vaadin's pickers write style elements, which the
 * security policy refuses. A browser writes the field in its own language; where that is not the console's,
 * the date stands beside the label in words, for 11/12 is not the same day to everybody.
 *
 * @fires time-chosen with what the field holds
 */
@customElement("console-time-field")
export class TimeField extends ConsoleElement {
  static override styles = css`
    :host {
      display: inline-block;
      min-width: 0;
    }
    label {
      display: grid;
      gap: 4px;
      color: var(--lumo-secondary-text-color);
      font-size: var(--lumo-font-size-s);
    }
    input {
      box-sizing: border-box;
      width: 100%;
      min-height: 36px;
      padding: 4px 10px;
      border: 1px solid var(--console-field-line);
      border-radius: 8px;
      background: var(--lumo-base-color);
      color: var(--lumo-body-text-color);
      font: inherit;
    }
    input:focus-visible {
      outline: 2px solid var(--lumo-primary-text-color);
      outline-offset: 1px;
    }
    input[aria-invalid="true"] {
      border-color: var(--lumo-error-text-color);
    }
    small {
      font-size: var(--lumo-font-size-xs);
    }
  `;

  @property() label = "";
  /** As the field writes it: `2026-11-22` or `2026-11-22T18:05`. */
  @property() value = "";
  @property() kind: "date" | "datetime-local" = "date";
  @property({ type: Boolean }) invalid = false;

  protected override render() {
    const words = navigator.language.startsWith(language()) ? "" : fieldInWords(this.value);
    return html`<label
      ><span
        >${this.label} ${words ? html`<small id="words" aria-hidden="true">${words}</small>` : nothing}</span
      ><input
        type=${this.kind}
        aria-invalid=${this.invalid}
        aria-describedby=${words ? "words" : nothing}
        .value=${live(this.value)}
        @change=${({ target }: Event) => target instanceof HTMLInputElement && this.tell("time-chosen", target.value)}
    /></label>`;
  }
}

export interface DayField {
  readonly label: string;
  /** `2026-11-22`; empty for none. */
  readonly value: string;
  readonly write: (day: string) => void;
  readonly invalid?: boolean;
}

/** A day of the city. */
export const renderDay = ({ label, value, write, invalid = false }: DayField) =>
  html`<console-time-field
    .label=${label}
    .value=${value}
    .invalid=${invalid}
    @time-chosen=${({ detail }: CustomEvent<string>) => write(detail)}
  ></console-time-field>`;

export interface MomentField {
  readonly label: string;
  /** ISO 8601; empty for none. */
  readonly value: string;
  readonly write: (moment: string) => void;
  readonly invalid?: boolean;
}

/** A minute by the city's clocks, which the label says: whoever works elsewhere must not reckon. */
export function renderMoment({ label, value, write, invalid = false }: MomentField) {
  return html`<console-time-field
    kind="datetime-local"
    .label=${msg(str`${label} (время города, ${cityOffset()})`)}
    .value=${value && cityMinute(value)}
    .invalid=${invalid}
    @time-chosen=${({ detail }: CustomEvent<string>) => write(detail && momentOfCity(detail))}
  ></console-time-field>`;
}
