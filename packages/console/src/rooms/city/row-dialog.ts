import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import type { CityList } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { renderMoment } from "../../parts/date-fields.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { renderTextInput } from "../../parts/text-input.ts";
import { columnName } from "./words.ts";

export type Cells = Readonly<Record<string, string>>;
export interface Row {
  readonly key: string;
  readonly cells: Cells;
}

const LONG = new Set(["about", "affected", "note"]);
const MOMENTS = new Set(["startsAt", "endsAt", "cancelledAt"]);

/**
 * One record of a list: added, changed or removed.
 *
 * @fires list-changed
 */
@customElement("console-row-dialog")
export class RowDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
        gap: 4px 14px;
        width: min(620px, 78vw);
      }
      vaadin-text-area,
      .refusal {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property() list: CityList = "hotlines";
  @property({ attribute: false }) columns: readonly string[] = [];
  @state() private open = false;
  @state() private row: Row | undefined;
  @state() private cells: Cells = {};
  readonly #attempt = new Attempt(this);

  show(row: Row | undefined, cells: Cells = {}): void {
    this.row = row;
    this.cells = { ...cells, ...row?.cells };
    this.#attempt.forget();
    this.open = true;
  }

  #change(act: () => Promise<unknown>): Promise<void> {
    return this.#attempt.run(async () => {
      await act();
      this.open = false;
      this.tell("list-changed");
    });
  }

  #save = () =>
    this.#change(() => {
      const { list: sheet, cells, row } = this;
      return this.desk.client.city.saveRow({ sheet, cells, ...(row && { key: row.key, seen: row.cells }) });
    });

  #remove = ({ key }: Row) => this.#change(() => this.desk.client.city.removeRow({ sheet: this.list, key }));

  protected override render() {
    const { row } = this;
    return html`<vaadin-dialog
      header-title=${row ? row.key : msg("Новая запись")}
      .opened=${this.open}
      @opened-changed=${openedOrLeft(() => (this.open = false))}
    >
      ${this.open ? html`<div class="content">${this.#renderFields()}</div>` : nothing}
      <div slot="footer">
        ${
          row
            ? html`<vaadin-button
                theme="tertiary error"
                ?disabled=${this.#attempt.busy}
                @click=${() => this.#remove(row)}
                >${msg("Удалить")}</vaadin-button
              >`
            : nothing
        }<vaadin-button theme="tertiary" @click=${() => (this.open = false)}>${msg("Отмена")}</vaadin-button
        ><vaadin-button theme="primary" ?disabled=${this.#attempt.busy} @click=${this.#save}
          >${msg("Сохранить")}</vaadin-button
        >
      </div>
    </vaadin-dialog>`;
  }

  #renderFields() {
    return html`${refusalNote(this.#attempt.refusal)}
    ${this.columns.map((column, index) => this.#renderCell(column, index === 0))}`;
  }

  #renderCell(column: string, first: boolean) {
    const label = columnName(column);
    const value = this.cells[column] ?? "";
    const invalid = this.#attempt.refusal?.field === column;
    const write = (cell: string) => (this.cells = { ...this.cells, [column]: cell });
    return MOMENTS.has(column)
      ? renderMoment({ label, value, invalid, write })
      : renderTextInput({ label, value, invalid, first, long: LONG.has(column), write });
  }
}
