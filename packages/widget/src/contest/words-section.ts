import type { Campaign } from "@veche/protocol";
import { html, type TemplateResult } from "lit";
import { msg, str } from "@lit/localize";
import type { Beside } from "./drawing-section.ts";
import { describedBy, faultLine, field, type FormView } from "./field.ts";
import type { PictureDesk } from "./picture-desk.ts";

/** A work in words, and what is said of a picture that may stand beside them; undefined where works are pictures. */
export const workInWords = (
  view: FormView,
  { textMax }: Campaign["work"],
  picture: Pick<PictureDesk, "reset">,
): { readonly section: TemplateResult; readonly beside: Beside } | undefined =>
  textMax === undefined
    ? undefined
    : { section: wordsSection(view, textMax), beside: besideWords(() => picture.reset()) };

const besideWords = (onRemove: () => void): Beside => ({
  legend: msg("Картинка, если есть"),
  lead: msg("Приложите рисунок или фото места, если с ними понятнее. Можно и без картинки."),
  remove: html`<button type="button" class="button quiet" @click=${onRemove}>
    ${msg("Убрать картинку")}
  </button>`,
});

/** What it is called and what it says. */
function wordsSection(view: FormView, textMax: number): TemplateResult {
  const written = view.valueOf("text");
  const fault = view.faultAt("text");
  return html`<fieldset>
    <legend>${msg("Ваша идея")}</legend>
    ${field(view, "title", { label: msg("Название") })}
    <div class="field">
      <label for="text">${msg("Что предлагаете и зачем")}</label>
      <p class="hint" id="text-hint">
        ${msg("Где это, что изменится и кому станет лучше. Пишите как говорите. Адрес дома и телефон здесь не указывайте: текст увидят все.")}
      </p>
      <textarea
        id="text"
        name="text"
        rows="8"
        .value=${written}
        maxlength=${textMax}
        aria-required="true"
        aria-invalid=${fault ? "true" : "false"}
        aria-describedby=${describedBy("text", true, !!fault)}
        @input=${(event: Event) => view.onWrite("text", (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="hint">${msg(str`${written.length} из ${textMax} знаков`)}</p>
      ${faultLine("text", fault)}
    </div>
  </fieldset>`;
}
