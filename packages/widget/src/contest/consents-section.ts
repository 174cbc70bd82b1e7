import type { ConsentDocument } from "@veche/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { msg, str } from "@lit/localize";
import { type Agreement, agreesToo } from "./agreement.ts";
import type { AgreedBefore } from "./entry-session.ts";
import type { Later } from "./fetched.ts";
import { describedBy, faultLine, type FormPlace, idOf } from "./field.ts";
import { markdown } from "@veche/ui/markdown/render.ts";
import { isUntranslated, written, WRITTEN_IN } from "../campaigns/written.ts";

export interface ConsentsView {
  readonly consents: readonly ConsentDocument[];
  readonly agreed: ReadonlySet<Agreement>;
  /** The author's, once it is known. */
  readonly age: number | undefined;
  /** What the same adult agreed to for the work before. */
  readonly before?: AgreedBefore | undefined;
  /** What is fetched once somebody writes. */
  readonly later: Later | undefined;
  readonly locale: string;
  readonly faultAt: (place: FormPlace) => string | undefined;
  readonly onAgree: (purpose: Agreement, isGiven: boolean) => void;
  readonly onAgreeAsBefore?: (isGiven: boolean) => void;
}

/** Each consent by itself, with its text and version; none is ticked for the reader. */
export function consentsSection(view: ConsentsView): TemplateResult {
  const cards = view.consents.map((consent) => consentCard(consent, view));
  const { before, later } = view;
  return html`<fieldset>
    <legend>${msg("Согласия")}</legend>
    <p class="hint">${msg("Каждое можно отозвать позже по личной ссылке.")}</p>
    ${before && later ? asBefore(before, later, cards, view) : cards}
    ${agreesToo(view.age) ? authorsTick(view) : nothing}
  </fieldset>`;
}

function consentCard(consent: ConsentDocument, view: ConsentsView) {
  const { purpose, required, version, text, en } = consent;
  const place = `consent.${purpose}` as const;
  const fault = view.faultAt(place);
  const inEnglish = view.locale === "en" ? en?.text : undefined;
  return html`<div class="consent ${fault ? "at-fault" : ""}">
    ${tick(place, titleOf(consent, view), required, !fault, view)}
    ${fault ? faultLine(place, fault) : html`<p class="hint" id="${idOf(place)}-hint">${effectText(consent)}</p>`}
    <details>
      <summary>
        ${msg("Прочитать согласие")}<span class="for-readers">: ${titleOf(consent, view)}</span>
      </summary>
      ${
        inEnglish
          ? html`<p class="hint">${msg("Это перевод для чтения. Действует русский текст, он ниже.")}</p>
              <div class="written prose" lang="en">${markdown(inEnglish, 3)}</div>`
          : isUntranslated(en?.text, view.locale)
            ? html`<p class="hint">${msg("Город написал этот документ только по-русски.")}</p>`
            : nothing
      }
      <div class="written prose" lang=${WRITTEN_IN}>${markdown(text, 3)}</div>
      <p class="hint">${msg(str`Редакция ${version}`)}</p>
    </details>
  </div>`;
}

function asBefore(
  { agreed, title }: AgreedBefore,
  later: Later,
  cards: readonly TemplateResult[],
  view: ConsentsView,
) {
  const given = view.consents.filter(({ purpose }) => agreed.has(purpose));
  return later.asBefore({
    title,
    documents: given.map((it) => titleOf(it, view)),
    isGiven: given.every(({ purpose }) => view.agreed.has(purpose)),
    onGive: (isGiven) => view.onAgreeAsBefore?.(isGiven),
    cards,
    opensCards: view.consents.some(({ purpose }) => view.faultAt(`consent.${purpose}`)),
  });
}

/** From 14 the law asks the author too, beside the parent. */
function authorsTick(view: ConsentsView) {
  const place = "consent.author";
  const fault = view.faultAt(place);
  return html`<div class="consent ${fault ? "at-fault" : ""}">
    ${tick(place, msg("Я автор, мне от 14 до 17 лет, и я тоже согласен (согласна)"), true, true, view)}
    <p class="hint" id="${idOf(place)}-hint">
      ${msg("Отмечает сам автор: с 14 лет нужно и его согласие, и согласие родителя.")}
    </p>
    ${faultLine(place, fault)}
  </div>`;
}

function tick(
  place: `consent.${Agreement}`,
  words: string | TemplateResult,
  isRequired: boolean,
  hasHint: boolean,
  view: ConsentsView,
) {
  const purpose = place.slice("consent.".length) as Agreement;
  const fault = view.faultAt(place);
  return html`<label class="choice">
    <input
      type="checkbox"
      id=${idOf(place)}
      .checked=${view.agreed.has(purpose)}
      aria-required=${isRequired ? "true" : "false"}
      aria-invalid=${fault ? "true" : "false"}
      aria-describedby=${describedBy(place, hasHint, !!fault)}
      @change=${(event: Event) => view.onAgree(purpose, (event.target as HTMLInputElement).checked)}
    />
    <strong>${words}</strong>
  </label>`;
}

const titleOf = ({ title, en }: ConsentDocument, { locale }: ConsentsView) =>
  written(title, en?.title, locale);

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
