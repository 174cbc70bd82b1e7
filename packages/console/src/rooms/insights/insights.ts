import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import type { Operations, ReplyOf } from "@veche/protocol";
import { css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { count, decimal, percent, shortDay } from "../../parts/moments.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { shown } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { renderBars } from "./bars.ts";
import { barStyles } from "./bar-styles.ts";
import { entryState, outcomeName, topicTitle } from "./words.ts";

type Figures = ReplyOf<Operations["insights"]["figures"]>;

/** The analysts' room: what was asked, how it was answered, how many entries came. */
@customElement("console-insights")
export class Insights extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    barStyles,
    css`
      .period {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
      }
      .period label {
        display: grid;
        gap: 4px;
        color: var(--lumo-secondary-text-color);
        font-size: var(--lumo-font-size-s);
      }
      .period input {
        min-height: 36px;
        padding: 4px 8px;
        border: 1px solid var(--console-field-line);
        border-radius: 8px;
        background: var(--lumo-base-color);
        color: var(--lumo-body-text-color);
        font: inherit;
      }
      .totals {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
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
      .tables {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr));
        gap: 16px;
        align-items: start;
      }
      .tables > .panel {
        padding: 14px 16px;
      }
    `,
  ];

  readonly #address = new QueryController(this);
  readonly #figures = new Task(this, {
    args: () => [this.#address.get("from"), this.#address.get("to")] as const,
    task: ([from, to], { signal }) => this.desk.client.insights.figures({ from, to }, signal),
  });

  protected override render() {
    const figures = this.#figures.value;
    return html`<div class="page">
      <div class="row">
        <h1 class="grow">${msg("Цифры")}</h1>
        <div class="period">
          ${this.#renderDay(msg("С"), "from", figures?.from)} ${this.#renderDay(msg("По"), "to", figures?.to)}
        </div>
      </div>
      ${shown(this.#figures, (it) => this.#renderFigures(it), html`<p class="empty">${msg("Считаем…")}</p>`)}
    </div>`;
  }

  #renderDay(label: string, name: "from" | "to", shown: string | undefined) {
    return html`<label
      >${label}
      <input
        type="date"
        .value=${this.#address.get(name) ?? shown ?? ""}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) this.#address.set({ [name]: event.target.value });
        }}
    /></label>`;
  }

  #renderFigures(figures: Figures) {
    const { helpful, score } = figures;
    const rated = helpful.yes + helpful.no;
    const totals: readonly (readonly [string, string])[] = [
      [msg("Диалогов"), count(figures.conversations)],
      [msg("Сообщений"), count(figures.messages)],
      [msg("Без оператора"), figures.conversations > 0 ? percent(figures.servedByAssistant) : "—"],
      [msg("Ответ помог"), rated > 0 ? percent(helpful.yes / rated) : "—"],
      [msg("Средняя оценка"), score.mean === null ? "—" : `${decimal(score.mean)} (${count(score.count)})`],
    ];
    return html`
      <dl class="totals">
        ${totals.map(
          ([name, value]) =>
            html`<div class="panel">
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <div class="tables">
        ${this.#renderDays(figures)}
        ${renderBars(
          msg("Темы вопросов"),
          msg("Тема"),
          figures.topics.map(({ topic, questions }) => ({ name: topicTitle(topic), value: questions })),
        )}
        ${renderBars(
          msg("Чем закончился вопрос"),
          msg("Исход"),
          figures.outcomes.map(({ outcome, questions }) => ({
            name: outcomeName(outcome),
            value: questions,
          })),
        )}
        ${renderBars(
          msg("Работы на конкурсах"),
          msg("Конкурс"),
          figures.entries.map(({ campaign, state, entries }) => ({
            name: `${campaign}, ${entryState(state)}`,
            value: entries,
          })),
        )}
      </div>
    `;
  }

  #renderDays({ days }: Figures) {
    return renderBars(
      msg("По дням"),
      msg("День"),
      days.map(({ day: date, conversations, handovers }) => ({
        name: shortDay(`${date}T12:00:00`),
        value: conversations,
        part: handovers,
      })),
      msg("из них оператору"),
    );
  }
}
