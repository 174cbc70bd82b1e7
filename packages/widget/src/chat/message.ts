import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import type { Message } from "@veche/protocol";
import type { Unsent } from "../client/outbox.ts";
import { timeOfDay } from "./in-words.ts";
import { talk } from "./talk.ts";
import type { View } from "./view.ts";

/** One message; `last` is the newest, whose buttons still can be chosen and whose delivery matters. */
export function message(one: Message, last: boolean, view: View) {
  if (one.author.kind !== "resident") return talk(view)?.answer(one, last, view) ?? plain(one);
  const time = timeOfDay(one.createdAt, view.locale);
  return said(one.text, last ? html`${time} · ${msg("Доставлено")}` : time);
}

/** What the resident said and the city does not have yet. */
export function unsent(one: Unsent, { chat, act }: View) {
  if (one.refusal === undefined) {
    const waits = chat.connection !== "online" || chat.pause;
    return said(one.text, waits ? msg("Ждёт отправки") : msg("Отправляем…"));
  }
  return html`${said(one.text, nothing)}
    <li class="notice" data-tone="danger">
      <p role="alert">${one.refusal}</p>
      <button class="button" @click=${() => act.takeBack(one.clientId, one.text)}>${msg("Исправить")}</button>
    </li>`;
}

/** The city's words alone, until what shows them well is here. */
function plain({ text }: Message) {
  return html`<li class="theirs" part="message"><div class="bubble words">${text}</div></li>`;
}

function said(text: string, mark: unknown) {
  return html`<li class="mine" part="message">
    <span class="for-readers">${msg("Вы:")}</span>
    <div class="bubble words">${text}</div>
    <div class="mark">${mark}</div>
  </li>`;
}
