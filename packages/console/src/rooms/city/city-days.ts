import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/select";
import "@vaadin/text-field";
import type { CityDay } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { renderDay } from "../../parts/date-fields.ts";
import { dayAndMinute, day as dayInWords } from "../../parts/moments.ts";
import { refusalNote, shown } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { renderTable, tableStyles } from "../../parts/table.ts";
import { renderRowAct } from "./row-act.ts";

type Value = CustomEvent<{ value: string }>;
type Written = Pick<CityDay, "date" | "department" | "hours" | "reason">;

const EVERYONE = "all";
const EMPTY: Written = { date: "", department: "", hours: "", reason: "" };
/** In the middle of the day, so that no clock moves it to another. */
const named = (date: string) => dayInWords(`${date}T12:00:00`);

/** Days that are not as the calendar has them: closed, or with hours of their own; with who and why. */
@customElement("console-city-days")
export class CityDays extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    tableStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
        align-items: start;
        gap: 8px 14px;
        padding: 16px 20px;
      }
      /* Vaadin's fields have as much above their labels. */
      form > console-time-field {
        margin-top: 9px;
      }
      form > h2,
      form > .whole {
        grid-column: 1 / -1;
      }
      .dates {
        columns: 220px;
        padding: 10px 0;
        list-style: none;
      }
    `,
  ];

  @state() private written = EMPTY;
  readonly #attempt = new Attempt(this);

  readonly #days = new Task(this, {
    args: () => [],
    task: (_, { signal }) => this.desk.client.city.days({}, signal),
  });

  readonly #departments = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await this.desk.client.city.hotlines({}, signal)).items,
  });

  #save = (event: Event) => {
    event.preventDefault();
    return this.#attempt.run(async () => {
      await this.desk.client.city.saveDay(this.written);
      this.written = EMPTY;
      this.desk.notices.done(msg("День записан. Чат и справочник уже считают по нему."));
      await this.#days.run();
    });
  };

  #remove = ({ date, department }: CityDay) =>
    this.#attempt.run(async () => {
      await this.desk.client.city.removeDay({ date, department });
      this.desk.notices.done(msg("День снова обычный."));
      await this.#days.run();
    });

  #departmentName(slug: string): string {
    return slug === ""
      ? msg("Все, кто отдыхает в выходные")
      : (this.#departments.value?.find((it) => it.slug === slug)?.name ?? slug);
  }

  protected override render() {
    return html`<div class="page">
      <h1>${msg("Рабочий календарь")}</h1>
      <p class="quiet">
        ${msg("Обычные часы стоят у каждого подразделения в справочнике, праздники и короткие дни — в производственном календаре. Здесь — дни, которые выпадают из правила.")}
      </p>
      ${refusalNote(this.#attempt.refusal)} ${this.#renderForm()}
      ${shown(this.#days, ({ items, calendar }) => html`${this.#renderDays(items)} ${this.#renderCalendar(calendar)}`)}
    </div>`;
  }

  #renderForm() {
    const { date, department, hours, reason } = this.written;
    const refused = this.#attempt.refusal?.field;
    const write = (change: Partial<Written>) => (this.written = { ...this.written, ...change });
    return html`<form class="panel" @submit=${this.#save}>
      <h2>${msg("Добавить день")}</h2>
      ${renderDay({ label: msg("Дата"), value: date, write: (day) => write({ date: day }), invalid: refused === "date" })}
      <vaadin-select
        label=${msg("Кого касается")}
        .items=${["", ...(this.#departments.value ?? []).map(({ slug }) => slug)].map((slug) => ({
          value: slug || EVERYONE,
          label: this.#departmentName(slug),
        }))}
        .value=${department || EVERYONE}
        @value-changed=${({ detail }: Value) =>
          detail.value && write({ department: detail.value === EVERYONE ? "" : detail.value })}
      ></vaadin-select>
      <vaadin-text-field
        label=${msg("Часы")}
        placeholder="09:00-13:00,14:00-16:00"
        helper-text=${msg("Перерыв — это два промежутка. Пусто — закрыто весь день.")}
        manual-validation
        ?invalid=${refused === "hours"}
        .value=${hours}
        @value-changed=${({ detail }: Value) => write({ hours: detail.value })}
      ></vaadin-text-field>
      <vaadin-text-field
        label=${msg("Почему")}
        placeholder=${msg("Например: санитарный день")}
        manual-validation
        ?invalid=${refused === "reason"}
        .value=${reason}
        @value-changed=${({ detail }: Value) => write({ reason: detail.value })}
      ></vaadin-text-field>
      <div class="whole">
        <vaadin-button
          theme="primary"
          ?disabled=${this.#attempt.busy || !date || !reason.trim()}
          @click=${this.#save}
          >${msg("Записать день")}</vaadin-button
        >
      </div>
    </form>`;
  }

  #renderDays(days: readonly CityDay[]) {
    if (days.length === 0) return html`<p class="empty">${msg("Таких дней пока нет.")}</p>`;
    return html`<div class="panel scroll">
      ${renderTable({
        headings: [msg("Дата"), msg("Кого касается"), msg("Часы"), msg("Почему"), msg("Кто записал")],
        acts: true,
        rows: days,
        key: ({ date, department }) => `${date} ${department}`,
        draw: (day) => this.#renderDay(day),
      })}
    </div>`;
  }

  #renderDay(day: CityDay) {
    const { date, department, hours, reason, by, at } = day;
    return html`<tr>
      <td>${named(date)}</td>
      <td>${this.#departmentName(department)}</td>
      <td>${hours || html`<span class="tag error">${msg("Закрыто")}</span>`}</td>
      <td>${reason}</td>
      <td class="quiet">${by}, ${dayAndMinute(at)}</td>
      <td class="acts">
        ${renderRowAct(msg("Убрать"), msg(str`Убрать день: ${named(date)}`), () => void this.#remove(day), "error")}
      </td>
    </tr>`;
  }

  #renderCalendar(calendar: {
    holidays: readonly string[];
    shortDays: readonly string[];
    workingWeekends: readonly string[];
  }) {
    const today = new Date().toLocaleDateString("sv-SE");
    const kinds: readonly (readonly [string, readonly string[]])[] = [
      [msg("Праздники и выходные"), calendar.holidays],
      [msg("На час короче"), calendar.shortDays],
      [msg("Рабочие субботы и воскресенья"), calendar.workingWeekends],
    ];
    return html`<details class="panel">
      <summary>${msg("Производственный календарь")}</summary>
      ${kinds.map(([name, dates]) => {
        const coming = dates.filter((date) => date >= today);
        return coming.length === 0
          ? nothing
          : html`<h2>${name}</h2>
              <ul class="dates">
                ${coming.map((date) => html`<li>${named(date)}</li>`)}
              </ul>`;
      })}
    </details>`;
  }
}
