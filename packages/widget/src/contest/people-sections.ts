import type { Campaign } from "@veche/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { msg, str } from "@lit/localize";
import { ageGroupOf, ageIn, mayTakePart, nominationsFor } from "../campaigns/age-groups.ts";
import { ageGroupText, inLanguage } from "../campaigns/campaign-texts.ts";
import { written } from "../campaigns/written.ts";
import { ADULT_AGE } from "./entry-fields.ts";
import { describedBy, faultLine, field, type FormView } from "./field.ts";
import { voluntaryFields } from "./voluntary-fields.ts";

/** Who made the work, what it is called and where it competes. */
export function authorSection(view: FormView, campaign: Campaign, locale: string): TemplateResult {
  const isForChildren = (campaign.participants.maxAge ?? Infinity) < ADULT_AGE;
  return html`<fieldset>
    <legend>${isForChildren ? msg("Ребёнок") : msg("Автор")}</legend>
    <p class="hint">${msg("Все увидят только имя, первую букву фамилии и возраст.")}</p>
    <div class="pair">
      ${field(view, "authorFirstName", { label: msg("Имя") })}
      ${field(view, "authorLastName", { label: msg("Фамилия") })}
    </div>
    ${field(view, "authorAge", {
      label: msg("Сколько лет сегодня"),
      inputmode: "numeric",
      narrow: true,
    })}
    ${ageGroupLine(view, campaign, locale)} ${nominationChoice(view, campaign, locale)}
    ${campaign.work.textMax ? nothing : field(view, "title", { label: msg("Название работы") })}
    ${voluntaryFields(view, campaign.asks)}
  </fieldset>`;
}

/** Who answers for the author and where to reach them. */
export function guardianSection(view: FormView): TemplateResult {
  const age = ageIn(view.valueOf("authorAge"));
  const isAdult = age !== undefined && age >= ADULT_AGE;
  return html`<fieldset>
    <legend>${isAdult ? msg("Как с вами связаться") : msg("Взрослый")}</legend>
    ${
      isAdult
        ? nothing
        : html`<p class="hint">${msg("Заявку подаёт родитель, опекун или другой законный представитель.")}</p>
            ${field(view, "guardianName", {
              label: msg("Ваше имя"),
              autocomplete: "name",
            })}`
    }
    ${field(view, "guardianContact", {
      label: msg("Почта или телефон"),
      hint: msg("Напишем только об этой работе. Никому не покажем."),
      autocomplete: "email",
    })}
  </fieldset>`;
}

function ageGroupLine(view: FormView, campaign: Campaign, locale: string) {
  const age = ageIn(view.valueOf("authorAge"));
  const group = age !== undefined && mayTakePart(campaign, age) ? ageGroupOf(campaign, age) : undefined;
  const text = group && msg(str`Возрастная группа: ${ageGroupText(group, locale)}`);
  return html`<p class="age-group" role="status">${text ?? nothing}</p>`;
}

function nominationChoice(view: FormView, campaign: Campaign, locale: string) {
  const open = nominationsFor(campaign, ageIn(view.valueOf("authorAge")));
  const closed = campaign.nominations.filter((nomination) => !open.includes(nomination));
  const fault = view.faultAt("nomination");
  return html`<div
    class="field"
    role="radiogroup"
    aria-labelledby="nomination-label"
    aria-required="true"
    aria-invalid=${fault ? "true" : "false"}
    aria-describedby=${describedBy("nomination", false, !!fault)}
  >
    <span class="label" id="nomination-label">${msg("Номинация")}</span>
    ${open.map(
      ({ slug, title, description, descriptionEn }, index) =>
        html`<label class="choice">
          <input
            type="radio"
            name="nomination"
            id=${index === 0 ? "nomination" : `nomination-${index}`}
            .checked=${view.valueOf("nomination") === slug}
            @change=${() => view.onWrite("nomination", slug)}
          />
          <span
            ><strong>${inLanguage(title, locale)}</strong>
            ${description ? html`<span class="hint">${written(description, descriptionEn, locale)}</span>` : nothing}</span
          >
        </label>`,
    )}
    ${closed.map(
      ({ title, minAge }) =>
        html`<p class="hint">${msg(str`«${inLanguage(title, locale)}» — с ${minAge ?? 0} лет.`)}</p>`,
    )}
    ${faultLine("nomination", fault)}
  </div>`;
}
