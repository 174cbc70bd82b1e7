import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/combo-box";
import "@vaadin/text-field";
import type { AuditEntry } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { icon } from "../../parts/icons.ts";
import { cityDay } from "../../parts/city-clock.ts";
import { renderDay } from "../../parts/date-fields.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { nothingFound, shown } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { renderTable, tableStyles } from "../../parts/table.ts";
import { actName, acts } from "./act-names.ts";
import { detailNames, placeOf, subjectName } from "./audit-places.ts";

const SEARCH_WAITS_MS = 300;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What staff did: searched, and taken out as a file. Nobody changes it. */
@customElement("console-audit-log")
export class AuditLog extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    tableStyles,
    css`
      td:first-child {
        white-space: nowrap;
      }
      td:nth-child(4) {
        max-width: 260px;
        overflow-wrap: anywhere;
      }
      td:last-child {
        min-width: 200px;
        max-width: 420px;
        overflow-wrap: anywhere;
      }
      @media (max-width: 860px) {
        td:first-child {
          white-space: normal;
        }
        td:nth-child(4) {
          min-width: 120px;
          max-width: 160px;
        }
      }
      .filters {
        align-items: end;
      }
    `,
  ];

  readonly #address = new QueryController(this);
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Read on below the first page. */
  @state() private more: readonly AuditEntry[] = [];
  @state() private cursor: string | undefined;

  readonly #people = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await this.desk.client.staff.members({}, signal)).items,
  });

  readonly #log = new Task(this, {
    args: () => [JSON.stringify(this.#filter())] as const,
    task: async ([filter], { signal }) => {
      this.more = [];
      const page = await this.desk.client.staff.auditLog(JSON.parse(filter), signal);
      this.cursor = page.nextCursor;
      return page.items;
    },
  });

  #filter() {
    const day = (name: string, daysLater: number) => {
      const value = this.#address.get(name);
      return value && DAY.test(value) ? cityDay(value, daysLater) : undefined;
    };
    return {
      who: this.#address.get("who"),
      action: this.#address.get("action"),
      text: this.#address.get("q"),
      from: day("from", 0),
      until: day("until", 1),
    };
  }

  async #readOn(): Promise<void> {
    try {
      const { items, nextCursor } = await this.desk.client.staff.auditLog({
        ...this.#filter(),
        cursor: this.cursor,
      });
      this.more = [...this.more, ...items];
      this.cursor = nextCursor;
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  #set(name: string, value: string): void {
    if (value === (this.#address.get(name) ?? "")) return;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#address.set({ [name]: value.trim() }), SEARCH_WAITS_MS);
  }

  protected override render() {
    const filter = Object.entries(this.#filter()).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    return html`<div class="page">
      <div class="row">
        <h1 class="grow">${msg("Журнал")}</h1>
        <a href="/api/v1/staff/audit.csv?${new URLSearchParams(filter)}" download>${icon("download")} CSV</a>
      </div>
      <div class="row filters">
        <vaadin-combo-box
          label=${msg("Кто")}
          clear-button-visible
          .items=${(this.#people.value ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          .value=${this.#address.get("who") ?? ""}
          @value-changed=${({ detail }: CustomEvent<{ value: string }>) => this.#people.value && this.#set("who", detail.value)}
        ></vaadin-combo-box>
        <vaadin-combo-box
          class="act"
          label=${msg("Что сделано")}
          clear-button-visible
          .items=${acts()}
          .value=${this.#address.get("action") ?? ""}
          @value-changed=${({ detail }: CustomEvent<{ value: string }>) => this.#set("action", detail.value)}
        ></vaadin-combo-box>
        ${this.#renderDay("from", msg("С"))} ${this.#renderDay("until", msg("По"))}
        <vaadin-text-field
          class="grow"
          label=${msg("Слова")}
          clear-button-visible
          .value=${this.#address.get("q") ?? ""}
          @value-changed=${({ detail }: CustomEvent<{ value: string }>) => this.#set("q", detail.value)}
        ></vaadin-text-field>
      </div>
      ${shown(this.#log, (lines) => this.#renderLines([...lines, ...this.more]))}
    </div>`;
  }

  #renderDay(name: string, label: string) {
    return renderDay({
      label,
      value: this.#address.get(name) ?? "",
      write: (day) => this.#set(name, day),
    });
  }

  #renderLines(lines: readonly AuditEntry[]) {
    if (lines.length === 0) return nothingFound();
    return html`<div class="panel scroll">
      ${renderTable({
        headings: [msg("Когда"), msg("Кто"), msg("Что сделано"), msg("С чем"), msg("Подробности")],
        rows: lines,
        key: ({ id }) => id,
        draw: (line) =>
          html`<tr>
            <td>${dayAndMinute(line.at)}</td>
            <td>${line.who.name}</td>
            <td>${actName(line.action)}</td>
            <td>${this.#renderSubject(line)}</td>
            <td>${detailNames(line).map((said) => html`<div>${said}</div>`)}</td>
          </tr>`,
      })}
      ${
        this.cursor
          ? html`<vaadin-button theme="tertiary" @click=${() => this.#readOn()}
              >${msg("Показать ещё")}</vaadin-button
            >`
          : nothing
      }
    </div>`;
  }

  #renderSubject(line: AuditEntry) {
    const name = subjectName(line);
    const place = placeOf(line);
    return place ? html`<a href="${import.meta.env.BASE_URL}${place}">${name}</a>` : name;
  }
}
