import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import { talk } from "./talk.ts";
import type { View } from "./view.ts";

/** What stands between the messages and the field: no line, a queue, a refusal. The most pressing one only. */
export function face(view: View) {
  const said = endFace(view) ?? connectionFace(view) ?? waitFace(view);
  return html`<div class="face" role="status">${said ?? nothing}</div>`;
}

function endFace(view: View) {
  if (!view.fault && !view.erased) return undefined;
  const parts = talk(view);
  return parts?.faultFace(view) ?? parts?.erasedFace(view);
}

function connectionFace({ chat }: View) {
  if (chat.asking) {
    return html`<p class="notice">${msg("Передадим просьбу, как только появится связь.")}</p>`;
  }
  if (chat.connection === "offline") {
    return html`<p class="notice" data-tone="warning">
      ${msg("Нет связи. Пишите: отправим сами, как только она появится.")}
    </p>`;
  }
  return chat.connection === "online" ? undefined : html`<p class="quietly">${msg("Соединяемся…")}</p>`;
}

function waitFace(view: View) {
  const { pause, conversation } = view.chat;
  if (!pause && conversation?.state !== "queued") return undefined;
  const parts = talk(view);
  return parts?.pauseFace(view) ?? parts?.queueFace(view);
}
