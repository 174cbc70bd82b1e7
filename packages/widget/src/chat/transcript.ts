import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import type { Author } from "@veche/protocol";
import { safeHref } from "@veche/ui/markdown/safe-href.ts";
import { ending } from "./ending.ts";
import { talk } from "./talk.ts";
import type { View } from "./view.ts";

/** All that was said, oldest first, with what is happening now at its end. */
export function transcript(view: View) {
  const { messages, unsent: waiting, conversation } = view.chat;
  const empty = messages.length === 0 && waiting.length === 0;
  const parts = empty ? undefined : talk(view);
  return html`<div
    id="log"
    tabindex="0"
    role="region"
    aria-label=${msg("Диалог")}
    @scroll=${view.act.scrolled}
  >
    ${welcome(view)} ${empty ? suggestions(view) : nothing}
    <ol role="list" class="messages">
      ${
        parts
          ? messages.map((one, at) =>
              parts.message(one, at === messages.length - 1 && waiting.length === 0, view),
            )
          : messages.map(plain)
      }
      ${waiting.map((one) => parts?.unsent(one, view) ?? plain(one))}
    </ol>
    ${view.chat.typing ? parts?.typing(view) : nothing}
    ${conversation?.state === "closed" ? ending(view.act)?.ended(view) : nothing}
  </div>`;
}

/** The words alone, until what shows them well is here. */
function plain({ text, author }: { readonly text: string; readonly author?: Author }) {
  const whose = author && author.kind !== "resident" ? "theirs" : "mine";
  return html`<li class=${whose} part="message"><div class="bubble words">${text}</div></li>`;
}

function welcome({ config, greeting }: View) {
  const privacy = safeHref(config?.privacyUrl ?? "");
  return html`<div class="theirs welcome">
    <div class="bubble words">${greeting ?? msg("Здравствуйте! О чём вы хотите спросить?")}</div>
    ${config?.notice ? html`<p class="small">${config.notice}</p>` : nothing}
    <p class="small">
      ${msg("Отвечает программа: словами города, с указанием источника. В любой момент можно позвать человека.")}
      ${msg("Диалог хранится у города: не пишите здесь паспортные данные и пароли.")}
      ${
        privacy
          ? html`<a href=${privacy} target="_blank" rel="noopener noreferrer"
              >${msg("Как мы бережём ваши данные")}</a
            >`
          : nothing
      }
    </p>
  </div>`;
}

function suggestions({ config, act }: View) {
  if (!config?.suggestions.length) return nothing;
  return html`<div class="replies" role="group" aria-label=${msg("Частые вопросы")}>
    ${config.suggestions.map(
      (question) => html`<button class="button reply" @click=${() => act.say(question)}>${question}</button>`,
    )}
  </div>`;
}
