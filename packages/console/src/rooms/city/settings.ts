import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { Operations, ReplyOf } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { refusalNote, shownAfresh } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { type Field, fieldsOf, settingOf, settingsOf } from "./settings-fields.ts";
import { settingsSections } from "./settings-sections.ts";
import { renderTextInput } from "../../parts/text-input.ts";

type Shown = ReplyOf<Operations["city"]["settings"]>;

const LONG = new Set(["greeting", "suggestions", "notice", "origins"]);

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
      ${this.fields ? this.#renderSections() : shownAfresh(this.#reading, () => nothing)}
    </div>`;
  }

  #renderSections() {
    return settingsSections().map(
      ({ heading, fields }) =>
        html`<section class="panel">
          <h2>${heading}</h2>
          ${fields.map(([field, label]) => this.#renderField(field, label))}
        </section>`,
    );
  }

  #renderField(field: Field, label: string) {
    const setting = settingOf(field);
    const change = this.shown?.changes.find(({ name }) => name === setting);
    const before = this.fields?.[field] ?? "";
    return renderTextInput({
      label,
      value: before,
      long: LONG.has(setting),
      invalid: this.#attempt.refusal?.field?.startsWith(`settings.${setting}`) ?? false,
      helper: change && msg(str`${change.by}, ${dayAndMinute(change.at)}`),
      write: (value) => {
        if (this.fields && value !== before) this.fields = { ...this.fields, [field]: value };
      },
    });
  }
}
