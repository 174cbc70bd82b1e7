import { html, nothing, type TemplateResult } from "lit";
import { msg, str } from "@lit/localize";
import { ACCEPTED } from "./accepted-files.ts";
import { describedBy, faultLine } from "./field.ts";

export interface Beside {
  readonly legend: string;
  readonly lead: string;
  /** Takes the picture away again. */
  readonly remove: TemplateResult;
}

export interface DrawingView {
  /** The picture with its advice, once one was picked. */
  readonly chosen: TemplateResult | undefined;
  readonly isOpening: boolean;
  readonly maxMb: number;
  /** What is said where the work is words, and a picture may stand beside them. */
  readonly beside: Beside | undefined;
  readonly fault: string | undefined;
  readonly onPick: (file: File) => void;
}

/** The picture first: take, choose or drop it, see it, turn it, read what could be better. */
export function drawingSection(view: DrawingView): TemplateResult {
  const { chosen, isOpening, fault } = view;
  return html`<fieldset>
    <legend>${view.beside?.legend ?? msg("Работа")}</legend>
    <div
      class="drop ${fault ? "at-fault" : ""}"
      @dragover=${allowDrop}
      @dragleave=${(event: DragEvent) => mark(event, false)}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        mark(event, false);
        const file = event.dataTransfer?.files[0];
        if (file) view.onPick(file);
      }}
    >
      ${isOpening ? html`<p role="status">${msg("Открываем файл…")}</p>` : (chosen ?? invitation(view))}
      ${pickers(view, !!chosen)}
    </div>
    ${faultLine("drawing", fault)}
  </fieldset>`;
}

function invitation(view: DrawingView) {
  return html`<p class="lead">
      ${view.beside?.lead ?? msg("Сфотографируйте работу сверху, при дневном свете, без вспышки.")}
    </p>
    <p class="hint" id="drawing-hint">
      ${msg(str`Подойдёт фото или скан: JPEG, PNG, WebP, HEIC до ${view.maxMb} МБ. Файл можно перетащить сюда.`)}
    </p>`;
}

function pickers(view: DrawingView, hasDrawing: boolean) {
  const choose = hasDrawing ? msg("Заменить файл") : msg("Выбрать файл");
  return html`<div class="acts">
    <button
      type="button"
      class="button ${hasDrawing || view.beside ? "" : "primary"} camera"
      @click=${openDialog}
    >
      ${hasDrawing ? msg("Снять заново") : msg("Сфотографировать")}
    </button>
    <input type="file" hidden accept="image/*" capture="environment" @change=${picked(view)} />
    <button
      type="button"
      id="drawing"
      class="button choose"
      aria-describedby=${describedBy("drawing", true, !!view.fault)}
      @click=${openDialog}
    >
      ${choose}
    </button>
    <input type="file" hidden accept=${ACCEPTED} @change=${picked(view)} />
    ${hasDrawing ? view.beside?.remove : nothing}
  </div>`;
}

function picked(view: DrawingView) {
  return (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file picked again must be a change again.
    input.value = "";
    if (file) view.onPick(file);
  };
}

/** The file dialog belongs to the input that stands behind its button. */
function openDialog(event: Event) {
  const input = (event.currentTarget as HTMLElement).nextElementSibling;
  if (input instanceof HTMLInputElement) input.click();
}

function allowDrop(event: DragEvent) {
  event.preventDefault();
  mark(event, true);
}

function mark(event: DragEvent, isOver: boolean) {
  (event.currentTarget as HTMLElement).classList.toggle("over", isOver);
}
