import type { Campaign } from "@veche/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { msg } from "@lit/localize";
import { field, type FormView } from "./field.ts";

/** What the campaign would like to know and nobody has to tell: asked kindly, folded away. */
export function voluntaryFields(view: FormView, asks: Campaign["asks"]): TemplateResult | typeof nothing {
  if (asks.length === 0) return nothing;
  const isAlone = asks.length === 1;
  const fields = asks.map((name) => asked(view, name, isAlone));
  if (isAlone) return html`${fields}`;
  return html`<details class="more" ?open=${view.opensMore}>
    <summary>${msg("Школа, педагог и кто помогал")}</summary>
    <p class="hint">${msg("Так мы поблагодарим педагога и школу. Если не хотите, оставьте пустым.")}</p>
    ${fields}
  </details>`;
}

function asked(view: FormView, name: Campaign["asks"][number], marked: boolean): TemplateResult {
  switch (name) {
    case "settlement":
      return field(view, name, {
        label: msg("Город, посёлок или село"),
        marked,
        autocomplete: "address-level2",
      });
    case "institution":
      return field(view, name, { label: msg("Школа, сад или студия"), marked });
    case "teacher":
      return field(view, name, { label: msg("Имя педагога"), marked });
    case "helpedBy":
      return field(view, name, {
        label: msg("Кто помогал"),
        marked,
        hint: msg("Например: мама вырезала детали. Помощь не мешает участвовать."),
      });
    default:
      return name satisfies never;
  }
}
