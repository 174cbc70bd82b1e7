import { msg, str } from "@lit/localize";
import { html, nothing } from "lit";
import { sendIcon } from "./icons.ts";
import { count } from "./in-words.ts";
import type { View } from "./view.ts";

/** Characters, an emoji counted once. @source the public contract, `message:send` */
export const MESSAGE_MAX_CHARACTERS = 4000;
const COUNTED_FROM = 3700;

export const charactersIn = (text: string): number => [...text].length;

/** Where a resident writes, with what else can be asked for. */
export function composer(view: View) {
  const { draft, act, locale } = view;
  const characters = draft.length > COUNTED_FROM ? charactersIn(draft) : 0;
  const tooMany = characters - MESSAGE_MAX_CHARACTERS;
  return html`<form part="composer" class="composer" @submit=${submitted(view)}>
    ${requests(view)}
    <div class="field">
      <label class="for-readers" for="words">${msg("Ваше сообщение")}</label>
      <textarea
        id="words"
        part="input"
        rows="1"
        enterkeyhint="send"
        placeholder=${msg("Напишите вопрос")}
        .value=${draft}
        aria-invalid=${tooMany > 0 ? "true" : "false"}
        aria-describedby="limit"
        @input=${(event: InputEvent) => act.write((event.target as HTMLTextAreaElement).value)}
        @keydown=${sendOnEnter(view)}
      ></textarea>
      <button class="button primary icon" part="send" aria-label=${msg("Отправить")}>${sendIcon}</button>
    </div>
    <p id="limit" class=${tooMany > 0 ? "limit over" : "limit"} role=${tooMany > 0 ? "alert" : nothing}>
      ${limit(characters, tooMany, locale)}
    </p>
  </form>`;
}

function limit(characters: number, tooMany: number, locale: View["locale"]) {
  if (characters < COUNTED_FROM) return nothing;
  if (tooMany <= 0)
    return msg(str`${count(characters, locale)} из ${count(MESSAGE_MAX_CHARACTERS, locale)} знаков`);
  return msg(
    str`Слишком длинно для одного сообщения. Уберите знаков: ${count(tooMany, locale)}, или отправьте частями.`,
  );
}

function requests({ chat, act }: View) {
  const state = chat.conversation?.state ?? "assistant";
  if (state === "closed") return nothing;
  return html`<div class="requests">
    ${
      state === "assistant"
        ? html`<button type="button" class="button quiet" @click=${act.callOperator}>
            ${msg("Позвать оператора")}
          </button>`
        : nothing
    }
    ${
      chat.messages.length > 0
        ? html`<button type="button" class="button quiet" @click=${act.end}>
            ${msg("Завершить диалог")}
          </button>`
        : nothing
    }
  </div>`;
}

const submitted = (view: View) => (event: SubmitEvent) => {
  event.preventDefault();
  view.act.send();
};

const sendOnEnter = (view: View) => (event: KeyboardEvent) => {
  // While a word is being composed, Enter chooses the word.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  view.act.send();
};
