import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { Restriction } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { dayAndMinute } from "../../../parts/moments.ts";
import { shown } from "../../../parts/reading.ts";
import { RoomElement } from "../../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../../parts/styles.ts";
import { renderTable, tableStyles } from "../../../parts/table.ts";
import { restrictionName } from "../words.ts";
import { partStyles } from "./part-styles.ts";

/** Mutes, limits and blocks that hold now, each with its way out. */
@customElement("console-restrictions")
export class Restrictions extends RoomElement {
  static override styles = [pageStyles, documentStyles, tableStyles, partStyles];

  readonly #holding = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await this.desk.client.conversations.restrictions({}, signal)).items,
  });

  async #lift({ id }: Restriction): Promise<void> {
    try {
      await this.desk.client.conversations.lift({ id });
      this.desk.notices.done(msg("Ограничение снято."));
    } catch (error) {
      this.desk.notices.refusal(error);
    }
    await this.#holding.run();
  }

  protected override render() {
    return html`<section class="panel scroll">
      ${shown(this.#holding, (items) =>
        items.length === 0
          ? html`<h2>${msg("Ограничения жителей")}</h2>
              <p class="quiet">${msg("Сейчас никто не ограничен.")}</p>`
          : renderTable({
              caption: msg("Ограничения жителей"),
              headings: [msg("Что"), msg("Причина"), msg("Кто и когда"), msg("До")],
              acts: true,
              rows: items,
              key: ({ id }) => id,
              draw: (restriction) => this.#renderOne(restriction),
            }),
      )}
    </section>`;
  }

  #renderOne(restriction: Restriction) {
    const { conversationId, kind, reason, by, at, until, network } = restriction;
    return html`<tr>
      <td>
        <a href="/console/conversations?open=${encodeURIComponent(conversationId)}"
          >${restrictionName(kind)}</a
        >
        ${network ? html`<br /><span class="quiet">${msg("и новые диалоги из той же сети")}</span>` : nothing}
      </td>
      <td>${reason}</td>
      <td>${by}<br /><span class="quiet">${dayAndMinute(at)}</span></td>
      <td>${dayAndMinute(until)}</td>
      <td class="acts">
        <vaadin-button
          theme="tertiary small"
          aria-label=${msg(str`Снять: ${reason}`)}
          @click=${() => this.#lift(restriction)}
        >
          ${msg("Снять")}
        </vaadin-button>
      </td>
    </tr>`;
  }
}
