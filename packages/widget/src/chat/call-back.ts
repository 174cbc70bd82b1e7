import { msg } from "@lit/localize";
import type { Conversation } from "@veche/protocol";
import { css, html } from "lit";
import type { View } from "./view.ts";

export const styles = [
  css`
    .call-back {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-block-start: 8px;
    }
    .call-back p {
      flex-basis: 100%;
      margin: 0;
    }
    .call-back input {
      flex: 1 1 13em;
      min-inline-size: 0;
      min-block-size: var(--_touch);
      padding: 0.4em 0.7em;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius-small);
      background: var(--_surface);
      color: var(--_text);
      font: inherit;
    }
  `,
];

const whyOf = (why: NonNullable<Conversation["callBack"]>["why"]) =>
  ({
    // The notice above says when the operators open.
    closed: "",
    holiday: msg("Сегодня праздник."),
    nobody: msg("Сейчас на смене никого нет."),
    busy: msg("Сейчас все операторы заняты."),
  })[why];

/** Nobody can answer at once: where shall the city answer? */
export function callBack({ act }: View, { contact, why }: NonNullable<Conversation["callBack"]>) {
  if (contact) return html`<p>${msg("Ответим вам:")} ${contact}</p>`;
  const leave = (event: SubmitEvent) => {
    event.preventDefault();
    const left = new FormData(event.target as HTMLFormElement).get("contact");
    if (typeof left === "string" && left.trim()) act.leaveContact(left.trim());
  };
  return html`<form class="call-back" @submit=${leave}>
    <p>${whyOf(why)} ${msg("Можно не ждать: оставьте телефон или почту, и город ответит вам сам.")}</p>
    <input
      name="contact"
      maxlength="200"
      autocomplete="tel"
      aria-label=${msg("Телефон или почта для ответа")}
      placeholder=${msg("Телефон или почта")}
      required
    /><button class="button">${msg("Ответьте мне")}</button>
  </form>`;
}
