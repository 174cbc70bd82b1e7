import { msg, str } from "@lit/localize";
import { html } from "lit";
import type { Locale } from "@veche/ui";
import { count } from "./counts-in-words.ts";
import { MESSAGE_MAX_CHARACTERS } from "./message-length.ts";

/** How much of a long message fits. */
export function limit(characters: number, locale: Locale) {
  const tooMany = characters - MESSAGE_MAX_CHARACTERS;
  if (tooMany <= 0) {
    return html`<p id="limit" class="limit">
      ${msg(str`${count(characters, locale)} из ${count(MESSAGE_MAX_CHARACTERS, locale)} знаков`)}
    </p>`;
  }
  return html`<p id="limit" class="limit over" role="alert">
    ${msg(
      str`Слишком длинно для одного сообщения. Уберите знаков: ${count(tooMany, locale)}, или отправьте частями.`,
    )}
  </p>`;
}
