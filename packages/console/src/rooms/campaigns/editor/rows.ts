import { msg, str } from "@lit/localize";
import "@vaadin/button";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../../parts/icons.ts";
import type { Edit } from "./fields.ts";
import { valueAt } from "./paths.ts";

interface Rows {
  /** Where the list stands in the terms. */
  readonly path: string;
  /** What one of them is called in the act that adds it. */
  readonly add: string;
  readonly blank: () => object;
  readonly draw: (path: string) => TemplateResult;
}

/** A list of which each is a small form; they are added, taken out and moved up. */
export function renderRows(edit: Edit, { path, add, blank, draw }: Rows) {
  const value = valueAt(edit.terms, path);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const up = (index: number) =>
    edit.write(path, [...rows.slice(0, index - 1), rows[index], rows[index - 1], ...rows.slice(index + 1)]);
  return html`<div class="whole rows" data-field=${path} tabindex="-1">
    ${rows.map(
      (_, index) =>
        html`<div class="entry" role="group" aria-label=${`${index + 1}`}>
          <div class="fields">${draw(`${path}.${index}`)}</div>
          ${
            edit.locked
              ? nothing
              : html`<div class="acts">
                  <button
                    class="square"
                    type="button"
                    aria-label=${msg(str`Выше: ${index + 1}`)}
                    ?disabled=${index === 0}
                    @click=${() => up(index)}
                  >
                    ↑
                  </button>
                  <button
                    class="square"
                    type="button"
                    aria-label=${msg(str`Убрать: ${index + 1}`)}
                    @click=${() => edit.write(path, rows.toSpliced(index, 1))}
                  >
                    ${icon("close")}
                  </button>
                </div>`
          }
        </div>`,
    )}
    ${
      edit.locked
        ? nothing
        : html`<vaadin-button theme="small" @click=${() => edit.write(path, [...rows, blank()])}
            >${icon("plus")} ${add}</vaadin-button
          >`
    }
  </div>`;
}
