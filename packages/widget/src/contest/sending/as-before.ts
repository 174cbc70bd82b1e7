import { msg, str } from "@lit/localize";
import { html, type TemplateResult } from "lit";

interface AsBeforeView {
  /** Of the work before. */
  readonly title: string;
  /** What was agreed to for it. */
  readonly documents: readonly (TemplateResult | string)[];
  readonly isGiven: boolean;
  readonly onGive: (isGiven: boolean) => void;
  /** Each consent by itself, for who would rather choose anew. */
  readonly cards: readonly TemplateResult[];
  readonly opensCards: boolean;
}

/** One act for the next work of the same adult; it names what is given, and is not made for them. */
export function asBefore(view: AsBeforeView): TemplateResult {
  return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${view.isGiven}
        @change=${(event: Event) => view.onGive((event.target as HTMLInputElement).checked)}
      />
      <span
        ><strong>${msg(str`Даю и для этой работы те же согласия, что для «${view.title}»`)}</strong>
        <span class="hint">${view.documents.map((it, index) => html`${index ? ", " : ""}${it}`)}</span></span
      >
    </label>
    <details class="more" ?open=${view.opensCards}>
      <summary>${msg("Выбрать согласия по отдельности")}</summary>
      ${view.cards}
    </details>`;
}
