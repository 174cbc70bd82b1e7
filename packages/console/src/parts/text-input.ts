import "@vaadin/text-area";
import "@vaadin/text-field";
import { nothing } from "lit";
import { html, literal } from "lit/static-html.js";

export interface TextInput {
  readonly label: string;
  readonly value: string;
  /** Lines, not a word or two. */
  readonly long: boolean;
  readonly invalid: boolean;
  readonly helper?: string;
  /** Gets the keyboard when its dialog opens. */
  readonly first?: boolean;
  readonly write: (value: string) => void;
}

/** A field for a word or for lines: they differ in nothing else. */
export function renderTextInput({ label, value, long, invalid, helper, first = false, write }: TextInput) {
  const tag = long ? literal`vaadin-text-area` : literal`vaadin-text-field`;
  return html`<${tag}
    label=${label}
    helper-text=${helper || nothing}
    ?data-first=${first}
    manual-validation
    ?invalid=${invalid}
    .value=${value}
    @value-changed=${({ detail }: CustomEvent<{ value: string }>) => write(detail.value)}
  ></${tag}>`;
}
