import { msg, str } from "@lit/localize";
import "@vaadin/button";
import { html, nothing } from "lit";
import { consentName } from "../words.ts";
import { type Edit, textField } from "./fields.ts";

interface Templates {
  readonly rules: () => string;
  readonly consent: () => string;
}

/** The rules, and a way to write them from what the fields above say. */
export const rulesSection = (edit: Edit, { rules }: Templates) => html`
  <div class="whole row">
    ${
      edit.locked
        ? nothing
        : html`<vaadin-button theme="small" @click=${() => edit.write("rules", rules())}
            >${edit.terms.rules ? msg("Составить заново по шаблону") : msg("Составить по шаблону")}</vaadin-button
          >`
    }
    <p class="quiet">
      ${msg("Шаблон берёт всё из полей выше. Где данных нет, остаётся ____: впишите сами.")}
    </p>
  </div>
  ${textField(edit, "rules", msg("Правила (Markdown)"), { long: true })}
  ${textField(edit, "rulesEn", msg("Правила по-английски"), { long: true, optional: true })}
`;

/** Each consent is a document of its own. */
export const consentsSection = (edit: Edit, { consent }: Templates) =>
  html`${edit.terms.consents.map(({ purpose, version, required }, index) => {
    const path = `consents.${index}`;
    return html`<div class="whole document">
      <h3>
        ${consentName(purpose)}
        <span class="quiet"
          >${required ? msg("обязательно") : msg("по желанию")} · ${msg(str`версия ${version}`)}</span
        >
      </h3>
      ${
        purpose === "processing" && !edit.locked
          ? html`<vaadin-button theme="small" @click=${() => edit.write(`${path}.text`, consent())}
              >${msg("Составить по шаблону")}</vaadin-button
            >`
          : nothing
      }
      ${textField(edit, `${path}.title`, msg("Заголовок"))}
      ${textField(edit, `${path}.text`, msg("Текст (Markdown)"), { long: true })}
      ${textField(edit, `${path}.en.title`, msg("Заголовок по-английски"), { optional: true })}
      ${textField(edit, `${path}.en.text`, msg("Текст по-английски (Markdown)"), {
        long: true,
        optional: true,
        helper: msg("Перевод для чтения: соглашаются с русским текстом."),
      })}
    </div>`;
  })}`;
