import type { Campaign } from "@veche/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { msg, str } from "@lit/localize";
import { ageGroupText, ageRangeText, inLanguage } from "../campaigns/campaign-texts.ts";
import { type Calendar, momentInWords, rangeInWords } from "../campaigns/dates-in-words.ts";
import { markdown } from "@veche/ui/markdown/render.ts";
import { isUntranslated, written, WRITTEN_IN } from "../campaigns/written.ts";

/** What a campaign is: dates, nominations, prizes, rules, whom to ask. */
export function aboutCampaign(campaign: Campaign, now: Date, calendar: Calendar): TemplateResult {
  return html`${datesList(campaign, now, calendar)} ${nominationsList(campaign, calendar.locale)}
  ${prizesList(campaign, calendar.locale)} ${rulesText(campaign, calendar.locale)} ${organiserLine(campaign)}`;
}

function datesList({ dates, award }: Campaign, now: Date, calendar: Calendar) {
  const rows: [string, string | TemplateResult][] = [
    [msg("Приём работ"), rangeInWords(dates.opensAt, dates.closesAt, calendar)],
  ];
  if (dates.judgingFrom && dates.judgingTo) {
    rows.push([msg("Жюри"), rangeInWords(dates.judgingFrom, dates.judgingTo, calendar)]);
  }
  if (dates.announceAt) {
    rows.push([msg("Итоги"), momentInWords(dates.announceAt, now, calendar)]);
  }
  if (dates.awardAt) {
    const when = momentInWords(dates.awardAt, now, calendar);
    const place = award?.place
      ? html`<br /><span class="hint"
            >${written(sentences(award), award.en && sentences(award.en), calendar.locale)}</span
          >`
      : nothing;
    rows.push([msg("Награждение"), html`${when}${place}`]);
  }
  return html`<dl class="dates">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function nominationsList({ nominations, participants, ageGroups }: Campaign, locale: string) {
  const groups = ageGroups.map((group) => ageGroupText(group, locale)).join(", ");
  return html`<section aria-labelledby="nominations">
    <h3 id="nominations">${msg("Номинации")}</h3>
    <ul class="nominations" role="list">
      ${nominations.map(
        ({ title, description, descriptionEn }) =>
          html`<li>
            <strong>${inLanguage(title, locale)}</strong>
            ${description ? html`<span class="hint">${written(description, descriptionEn, locale)}</span>` : nothing}
          </li>`,
      )}
    </ul>
    <p class="hint">${msg(str`Участники: ${ageRangeText(participants)}. Возрастные группы: ${groups}.`)}</p>
  </section>`;
}

function prizesList({ prizes, ageGroups }: Campaign, locale: string) {
  if (prizes.length === 0) return nothing;
  return html`<section aria-labelledby="prizes">
    <h3 id="prizes">${msg("Призы")}</h3>
    <ul class="prizes" role="list">
      ${prizes.map(({ place, title, titleEn, forAgeGroups }) => {
        const groups = ageGroups.filter(({ slug }) => forAgeGroups?.includes(slug));
        const forWhom = groups.map((group) => ageGroupText(group, locale)).join(", ");
        return html`<li>
          <span class="place">${place === null ? "★" : msg(str`${place} место`)}</span>
          <span
            >${written(title, titleEn, locale)}${forWhom ? html` <span class="hint">${forWhom}</span>` : nothing}</span
          >
        </li>`;
      })}
    </ul>
  </section>`;
}

function rulesText({ rules, rulesEn }: Campaign, locale: string) {
  const inEnglish = locale === "en" ? rulesEn : undefined;
  return html`<details class="rules" part="rules">
    <summary>${msg("Правила конкурса")}</summary>
    ${
      isUntranslated(rulesEn, locale)
        ? html`<p class="hint">${msg("Город написал правила только по-русски.")}</p>`
        : nothing
    }
    <div class="written prose" lang=${inEnglish ? "en" : WRITTEN_IN}>${markdown(inEnglish ?? rules, 2)}</div>
  </details>`;
}

const sentences = ({ place, note }: { place: string; note: string }) => `${place}. ${note}`;

function organiserLine({ organiser }: Campaign) {
  if (!organiser) return nothing;
  const { name, phones, email } = organiser;
  return html`<p class="organiser">
    ${msg("Вопросы о конкурсе")}:
    ${name}${phones.map(
      (phone) => html`, <a href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a>`,
    )}${email ? html`, <a href="mailto:${email}">${email}</a>` : nothing}
  </p>`;
}
