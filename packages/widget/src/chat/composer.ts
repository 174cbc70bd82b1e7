import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import { plusIcon, sendIcon } from "./icons.ts";
import { charactersIn, COUNTED_FROM, MESSAGE_MAX_CHARACTERS } from "./message-length.ts";
import { talk } from "./talk.ts";
import { tools } from "./tools.ts";
import type { View } from "./view.ts";

/** Where a resident writes, with what else can be asked for. */
export function composer(view: View) {
  const { draft, act, locale, drawer, enclosed } = view;
  const unfolded = drawer === "tools" || drawer === "emoji";
  const characters = draft.length >= COUNTED_FROM ? charactersIn(draft) : 0;
  return html`<form part="composer" class="composer" @submit=${submitted(view)}>
    ${requests(view)}
    ${unfolded || enclosed.ready.length + enclosed.coming > 0 ? tools(act)?.bar(view) : nothing}
    <div class="field">
      <button
        type="button"
        class="button quiet icon"
        aria-label=${msg("Добавить снимок, смайлик или сказать голосом")}
        aria-expanded=${unfolded ? "true" : "false"}
        @click=${() => act.draw(unfolded ? drawer : "tools")}
      >
        ${plusIcon}
      </button>
      <label class="for-readers" for="words">${msg("Ваше сообщение")}</label>
      <textarea
        id="words"
        part="input"
        rows="1"
        enterkeyhint="send"
        placeholder=${msg("Напишите вопрос")}
        .value=${draft}
        aria-invalid=${characters > MESSAGE_MAX_CHARACTERS ? "true" : "false"}
        aria-describedby=${characters >= COUNTED_FROM ? "limit" : nothing}
        @input=${(event: InputEvent) => act.write((event.target as HTMLTextAreaElement).value)}
        @keydown=${sendOnEnter(view)}
        @paste=${(event: ClipboardEvent) => take(event, event.clipboardData, view)}
      ></textarea>
      <button class="button primary icon" part="send" aria-label=${msg("Отправить")}>${sendIcon}</button>
    </div>
    ${characters >= COUNTED_FROM ? talk(view)?.limit(characters, locale) : nothing}
  </form>`;
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
        ? html`<button type="button" class="button quiet ending" @click=${act.end}>
            ${msg("Завершить диалог")}
          </button>`
        : nothing
    }
  </div>`;
}

/** Takes files out of what was pasted or dropped; anything else stays the browser's business. */
export function take(event: Event, data: DataTransfer | null, { act }: View): void {
  if (!data?.files.length) return;
  event.preventDefault();
  act.give(data.files);
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
