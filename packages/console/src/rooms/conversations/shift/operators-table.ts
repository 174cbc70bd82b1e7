import { msg, str } from "@lit/localize";
import type { OperatorView } from "@veche/protocol";
import { html, nothing } from "lit";
import "@vaadin/button";
import { renderTable } from "../../../parts/table.ts";
import { type Departments, presenceName } from "../words.ts";
import { skillOf } from "./operator-dialog.ts";

/** Who answers residents, what they take, and how much they have now. */
export const renderOperators = (
  operators: readonly OperatorView[],
  departments: Departments,
  topics: ReadonlyMap<string, string>,
  change: (operator: OperatorView) => void,
) =>
  renderTable({
    caption: msg("Кто отвечает"),
    headings: [msg("Имя"), msg("Сейчас"), msg("Диалогов"), msg("Подразделения"), msg("Умеет")],
    acts: true,
    rows: operators,
    key: ({ id }) => id,
    draw: (operator) =>
      html`<tr>
        <td>${operator.name}</td>
        <td>${renderPresence(operator)}</td>
        <td>
          ${operator.mostOpen === undefined ? operator.open : msg(str`${operator.open} из ${operator.mostOpen}`)}
        </td>
        <td>${departmentsOf(operator, departments)}</td>
        <td>
          ${operator.skills.includes("en") ? html`<span class="tag">${msg("Английский")}</span>` : nothing}
          ${[...topics].map(([topic, name]) =>
            operator.skills.includes(skillOf(topic)) ? html`<span class="tag">${name}</span> ` : nothing,
          )}
          ${operator.supervises ? html`<span class="tag accent">${msg("Старший смены")}</span>` : nothing}
        </td>
        <td class="acts">
          <vaadin-button
            theme="tertiary small"
            aria-label=${msg(str`Изменить: ${operator.name}`)}
            @click=${() => change(operator)}
          >
            ${msg("Изменить")}
          </vaadin-button>
        </td>
      </tr>`,
  });

const renderPresence = ({ connected, presence }: OperatorView) =>
  connected
    ? html`<span class="tag ${presence === "here" ? "success" : ""}">${presenceName(presence)}</span>`
    : html`<span class="quiet">${msg("Не в консоли")}</span>`;

function departmentsOf({ departments, home }: OperatorView, names: Departments): string {
  const served = departments.length === 0 && home ? [home] : departments;
  return served.length === 0 ? msg("Все") : served.map((slug) => names.get(slug) ?? slug).join(", ");
}
