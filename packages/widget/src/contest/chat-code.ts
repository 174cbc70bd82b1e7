import { msg } from "@lit/localize";
import { html } from "lit";

/** The code by which the chat's assistant may tell, together with the number, what became of a work. */
export function chatCode(code: string) {
  return html`${msg("Код для вопросов в чате:")} <strong class="code">${code}</strong>`;
}
