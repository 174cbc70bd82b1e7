import { msg } from "@lit/localize";
import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { ConsoleElement } from "../parts/console-element.ts";
import { documentStyles, pageStyles } from "../parts/styles.ts";

/** An address that leads nowhere, or to a room that the person may not enter. */
@customElement("console-not-found")
export class NotFound extends ConsoleElement {
  static override styles = [pageStyles, documentStyles];

  protected override render() {
    return html`<div class="page empty">
      <h1>${msg("Такой страницы нет")}</h1>
      <p>${msg("Или она не для вашей роли. Выберите раздел слева.")}</p>
      <p><a href=${import.meta.env.BASE_URL}>${msg("На начальную страницу")}</a></p>
    </div>`;
  }
}
