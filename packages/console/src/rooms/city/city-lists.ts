import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/select";
import "@vaadin/text-field";
import type { CityList } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { icon } from "../../parts/icons.ts";
import { count } from "../../parts/moments.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { nothingFound, shown } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { renderTable, tableStyles } from "../../parts/table.ts";
import { topicName } from "../../parts/topic-name.ts";
import "./import-dialog.ts";
import { renderRowAct } from "./row-act.ts";
import "./row-dialog.ts";
import type { Row, RowDialog } from "./row-dialog.ts";
import { headingOf, listName } from "./words.ts";

const LISTS = ["hotlines", "organisations", "streets", "buildings"] as const;
const SHOWN = 100;
const MOST_SHOWN = 500;
const SEARCH_WAITS_MS = 250;
/** The others are seen once a record is open. */
const COLUMNS_SHOWN: Readonly<Record<string, readonly string[]>> = {
  hotlines: ["name", "phones", "hours", "topics"],
  organisations: ["name", "phones", "emergencyPhone", "hours"],
  streets: ["name", "type", "district", "formerNames", "commonNames"],
  buildings: ["street", "type", "house", "district", "organisation", "waterSupplier"],
};

/** Columns whose cells hold several, with `;` between them. */
const LISTED = new Set(["phones", "topics", "formerNames", "commonNames"]);
/** Columns that name a record of another list. */
const NAMED: Readonly<Record<string, CityList>> = {
  organisation: "organisations",
  heatSupplier: "hotlines",
  waterSupplier: "hotlines",
};
const MOST_NAMED = 500;

/** The city's lists: telephones, organisations, streets, houses. */
@customElement("console-city-lists")
export class CityLists extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    tableStyles,
    css`
      .row vaadin-select {
        min-width: min(270px, 100%);
      }
      .row vaadin-text-field {
        flex: 1 1 220px;
      }
    `,
  ];

  readonly #address = new QueryController(this);
  #typing: ReturnType<typeof setTimeout> | undefined;
  @state() private limit = SHOWN;
  @query("console-row-dialog") private dialog!: RowDialog;

  #list(): CityList {
    return LISTS.find((list) => list === this.#address.get("list")) ?? "hotlines";
  }

  readonly #rows = new Task(this, {
    args: () => [this.#list(), this.#address.get("q") ?? "", this.limit] as const,
    task: ([sheet, words, limit], { signal }) =>
      this.desk.client.city.rows({ sheet, query: words || undefined, limit }, signal),
  });

  /** What records of other lists are called, by their slugs. */
  readonly #names = new Task(this, {
    args: () => [this.#list()] as const,
    task: async ([list], { signal }) => {
      const named = new Set((COLUMNS_SHOWN[list] ?? []).flatMap((column) => NAMED[column] ?? []));
      const lists = await Promise.all(
        [...named].map((sheet) => this.desk.client.city.rows({ sheet, limit: MOST_NAMED }, signal)),
      );
      return new Map(
        lists.flatMap(({ items }) => items.map(({ cells }) => [cells["slug"] ?? "", cells["name"] ?? ""])),
      );
    },
  });

  #search(words: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.limit = SHOWN;
      this.#address.set({ q: words.trim() });
    }, SEARCH_WAITS_MS);
  }

  protected override render() {
    const list = this.#list();
    const { value } = this.#rows;
    return html`<div class="page" @list-changed=${() => this.#rows.run()}>
      <div class="row">
        <h1 class="grow">${msg("Справочники")}</h1>
        <console-list-files .desk=${this.desk} .list=${list}></console-list-files>
        <vaadin-button theme="primary" @click=${() => this.dialog.show(undefined)}>
          ${icon("plus")} ${msg("Добавить")}
        </vaadin-button>
      </div>
      <div class="row">
        <vaadin-select
          accessible-name=${msg("Список")}
          .items=${LISTS.map((it) => ({ value: it, label: listName(it) }))}
          .value=${list}
          @value-changed=${({ detail }: CustomEvent<{ value: string }>) => {
            if (detail.value && detail.value !== list)
              this.#address.set({ list: detail.value, q: undefined }, "step");
          }}
        ></vaadin-select>
        <vaadin-text-field
          accessible-name=${msg("Найти в списке")}
          placeholder=${msg("Найти в списке")}
          clear-button-visible
          .value=${this.#address.get("q") ?? ""}
          @value-changed=${({ detail }: CustomEvent<{ value: string }>) => this.#search(detail.value)}
        ></vaadin-text-field>
      </div>
      ${shown(this.#rows, ({ items, total }) => this.#renderTable(list, items, total))}
      <console-row-dialog
        .desk=${this.desk}
        .list=${list}
        .columns=${value?.columns ?? []}
      ></console-row-dialog>
    </div>`;
  }

  #renderTable(list: CityList, rows: readonly Row[], total: number) {
    if (rows.length === 0) return nothingFound();
    const columns = COLUMNS_SHOWN[list] ?? [];
    return html`<div class="panel scroll">
      ${renderTable({
        caption: msg(str`Записей: ${count(total)}`),
        headings: columns.map(headingOf),
        acts: true,
        rows,
        key: ({ key }) => key,
        draw: (row) => this.#renderRow(row, columns),
      })}
      ${
        total > rows.length && this.limit < MOST_SHOWN
          ? html`<vaadin-button theme="tertiary" @click=${() => (this.limit = MOST_SHOWN)}
              >${msg("Показать ещё")}</vaadin-button
            >`
          : nothing
      }
    </div>`;
  }

  #told(column: string, cell: string): string {
    if (column in NAMED) return this.#names.value?.get(cell) || cell;
    const parts = LISTED.has(column) ? cell.split(";") : [cell];
    return parts.map((part) => (column === "topics" ? topicName(part) : part)).join(", ");
  }

  #renderRow(row: Row, columns: readonly string[]) {
    return html`<tr>
      ${columns.map((column) => html`<td>${this.#told(column, row.cells[column] ?? "")}</td>`)}
      <td class="acts">
        ${renderRowAct(msg("Изменить"), msg(str`Изменить: ${row.key}`), () => this.dialog.show(row))}
      </td>
    </tr>`;
  }
}
