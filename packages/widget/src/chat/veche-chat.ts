import { html } from "lit";
import { msg } from "@lit/localize";
import { customElement } from "lit/decorators.js";
import { ResidentElement } from "@veche/ui";

@customElement("veche-chat")
export class VecheChat extends ResidentElement {
  protected readonly texts = () => import("../../texts/chat/en.ts");
  override render() {
    return html`<div class="veche"><div class="scaled">${msg("Задать вопрос")}</div></div>`;
  }
}
