import type { ConsentDocument, ConsentPurpose } from "@veche/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { msg, str } from "@lit/localize";
import { WRITTEN_IN } from "./about-campaign.ts";
import type { FormPlace } from "./entry-faults.ts";
import { describedBy, faultLine, idOf } from "./field.ts";
import { markdown } from "@veche/ui/markdown/render.ts";

export interface ConsentsView {
  readonly consents: readonly ConsentDocument[];
  readonly agreed: ReadonlySet<ConsentPurpose>;
  readonly faultAt: (place: FormPlace) => string | undefined;
  readonly onAgree: (purpose: ConsentPurpose, isGiven: boolean) => void;
}

/** Each consent by itself, with its text and version; none is ticked for the reader. */
export function consentsSection(view: ConsentsView): TemplateResult {
  return html`<fieldset>
    <legend>${msg("Согласия")}</legend>
    <p class="hint">${msg("Каждое можно отозвать позже по личной ссылке.")}</p>
    ${view.consents.map((consent) => consentCard(consent, view))}
  </fieldset>`;
}

function consentCard(consent: ConsentDocument, view: ConsentsView) {
  const place = `consent.${consent.purpose}` as const;
  const fault = view.faultAt(place);
  return html`<div class="consent ${fault ? "at-fault" : ""}">
    <label class="choice">
      <input
        type="checkbox"
        id=${idOf(place)}
        .checked=${view.agreed.has(consent.purpose)}
        aria-required=${consent.required ? "true" : "false"}
        aria-invalid=${fault ? "true" : "false"}
        aria-describedby=${describedBy(place, !fault, !!fault)}
        @change=${(event: Event) => view.onAgree(consent.purpose, (event.target as HTMLInputElement).checked)}
      />
      <strong lang=${WRITTEN_IN}>${consent.title}</strong>
    </label>
    ${fault ? faultLine(place, fault) : html`<p class="hint" id="${idOf(place)}-hint">${effectText(consent)}</p>`}
    <details>
      <summary>${msg("Прочитать согласие")}<span class="for-readers">: ${consent.title}</span></summary>
      <div class="written prose" lang=${WRITTEN_IN}>${markdown(consent.text, 3)}</div>
      <p class="hint">${msg(str`Редакция ${consent.version}`)}</p>
    </details>
  </div>`;
}

/** What happens without the consent, so that the choice is a real one. */
function effectText({ purpose, required }: ConsentDocument): string | typeof nothing {
  if (required) return msg("Без него мы не можем принять работу.");
  switch (purpose) {
    case "processing":
      return nothing;
    case "publishing":
      return msg("По желанию. Без него работу увидит только жюри.");
    case "use":
      return msg("По желанию. Без него работа участвует, но не попадёт на выставки и в печать.");
    default:
      return purpose satisfies never;
  }
}
