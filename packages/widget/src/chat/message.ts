import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import type { Message } from "@veche/protocol";
import type { Unsent } from "../client/outbox.ts";
import { timeOfDay } from "./in-words.ts";
import { answer } from "./answer.ts";
import { tools } from "./tools.ts";
import type { View } from "./view.ts";

/** One message; `last` is the newest, whose buttons still can be chosen and whose delivery matters. */
export function message(one: Message, last: boolean, view: View) {
  if (one.author.kind !== "resident") return answer(one, last, view);
  const time = timeOfDay(one.createdAt, view.locale);
  return said(one, view, last ? html`${time} · ${msg("Доставлено")}` : time);
}

/** What the resident said and the city does not have yet. */
export function unsent(one: Unsent, view: View) {
  const { chat, act } = view;
  if (one.refusal === undefined) {
    const waits = chat.connection !== "online" || chat.pause;
    return said(one, view, waits ? msg("Ждёт отправки") : msg("Отправляем…"));
  }
  return html`${said(one, view, nothing)}
    <li class="notice" data-tone="danger">
      <p role="alert">${one.refusal}</p>
      <button class="button" @click=${() => act.takeBack(one.clientId, one.text)}>${msg("Исправить")}</button>
    </li>`;
}

function said({ text, attachments }: Message | Unsent, view: View, mark: unknown) {
  return html`<li class="mine" part="message">
    <span class="for-readers">${msg("Вы:")}</span>
    ${attachments?.length ? tools(view.act)?.shots(attachments, view) : nothing}
    ${text ? html`<div class="bubble words">${text}</div>` : nothing}
    <div class="mark">${mark}</div>
  </li>`;
}
