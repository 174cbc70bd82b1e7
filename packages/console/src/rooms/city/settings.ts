import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { Operations, ReplyOf, Role } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { refusalNote, shownAfresh } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { type Field, fieldsOf, settingOf, settingsOf } from "./settings-fields.ts";
import { settingsSections } from "./settings-sections.ts";
import { checkStyles, renderCheck } from "../../parts/check.ts";
import { renderTextInput } from "../../parts/text-input.ts";
import { ROLE_ORDER, roleName } from "../../parts/roles.ts";

type Shown = ReplyOf<Operations["city"]["settings"]>;

const LONG = new Set(["greeting", "suggestions", "notice", "origins"]);

/** An administrator's room: what the city calls itself, looks like, and who may embed its chat. */
@customElement("console-settings")
export class Settings extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    checkStyles,
    css`
      fieldset {
        grid-column: 1 / -1;
      }
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
  @state() private secondFactor: readonly Role[] = [];
  @state() private shown: Shown | undefined;
  readonly #attempt = new Attempt(this);

  readonly #reading = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => this.#show(await this.desk.client.city.settings({}, signal)),
  });

  #show(shown: Shown): void {
    this.shown = shown;
    this.fields = fieldsOf(shown.settings);
    this.secondFactor = shown.settings.secondFactor;
  }

  #save = () =>
    this.#attempt.run(async () => {
      if (!this.fields || !this.shown) return;
      const settings = settingsOf(this.fields, this.shown.settings, this.secondFactor);
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
    return html`${settingsSections().map(
      ({ heading, fields }) =>
        html`<section class="panel">
          <h2>${heading}</h2>
          ${fields.map(([field, label]) => this.#renderField(field, label))}
        </section>`,
    )}${this.#renderSecondFactor()}`;
  }

  #renderSecondFactor() {
    const change = this.#changeOf("secondFactor");
    return html`<section class="panel">
      <h2>${msg("Вход сотрудников")}</h2>
      <fieldset>
        <legend>${msg("Кому нужен вход по коду")}</legend>
        <p class="quiet">
          ${msg("Кто ещё не включил его, включит при следующем входе и до этого ничего не откроет. Вход ключом с отпечатком или PIN и вход через службу города кода не требуют.")}
        </p>
        ${ROLE_ORDER.map((role) =>
          renderCheck(roleName(role), this.secondFactor.includes(role), (on) => {
            this.secondFactor = ROLE_ORDER.filter((it) =>
              it === role ? on : this.secondFactor.includes(it),
            );
          }),
        )}
        ${change ? html`<p class="quiet">${change}</p>` : nothing}
      </fieldset>
    </section>`;
  }

  /** Who set it, and when. */
  #changeOf(setting: string): string | undefined {
    const change = this.shown?.changes.find(({ name }) => name === setting);
    return change && msg(str`${change.by}, ${dayAndMinute(change.at)}`);
  }

  #renderField(field: Field, label: string) {
    const setting = settingOf(field);
    const before = this.fields?.[field] ?? "";
    return renderTextInput({
      label,
      value: before,
      long: LONG.has(setting),
      invalid: this.#attempt.refusal?.field?.startsWith(`settings.${setting}`) ?? false,
      helper: this.#changeOf(setting),
      write: (value) => {
        if (this.fields && value !== before) this.fields = { ...this.fields, [field]: value };
      },
    });
  }
}
