import { html, nothing, type TemplateResult } from "lit";
import { msg } from "@lit/localize";
import type { Problem } from "./problem.ts";

/** The face of a failed load: what happened and a way to try again. */
export function trouble(problem: Problem, onAgain: () => void): TemplateResult {
  return html`<div class="notice" data-tone="warning" role="alert">
    <p>
      ${
        problem.code === "unreachable"
          ? msg("Нет связи с сервером города. Проверьте интернет.")
          : (problem.detail ?? msg("Не получилось загрузить. Попробуйте через минуту."))
      }
    </p>
    ${
      problem.code === "not_found"
        ? nothing
        : html`<p>
            <button type="button" class="button" @click=${onAgain}>${msg("Загрузить ещё раз")}</button>
          </p>`
    }
  </div>`;
}
