import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { count } from "../../parts/moments.ts";

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** So many of the value, drawn darker. */
  readonly part?: number;
}

/** A table whose figures are drawn as bars, the longest filling its place. */
export function renderBars(
  caption: string,
  heading: string,
  bars: readonly Bar[],
  partHeading?: string,
): TemplateResult {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  // As a property: the security policy refuses style attributes.
  const width = (value: number) => `width: ${(100 * value) / most}%`;
  return html`<div class="panel scroll">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${heading}</th>
          <th scope="col" class="number">${msg("Число")}</th>
          ${partHeading ? html`<th scope="col" class="number">${partHeading}</th>` : nothing}
          <th aria-hidden="true" class="drawn"></th>
        </tr>
      </thead>
      <tbody>
        ${bars.map(
          ({ name, value, part }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td class="number">${count(value)}</td>
              ${part === undefined ? nothing : html`<td class="number">${count(part)}</td>`}
              <td class="drawn" aria-hidden="true">
                ${value ? html`<div class="bar" .style=${width(value)}></div>` : nothing}
                ${part ? html`<div class="bar part" .style=${width(part)}></div>` : nothing}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${bars.length === 0 ? html`<p class="empty">${msg("Пока нет данных.")}</p>` : nothing}
  </div>`;
}
