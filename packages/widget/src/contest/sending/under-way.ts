import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import type { Progress } from "../entry-session.ts";

/** How far the upload is. */
export function underWay(progress: Progress, onStop: () => void): TemplateResult {
  const share = progress.kind === "sending" ? progress.share : undefined;
  const percent = Math.floor((share ?? 0) * 100);
  const words =
    share === undefined
      ? msg("Связь прервалась. Ждём и пробуем ещё раз…")
      : share < 1
        ? msg("Отправляем работу")
        : msg("Работа дошла, проверяем файл…");
  return html`<div class="under-way">
    <p id="under-way" role="status">${words}</p>
    <span aria-hidden="true">${share !== undefined && share < 1 ? `${percent} %` : nothing}</span>
    <progress aria-labelledby="under-way" max="100" .value=${percent}></progress>
    <button type="button" class="button" @click=${onStop}>${msg("Остановить")}</button>
  </div>`;
}
