import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/select";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { cityMinute } from "../../parts/city-clock.ts";
import { renderDay } from "../../parts/date-fields.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { shown } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import "./figure-chart.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { periods } from "./periods.ts";
import { totalsOf } from "./totals.ts";

const ALL = "*";

/** The analysts' room: what was asked, how it was answered, who was busy, and how it was before. */
@customElement("console-insights")
export class Insights extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    css`
      .row {
        align-items: end;
      }
      vaadin-select {
        width: 170px;
      }
      .totals {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(136px, 1fr));
        gap: 12px;
      }
      .totals > div {
        padding: 12px 16px;
      }
      .totals dt {
        color: var(--lumo-secondary-text-color);
        font-size: var(--lumo-font-size-s);
      }
      .totals dd {
        font-size: 1.5rem;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .totals dd.quiet {
        font-size: var(--lumo-font-size-s);
        font-weight: 400;
      }
      .charts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr));
        gap: 16px;
        align-items: start;
      }
    `,
  ];

  readonly #address = new QueryController(this);
  readonly #figures = new Task(this, {
    args: () => [JSON.stringify(this.#asked())] as const,
    task: (_, { signal }) => this.desk.client.insights.figures(this.#asked(), signal),
  });
  readonly #departments = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await this.desk.client.city.hotlines({}, signal)).items,
  });

  /** As the address says; the last thirty days where it says nothing. */
  #period(): { readonly from: string; readonly to: string } {
    const [usual] = periods(cityMinute(new Date()).slice(0, 10));
    const from = this.#address.get("from");
    const to = this.#address.get("to");
    return from && to ? { from, to } : { from: usual?.from ?? "", to: usual?.to ?? "" };
  }

  #asked() {
    const asked = this.#address.get("step");
    const step: "day" | "week" | undefined = asked === "day" || asked === "week" ? asked : undefined;
    const department = this.#address.get("department");
    return { ...this.#period(), ...(department && { department }), ...(step && { step }) };
  }

  protected override render() {
    return html`<div class="page">
      <div class="row">
        <h1 class="grow">${msg("Цифры")}</h1>
        ${this.#renderPeriod()}
      </div>
      ${shown(this.#figures, (it) => this.#renderFigures(it), html`<p class="empty">${msg("Считаем…")}</p>`)}
    </div>`;
  }

  #renderPeriod() {
    const now = this.#period();
    const known = periods(cityMinute(new Date()).slice(0, 10));
    const chosen = known.find(({ from, to }) => from === now.from && to === now.to);
    return html`
      ${this.#renderChoice(
        msg("Период"),
        [
          ...known.map(({ name, label }) => ({ value: name, label })),
          ...(chosen ? [] : [{ value: "other", label: msg("Другой") }]),
        ],
        chosen?.name ?? "other",
        (value) => {
          const next = known.find(({ name }) => name === value);
          if (next) this.#address.set({ from: next.from, to: next.to });
        },
      )}
      ${renderDay({ label: msg("С"), value: now.from, write: (from) => from && this.#address.set({ ...now, from }) })}
      ${renderDay({ label: msg("По"), value: now.to, write: (to) => to && this.#address.set({ ...now, to }) })}
      ${this.#renderChoice(
        msg("Показывать"),
        [
          { value: "day", label: msg("По дням") },
          { value: "week", label: msg("По неделям") },
        ],
        this.#asked().step ?? this.#figures.value?.step ?? "day",
        (step) => this.#address.set({ step }),
      )}
      ${this.#renderChoice(
        msg("Служба"),
        [
          { value: ALL, label: msg("Все службы") },
          ...(this.#departments.value ?? []).map(({ slug, name }) => ({ value: slug, label: name })),
        ],
        this.#asked().department ?? ALL,
        (department) => this.#address.set({ department: department === ALL ? undefined : department }),
      )}
    `;
  }

  #renderChoice(
    label: string,
    items: { value: string; label: string }[],
    value: string,
    choose: (value: string) => void,
  ) {
    return html`<vaadin-select
      label=${label}
      .items=${items}
      .value=${value}
      @value-changed=${({ detail }: CustomEvent<{ value: string }>) => {
        if (detail.value !== value && items.some((it) => it.value === detail.value)) choose(detail.value);
      }}
    ></vaadin-select>`;
  }

  #renderFigures(figures: Figures) {
    const charts = figuresOf(
      figures,
      (table) => `/api/v1/staff/figures-file?${new URLSearchParams({ ...this.#asked(), table })}`,
    );
    return html`
      <dl class="totals">
        ${totalsOf(figures).map(
          ({ name, value, before }) =>
            html`<div class="panel">
              <dt>${name}</dt>
              <dd>${value}</dd>
              ${before ? html`<dd class="quiet">${msg(str`было ${before}`)}</dd>` : nothing}
            </div>`,
        )}
      </dl>
      <p class="quiet">${msg("«Было»: за столько же дней до этого.")}</p>
      ${figures.conversations === 0 ? html`<p class="panel empty">${msg("За эти дни диалогов не было. Выберите другой период.")}</p>` : nothing}
      <div class="charts">
        ${charts.map((figure) => html`<console-figure-chart class="panel" .figure=${figure}></console-figure-chart>`)}
      </div>
    `;
  }
}
