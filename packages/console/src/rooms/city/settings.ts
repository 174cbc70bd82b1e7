import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/text-area";
import "@vaadin/text-field";
import type { Operations, ReplyOf } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { refusalNote, shownAfresh } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { type Field, fieldsOf, settingsOf } from "./settings-fields.ts";

type Shown = ReplyOf<Operations["city"]["settings"]>;

const LONG = new Set<Field>([
  "greetingRu",
  "greetingEn",
  "suggestionsRu",
  "suggestionsEn",
  "noticeRu",
  "noticeEn",
  "origins",
]);

/** An administrator's room: what the city calls itself, looks like, and who may embed its chat. */
@customElement("console-settings")
export class Settings extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    css`
      section {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
        gap: 6px 18px;
        padding: 16px 20px;
      }
      h2 {
        grid-column: 1 / -1;
      }
      vaadin-text-field,
      vaadin-text-area {
        width: 100%;
      }
      .swatch {
        width: 20px;
        height: 20px;
        border-radius: 6px;
      }
    `,
  ];

  @state() private fields: Readonly<Record<Field, string>> | undefined;
  @state() private shown: Shown | undefined;
  readonly #attempt = new Attempt(this);

  readonly #reading = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => this.#show(await this.desk.client.city.settings({}, signal)),
  });

  #show(shown: Shown): void {
    this.shown = shown;
    this.fields = fieldsOf(shown.settings);
  }

  #save = () =>
    this.#attempt.run(async () => {
      if (!this.fields || !this.shown) return;
      const settings = settingsOf(this.fields, this.shown.settings);
      this.#show(await this.desk.client.city.saveSettings({ settings, version: this.shown.version }));
      this.desk.notices.done(msg("Настройки сохранены. Чат уже открывается с ними."));
    });

  protected override render() {
    return html`<div class="page">
      <div class="row">
        <h1 class="grow">${msg("Настройки города")}</h1>
        <vaadin-button theme="primary" ?disabled=${this.#attempt.busy || !this.fields} @click=${this.#save}>
          ${msg("Сохранить")}
        </vaadin-button>
      </div>
      ${refusalNote(this.#attempt.refusal)}
      ${this.fields ? this.#renderFields() : shownAfresh(this.#reading, () => nothing)}
    </div>`;
  }

  #renderFields() {
    return html`
      <section class="panel">
        <h2>${msg("Как город себя называет")}</h2>
        ${this.#field("nameRu", msg("Город"), "name")}
        ${this.#field("nameEn", msg("Город по-английски"), "name")}
        ${this.#field("headingRu", msg("Заголовок чата"), "heading")}
        ${this.#field("headingEn", msg("Заголовок по-английски"), "heading")}
        ${this.#field("accent", msg("Цвет, например #14599c"), "accent")}
      </section>
      <section class="panel">
        <h2>${msg("Что чат говорит первым")}</h2>
        ${this.#field("greetingRu", msg("Приветствие"), "greeting")}
        ${this.#field("greetingEn", msg("Приветствие по-английски"), "greeting")}
        ${this.#field("suggestionsRu", msg("С чего начать, по вопросу в строке"), "suggestions")}
        ${this.#field("suggestionsEn", msg("То же по-английски"), "suggestions")}
        ${this.#field("noticeRu", msg("На что соглашается тот, кто пишет"), "notice")}
        ${this.#field("noticeEn", msg("Согласие по-английски"), "notice")}
        ${this.#field("privacyUrl", msg("Страница о персональных данных"), "privacyUrl")}
      </section>
      <section class="panel">
        <h2>${msg("Когда и куда звонить")}</h2>
        ${this.#field("operatorHours", msg("Часы операторов, например Mo-Fr 08:00-20:00"), "operatorHours")}
        ${this.#field("phone", msg("Телефон контакт-центра"), "phone")}
      </section>
      <section class="panel">
        <h2>${msg("Кому можно встроить чат")}</h2>
        ${this.#field("origins", msg("Адреса сайтов, по одному в строке: https://town.example"), "origins")}
      </section>
    `;
  }

  #field(field: Field, label: string, setting: string) {
    const change = this.shown?.changes.find(({ name }) => name === setting);
    const helper = change ? msg(str`${change.by}, ${dayAndMinute(change.at)}`) : "";
    const value = this.fields?.[field] ?? "";
    const invalid = this.#attempt.refusal?.field?.startsWith(`settings.${setting}`) ?? false;
    const write = ({ detail }: CustomEvent<{ value: string }>) => {
      if (this.fields && detail.value !== value) this.fields = { ...this.fields, [field]: detail.value };
    };
    return LONG.has(field)
      ? html`<vaadin-text-area
          label=${label}
          helper-text=${helper}
          manual-validation
          ?invalid=${invalid}
          .value=${value}
          @value-changed=${write}
        ></vaadin-text-area>`
      : html`<vaadin-text-field
          label=${label}
          helper-text=${helper}
          manual-validation
          ?invalid=${invalid}
          .value=${value}
          @value-changed=${write}
        ></vaadin-text-field>`;
  }
}
