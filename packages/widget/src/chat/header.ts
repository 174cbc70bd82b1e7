import { msg, str } from "@lit/localize";
import { html, nothing } from "lit";
import { ending } from "./ending.ts";
import { closeIcon, sightIcon } from "./icons.ts";
import { talk } from "./talk.ts";
import type { View } from "./view.ts";
import { whenNeeded } from "./when-needed.ts";

const settings = whenNeeded(() => import("./low-vision-settings.ts"));

export function header(view: View) {
  const { act, chat, heading, drawer } = view;
  const talkShown = drawer === "talk" || drawer === "erase";
  return html`<header part="header">
      <div class="who">
        <h2 id="heading">${heading}</h2>
        <p class="status">${status(view)}</p>
      </div>
      <div class="tools">
        ${chat.messages.length > 0 ? talk(view)?.aboutButton(view) : nothing}
        <button
          class="button quiet icon"
          aria-label=${msg("Размер букв и цвета")}
          aria-expanded=${drawer === "sight" ? "true" : "false"}
          aria-controls="sight"
          @click=${() => act.draw("sight")}
        >
          ${sightIcon}
        </button>
        <button class="button quiet icon" aria-label=${msg("Закрыть чат")} @click=${act.close}>
          ${closeIcon}
        </button>
      </div>
    </header>
    <section id="about-talk" class="drawer" aria-label=${msg("О диалоге")} ?hidden=${!talkShown}>
      ${talkShown ? ending(act)?.aboutTalk(view) : nothing}
    </section>
    <section id="sight" class="drawer" aria-label=${msg("Размер букв и цвета")} ?hidden=${drawer !== "sight"}>
      ${drawer === "sight" ? settings(act)?.lowVisionSettings(view.sight, act.chooseSight) : nothing}
    </section>`;
}

function status({ chat }: View): string {
  const { conversation } = chat;
  switch (conversation?.state) {
    case "queued":
      return msg("Ждём оператора");
    case "operator":
      return conversation.operator
        ? msg(str`Отвечает оператор: ${conversation.operator.name}`)
        : msg("Отвечает оператор");
    case "closed":
      return msg("Диалог завершён");
    default:
      return msg("Отвечает программа");
  }
}
