import { msg } from "@lit/localize";
import type { Conversation } from "@veche/protocol";
import { css, html } from "lit";
import type { View } from "./view.ts";

export const styles = [
  css`
    .call-back {
      display: flex;
      gap: 8px;
      margin-block-start: 8px;
    }
    .call-back input {
      flex: 1;
      min-inline-size: 0;
    }
  `,
];

/** Nobody can answer at once: where shall the city answer? */
export function callBack({ act }: View, { contact }: NonNullable<Conversation["callBack"]>) {
  if (contact) return html`<p>${msg("Ответим вам:")} ${contact}</p>`;
  const leave = (event: SubmitEvent) => {
    event.preventDefault();
    const left = new FormData(event.target as HTMLFormElement).get("contact");
    if (typeof left === "string" && left.trim()) act.leaveContact(left.trim());
  };
  return html`<form class="call-back" @submit=${leave}>
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
