import { msg } from "@lit/localize";
import { html } from "lit";
import type { View } from "./view.ts";

/** A wish that could not be fulfilled. */
export function faultFace({ fault }: View) {
  if (!fault) return undefined;
  const words =
    fault === "unreachable"
      ? msg("Не получилось: нет связи с городом. Попробуйте ещё раз через минуту.")
      : fault.message;
  return html`<p class="notice" data-tone="danger">${words}</p>`;
}

/** The conversation is no more. */
export function erasedFace({ erased }: View) {
  return erased
    ? html`<p class="notice">${msg("Диалог удалён: слов и снимков больше нет ни у вас, ни у города.")}</p>`
    : undefined;
}
