import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/select";
import "@vaadin/text-area";
import "@vaadin/text-field";
import { streetTypeShort } from "./street-types.ts";
import type { NoticeReading, ReadPlace } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { refusalNote } from "../../parts/reading.ts";
import { resourceName } from "../../parts/resource-name.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { renderMoment } from "../../parts/date-fields.ts";
import { kindName } from "./words.ts";

const RESOURCES = ["cold_water", "hot_water", "heating", "power", "gas"] as const;
const KINDS = ["planned", "emergency"] as const;
type Value = CustomEvent<{ value: string }>;

/** A street of the notice, as far as it stands on the city's list. */
const affectedOf = ({ street, type, houses }: ReadPlace) =>
  street && type ? [`${streetTypeShort(type)} ${street}: ${houses}`] : [];

/**
 * Reads a supplier's notice and shows what was understood, street by street, before anything is saved.
 *
 * @fires notice-done
 */
@customElement("console-notice-reader")
export class NoticeReader extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        gap: 14px;
        padding: 18px 20px;
        border: 1px solid var(--console-line);
        border-radius: 12px;
        background: var(--lumo-base-color);
      }
      vaadin-text-area {
        width: 100%;
        min-height: 140px;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
        gap: 8px 14px;
        align-items: end;
      }
      ul {
        display: grid;
        gap: 6px;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        padding: 6px 10px;
        border-radius: 8px;
        background: var(--console-success-soft);
      }
      li[data-unknown] {
        background: var(--console-warning-soft);
      }
    `,
  ];

  @state() private text = "";
  @state() private reading: NoticeReading | undefined;
  readonly #attempt = new Attempt(this);

  #read = () =>
    this.#attempt.run(async () => {
      const { reading } = await this.desk.client.city.readNotice({ text: this.text });
      // Nothing said when: somebody says it by hand.
      const now = new Date();
      now.setMinutes(0, 0, 0);
      const later = new Date(now.getTime() + 8 * 3600_000);
      this.reading =
        reading.periods.length > 0
          ? reading
          : { ...reading, periods: [{ startsAt: now.toISOString(), endsAt: later.toISOString() }] };
    });

  #save = (reading: NoticeReading) =>
    this.#attempt.run(async () => {
      const affected = reading.places.flatMap(affectedOf).join("; ");
      const { resource = "", kind, reason, responsible = "" } = reading;
      for (const { startsAt, endsAt } of reading.periods) {
        const id = `out-${this.desk.newId().slice(0, 13)}`;
        const cells = { id, resource, kind, startsAt, endsAt, affected, reason, responsible, note: "" };
        await this.desk.client.city.saveRow({ sheet: "outages", cells });
      }
      this.desk.notices.done(msg("Отключение сохранено. Помощник уже о нём знает."));
      this.tell("notice-done");
    });

  #change(values: Partial<NoticeReading>): void {
    if (this.reading) this.reading = { ...this.reading, ...values };
  }

  #choose(place: ReadPlace, choice: { street: string; type: string } | undefined): void {
    if (!choice) return;
    this.#change({
      places: this.reading?.places.map((it) =>
        it === place ? { ...it, street: choice.street, type: choice.type, choices: [] } : it,
      ),
    });
  }

  #setPeriod(index: number, field: "startsAt" | "endsAt", value: string): void {
    if (!value) return;
    this.#change({
      periods: this.reading?.periods.map((period, at) =>
        at === index ? { ...period, [field]: value } : period,
      ),
    });
  }

  protected override render() {
    return html`
      <h2>${msg("Извещение поставщика")}</h2>
      <vaadin-text-area
        label=${msg("Вставьте текст целиком")}
        .value=${this.text}
        @value-changed=${({ detail }: Value) => (this.text = detail.value)}
      ></vaadin-text-area>
      <div>
        <vaadin-button
          theme=${this.reading ? "" : "primary"}
          ?disabled=${this.#attempt.busy || this.text.trim().length < 3}
          @click=${this.#read}
        >
          ${msg("Разобрать")}
        </vaadin-button>
      </div>
      ${refusalNote(this.#attempt.refusal)} ${this.reading ? this.#renderReading(this.reading) : nothing}
    `;
  }

  #renderReading(reading: NoticeReading) {
    const known = reading.places.filter(({ street }) => street !== undefined).length;
    return html`
      <div class="fields">
        <vaadin-select
          label=${msg("Чего нет")}
          .items=${RESOURCES.map((value) => ({ value, label: resourceName(value) }))}
          .value=${reading.resource ?? ""}
          @value-changed=${({ detail }: Value) => {
            const resource = RESOURCES.find((it) => it === detail.value);
            if (resource && resource !== reading.resource) this.#change({ resource });
          }}
        ></vaadin-select>
        <vaadin-select
          label=${msg("Вид")}
          .items=${KINDS.map((value) => ({ value, label: kindName(value) }))}
          .value=${reading.kind}
          @value-changed=${({ detail }: Value) => {
            const kind = KINDS.find((it) => it === detail.value);
            if (kind && kind !== reading.kind) this.#change({ kind });
          }}
        ></vaadin-select>
        <vaadin-text-field
          label=${msg("Причина")}
          .value=${reading.reason}
          @value-changed=${({ detail }: Value) => detail.value !== reading.reason && this.#change({ reason: detail.value })}
        ></vaadin-text-field>
        <vaadin-text-field
          label=${msg("Кто отвечает")}
          .value=${reading.responsible ?? ""}
          @value-changed=${({ detail }: Value) =>
            detail.value !== (reading.responsible ?? "") && this.#change({ responsible: detail.value })}
        ></vaadin-text-field>
      </div>
      ${reading.periods.map((period, index) => this.#renderPeriod(period, index))}
      ${reading.assumedHours ? html`<p class="tag warning">${msg("Часы не названы: проверьте.")}</p>` : nothing}
      <h3>${msg(str`Улицы: найдено ${known} из ${reading.places.length}`)}</h3>
      <ul>
        ${reading.places.map((place) => this.#renderPlace(place))}
        ${reading.notUnderstood.map((words) => html`<li data-unknown><span class="tag warning">${msg("Не разобрано")}</span> ${words}</li>`)}
      </ul>
      <div>
        <vaadin-button
          theme="primary"
          ?disabled=${this.#attempt.busy || known === 0}
          @click=${() => this.#save(reading)}
        >
          ${known < reading.places.length || reading.notUnderstood.length > 0 ? msg("Сохранить то, что разобрано") : msg("Сохранить")}
        </vaadin-button>
      </div>
    `;
  }

  #renderPeriod({ startsAt, endsAt }: NoticeReading["periods"][number], index: number) {
    const field = (name: "startsAt" | "endsAt", label: string, value: string) =>
      renderMoment({ label, value, write: (moment) => this.#setPeriod(index, name, moment) });
    return html`<div class="fields">
      ${field("startsAt", msg("С"), startsAt)} ${field("endsAt", msg("До"), endsAt)}
    </div>`;
  }

  #renderPlace(place: ReadPlace) {
    const { written, street, type, houses, buildings, choices, notUnderstood } = place;
    return html`<li ?data-unknown=${!street || notUnderstood.length > 0}>
      ${
        street
          ? html`<b>${type} ${street}</b> ${houses}
              <span class="quiet">${msg(str`домов в списке: ${buildings}`)}</span>`
          : html`<span class="tag warning"
                >${choices.length > 0 ? msg("Какая улица?") : msg("Нет в списке улиц")}</span
              >
              ${written}
              ${choices.map(
                (choice) =>
                  html`<vaadin-button theme="small" @click=${() => this.#choose(place, choice)}
                    >${choice.type} ${choice.street}</vaadin-button
                  >`,
              )}`
      }
      ${notUnderstood.map((words) => html`<span class="tag warning">${msg("не разобрано:")} ${words}</span>`)}
    </li>`;
  }
}
