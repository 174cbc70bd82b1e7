import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { icon } from "../../parts/icons.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { shown } from "../../parts/reading.ts";
import { resourceName } from "../../parts/resource-name.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { renderTable, tableStyles } from "../../parts/table.ts";
import "./import-dialog.ts";
import "./notice-reader.ts";
import "./outage-change-dialog.ts";
import type { OutageChangeDialog } from "./outage-change-dialog.ts";
import { renderRowAct } from "./row-act.ts";
import "./row-dialog.ts";
import type { Row, RowDialog } from "./row-dialog.ts";
import { kindName } from "./words.ts";

const MOST = 500;

/** What is off, and what will be: by a form, a file, or a supplier's notice. */
@customElement("console-outages")
export class Outages extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    tableStyles,
    css`
      .where {
        max-width: 420px;
      }
    `,
  ];

  @state() private showsPast = false;
  @state() private pasting = false;
  @query("console-row-dialog") private dialog!: RowDialog;
  @query("console-outage-change") private changing!: OutageChangeDialog;

  readonly #rows = new Task(this, {
    args: () => [],
    task: (_, { signal }) => this.desk.client.city.rows({ sheet: "outages", limit: MOST }, signal),
  });

  protected override render() {
    const { value } = this.#rows;
    return html`<div
      class="page"
      @list-changed=${() => this.#rows.run()}
      @notice-done=${() => {
        this.pasting = false;
        void this.#rows.run();
      }}
    >
      <div class="row">
        <h1 class="grow">${msg("Отключения")}</h1>
        <console-list-files .desk=${this.desk} list="outages"></console-list-files>
        <vaadin-button @click=${() => this.dialog.show(undefined, { kind: "planned" })}>
          ${icon("plus")} ${msg("Добавить")}
        </vaadin-button>
        <vaadin-button theme="primary" @click=${() => (this.pasting = !this.pasting)}>
          ${msg("Вставить извещение")}
        </vaadin-button>
      </div>
      ${this.pasting ? html`<console-notice-reader .desk=${this.desk}></console-notice-reader>` : nothing}
      ${shown(this.#rows, ({ items }) => this.#renderTable(items))}
      <console-row-dialog
        .desk=${this.desk}
        list="outages"
        .columns=${value?.columns ?? []}
      ></console-row-dialog>
      <console-outage-change .desk=${this.desk}></console-outage-change>
    </div>`;
  }

  #renderTable(rows: readonly Row[]) {
    const now = Date.now();
    const ends = (row: Row) => new Date(row.cells["endsAt"] ?? "").getTime();
    const starts = (row: Row) => new Date(row.cells["startsAt"] ?? "").getTime();
    const shown = rows
      .filter((row) => this.showsPast || (ends(row) > now && !row.cells["cancelledAt"]))
      .toSorted((a, b) => (this.showsPast ? starts(b) - starts(a) : starts(a) - starts(b)));
    return html`<div class="panel scroll">
      <label class="row">
        <input
          type="checkbox"
          .checked=${this.showsPast}
          @change=${() => (this.showsPast = !this.showsPast)}
        />
        ${msg("И прошедшие, и отменённые")}
      </label>
      ${shown.length === 0 ? html`<p class="empty">${msg("Отключений нет.")}</p>` : this.#renderRows(shown, now)}
    </div>`;
  }

  #renderRows(rows: readonly Row[], now: number) {
    return renderTable({
      headings: [msg("Чего нет"), msg("Когда"), msg("Улицы и дома"), msg("Причина")],
      acts: true,
      rows,
      key: ({ key }) => key,
      draw: (row) => this.#renderRow(row, now),
    });
  }

  #renderRow(row: Row, now: number) {
    const {
      resource = "",
      kind = "",
      startsAt = "",
      endsAt = "",
      affected = "",
      reason = "",
      cancelledAt = "",
    } = row.cells;
    const begun = new Date(startsAt).getTime() <= now;
    const over = cancelledAt !== "" || new Date(endsAt).getTime() <= now;
    return html`<tr>
      <td>
        ${resourceName(resource)}<br />
        <span class="tag ${kind === "emergency" ? "error" : ""}">${kindName(kind)}</span>
        ${cancelledAt ? html`<span class="tag">${msg("Отменено")}</span>` : nothing}
        ${begun && !over ? html`<span class="tag warning">${msg("Сейчас")}</span>` : nothing}
      </td>
      <td>${dayAndMinute(startsAt)} — ${dayAndMinute(endsAt)}</td>
      <td class="where">${affected}</td>
      <td>${reason}</td>
      <td class="acts">
        ${
          over
            ? nothing
            : renderRowAct(msg("Что стало"), msg(str`Что стало с отключением: ${row.key}`), () =>
                this.changing.show(row.key, endsAt, begun),
              )
        }
        ${renderRowAct(msg("Изменить"), msg(str`Изменить: ${row.key}`), () => this.dialog.show(row))}
      </td>
    </tr>`;
  }
}
