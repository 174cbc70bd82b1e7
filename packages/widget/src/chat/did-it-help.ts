import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import type { Message } from "@veche/protocol";
import type { View } from "./view.ts";

const REASON_MAX_CHARACTERS = 500;

/** Whether an answer helped and, if not, why. */
export function didItHelp(one: Message, view: View) {
  if (one.author.kind !== "assistant" || one.replies.length > 0 || one.sources.length === 0) return nothing;
  const { act, helped } = view;
  switch (helped.get(one.id)) {
    case "yes":
      return html`<p class="helped">${msg("Спасибо за отзыв.")}</p>`;
    case "told":
      return html`<p class="helped" role="status">${msg("Спасибо, учтём.")} ${operatorButton(view)}</p>`;
    case "no":
      return html`<p class="helped">
          ${msg("Спасибо за отзыв. Спросите другими словами или позовите оператора.")} ${operatorButton(view)}
        </p>
        ${whyNot(one, view)}`;
    default:
      return html`<div class="helped" role="group" aria-label=${msg("Ответ помог?")}>
        <span>${msg("Ответ помог?")}</span>
        <button class="button quiet" @click=${() => act.rateMessage(one, true)}>${msg("Да")}</button>
        <button class="button quiet" @click=${() => act.rateMessage(one, false)}>${msg("Нет")}</button>
      </div>`;
  }
}

function operatorButton({ chat, act }: View) {
  if (chat.conversation?.state !== "assistant") return nothing;
  return html`<button class="button quiet" @click=${act.callOperator}>${msg("Позвать оператора")}</button>`;
}

function whyNot(one: Message, { act }: View) {
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement).get("reason");
    if (typeof said === "string" && said.trim()) act.rateMessage(one, false, said.trim());
  };
  const reasons = [msg("Ответ не о том"), msg("Непонятно"), msg("Устарело или неверно")];
  return html`<form class="why" @submit=${send}>
    <fieldset>
      <legend>${msg("Что было не так?")}</legend>
      <div class="replies">
        ${reasons.map(
          (reason) =>
            html`<button
              type="button"
              class="button reply"
              @click=${() => act.rateMessage(one, false, reason)}
            >
              ${reason}
            </button>`,
        )}
      </div>
    </fieldset>
    <label>${msg("Другое")}<input name="reason" maxlength=${REASON_MAX_CHARACTERS} /></label>
    <button class="button">${msg("Сообщить")}</button>
  </form>`;
}
