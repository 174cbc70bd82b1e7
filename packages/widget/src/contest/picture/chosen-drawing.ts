import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import type { Drawing } from "./drawing.ts";
import { adviceText } from "./advice-text.ts";

/** The picked picture: seen, turned, and what could be better. */
export function chosenDrawing(drawing: Drawing, onTurn: () => void): TemplateResult {
  if (!drawing.seen) {
    return html`<p class="unseen"><strong>${drawing.file.name}</strong></p>
      <p class="hint" id="drawing-hint">
        ${msg("Файл выбран. Этот браузер не умеет его показать, но мы его откроем.")}
      </p>`;
  }
  return html`<div class="preview" role="img" aria-label=${msg("Выбранная работа")}>
      ${drawing.seen.preview}
    </div>
    <div class="upright">
      <p class="hint" id="drawing-hint">${msg("Верх работы сверху? Если нет, поверните.")}</p>
      <button type="button" class="button" @click=${onTurn}>
        <span aria-hidden="true">↻</span> ${msg("Повернуть")}
      </button>
    </div>
    ${
      drawing.advice.length > 0
        ? html`<div class="notice" data-tone="warning" role="status">
            ${drawing.advice.map((advice) => html`<p>${adviceText(advice)}</p>`)}
            <p>${msg("Отправить можно и так.")}</p>
          </div>`
        : nothing
    }`;
}
