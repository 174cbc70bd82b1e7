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
