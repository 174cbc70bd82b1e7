import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import type { View } from "./view.ts";

/** Somebody is answering. */
export function typing({ chat }: View) {
  if (!chat.typing) return nothing;
  const name = chat.typing.kind === "operator" ? (chat.typing.name ?? msg("Оператор")) : msg("Помощник");
  return html`<p class="typing">
    <span aria-hidden="true"><i></i><i></i><i></i></span>${name} ${msg("печатает…")}
  </p>`;
}
