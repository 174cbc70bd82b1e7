import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import type { Erasure } from "@veche/protocol";
import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { dayAndMinute } from "../../../parts/moments.ts";
import { shown } from "../../../parts/reading.ts";
import { RoomElement } from "../../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../../parts/styles.ts";
import { renderTable, tableStyles } from "../../../parts/table.ts";
import { partStyles } from "./part-styles.ts";

/** The proof of what was erased: when, by whom, why, how much; never what. */
@customElement("console-erasures")
export class Erasures extends RoomElement {
  static override styles = [pageStyles, documentStyles, tableStyles, partStyles];

  readonly #erased = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await this.desk.client.conversations.erasures({}, signal)).items,
  });

  protected override render() {
    return html`<section class="panel scroll">
      ${shown(this.#erased, (items) =>
        items.length === 0
          ? html`<h2>${msg("Удалённая переписка")}</h2>
              <p class="quiet">
                ${msg("Пока ничего не удаляли. Удалить переписку по просьбе жителя можно в меню диалога.")}
              </p>`
          : renderTable({
              caption: msg("Удалённая переписка"),
              headings: [
                msg("Когда"),
                msg("Что сделано"),
                msg("Кто"),
                msg("Почему"),
                msg("Сообщений"),
                msg("Подпись записи"),
              ],
              rows: items,
              key: ({ id }) => id,
              draw: renderErasure,
            }),
      )}
    </section>`;
  }
}

const renderErasure = ({ at, mode, by, why, messages, digest }: Erasure) =>
  html`<tr>
    <td>${dayAndMinute(at)}</td>
    <td>${mode === "delete" ? msg("Удалено") : msg("Обезличено")}</td>
    <td>${by === "system" ? msg("по сроку хранения") : by}</td>
    <td>${why}</td>
    <td class="number">${messages}</td>
    <td><code title=${digest}>${digest.slice(0, 12)}…</code></td>
  </tr>`;
