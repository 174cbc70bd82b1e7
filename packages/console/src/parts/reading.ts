import { msg } from "@lit/localize";
import type { Task } from "@lit/task";
import { html, nothing } from "lit";
import { refusalText } from "../client/server-refusal.ts";

/** A refusal, or a sentence that tells of one, for all to hear; nothing where there is none. */
export const refusalNote = (error: unknown) =>
  error ? html`<p class="refusal" role="alert">${refusalText(error)}</p>` : nothing;

export const loadingNote = () => html`<p class="empty">${msg("Загружаем…")}</p>`;

/** In the place of a list that a search left empty. */
export const nothingFound = () =>
  html`<p class="empty">${msg("Ничего не нашлось. Попробуйте другие слова.")}</p>`;

/** What a task read, or why it could not. While it reads again, what it read before stays. */
export const shown = <Args extends readonly unknown[], Value>(
  task: Task<Args, Value>,
  draw: (value: Value) => unknown,
  pending = loadingNote(),
) =>
  task.render({
    pending: () => (task.value === undefined ? pending : draw(task.value)),
    complete: draw,
    error: refusalNote,
  });

/** As `shown`, of a task that each time reads something else: what it read before leaves at once. */
export const shownAfresh = <Args extends readonly unknown[], Value>(
  task: Task<Args, Value>,
  draw: (value: Value) => unknown,
) => task.render({ pending: loadingNote, complete: draw, error: refusalNote });
