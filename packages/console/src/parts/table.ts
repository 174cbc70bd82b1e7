import { msg } from "@lit/localize";
import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

export interface Table<Row> {
  readonly caption?: string;
  readonly headings: readonly string[];
  /** Every row ends with its buttons. */
  readonly acts?: boolean;
  readonly rows: readonly Row[];
  readonly key: (row: Row) => string;
  /** Draws a whole `<tr>`. */
  readonly draw: (row: Row) => unknown;
}

export const renderTable = <Row>({ caption, headings, acts = false, rows, key, draw }: Table<Row>) =>
  html`<table>
    ${
      caption
        ? html`<caption>
            ${caption}
          </caption>`
        : nothing
    }
    <thead>
      <tr>
        ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        ${acts ? html`<th scope="col"><span class="visually-hidden">${msg("Действия")}</span></th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${repeat(rows, key, draw)}
    </tbody>
  </table>`;

/** Tables in panels; a row's buttons stand in a cell `.acts`. */
export const tableStyles = css`
  .panel {
    padding: 6px 16px 10px;
  }
  td {
    overflow-wrap: break-word;
  }
  .acts {
    text-align: end;
    white-space: nowrap;
  }
`;

/** On a phone each row of a table in `.cards` is a card; a cell whose meaning its heading told has it as `data-heading`. */
export const cardStyles = css`
  @media (max-width: 640px) {
    .cards :is(table, tbody) {
      display: block;
    }
    .cards thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .cards tr {
      display: grid;
      gap: 6px;
      padding: 12px 0;
    }
    .cards tr + tr {
      border-top: 1px solid var(--console-line);
    }
    .cards caption,
    .cards td {
      display: block;
      width: auto;
      min-width: 0;
      padding: 0;
      border: 0;
      text-align: start;
    }
    .cards td[data-heading]::before {
      content: attr(data-heading) ": ";
      color: var(--lumo-secondary-text-color);
    }
    .cards .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      white-space: normal;
    }
    .cards .acts:empty {
      display: none;
    }
  }
`;
