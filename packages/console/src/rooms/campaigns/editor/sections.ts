import { msg } from "@lit/localize";
import type { Operations, ReplyOf } from "@veche/protocol";
import { html, nothing, type TemplateResult } from "lit";
import { renderCheck } from "../../../parts/check.ts";
import { checkField, choiceField, type Edit, momentField, numberField, textField } from "./fields.ts";
import { renderRows } from "./rows.ts";

type Asks = ReplyOf<Operations["campaigns"]["terms"]>["offeredAsks"];

export interface Section {
  readonly title: string;
  readonly draw: (edit: Edit) => TemplateResult;
}

interface Known {
  readonly offeredAsks: Asks;
  /** Who may run it: slug and name. */
  readonly organisers: readonly (readonly [string, string])[];
}

/** Everything of a campaign that is set up in fields, in the order in which it is thought of. */
export const sectionsOf = ({ offeredAsks, organisers }: Known): readonly Section[] => [
  { title: msg("О конкурсе"), draw: (edit) => about(edit, organisers) },
  { title: msg("Даты"), draw: dates },
  { title: msg("Номинации"), draw: nominations },
  { title: msg("Участники"), draw: people },
  { title: msg("Форма и ограничения"), draw: (edit) => form(edit, offeredAsks) },
  { title: msg("Критерии и жюри"), draw: judging },
  { title: msg("Места и призы"), draw: prizes },
  { title: msg("Народное голосование"), draw: vote },
];

const about = (edit: Edit, organisers: Known["organisers"]) => html`
  ${textField(edit, "title.ru", msg("Название"), { wide: true })}
  ${textField(edit, "title.en", msg("Название по-английски"), { optional: true, wide: true })}
  ${textField(edit, "summary.ru", msg("Коротко о конкурсе"), { long: true })}
  ${textField(edit, "summary.en", msg("Коротко по-английски"), { long: true, optional: true })}
  ${choiceField(edit, "organiser", msg("Организатор"), [["", msg("Не выбран")], ...organisers])}
`;

const dates = (edit: Edit) => html`
  ${momentField(edit, "dates.opensAt", msg("Приём работ с"))}
  ${momentField(edit, "dates.closesAt", msg("Приём работ до"))}
  ${momentField(edit, "dates.judgingFrom", msg("Судейство с"))}
  ${momentField(edit, "dates.judgingTo", msg("Судейство до"))}
  ${momentField(edit, "dates.announceAt", msg("Объявление итогов"))}
  ${momentField(edit, "dates.awardAt", msg("Награждение"))}
  ${textField(edit, "award.place", msg("Где награждение"), { wide: true })}
  ${textField(edit, "award.note", msg("Что ещё знать о награждении"), { wide: true })}
  ${textField(edit, "award.en.place", msg("Где награждение, по-английски"), { optional: true, wide: true })}
  ${textField(edit, "award.en.note", msg("Что ещё знать, по-английски"), { optional: true, wide: true })}
`;

const nominations = (edit: Edit) =>
  renderRows(edit, {
    path: "nominations",
    add: msg("Номинация"),
    blank: () => ({ slug: "", title: { ru: "" }, description: "" }),
    draw: (path) => html`
      ${textField(edit, `${path}.title.ru`, msg("Название"))}
      ${textField(edit, `${path}.title.en`, msg("По-английски"), { optional: true })}
      ${numberField(edit, `${path}.minAge`, msg("С какого возраста"))}
      ${textField(edit, `${path}.description`, msg("О чём она"), { wide: true })}
      ${textField(edit, `${path}.descriptionEn`, msg("О чём она, по-английски"), { optional: true, wide: true })}
    `,
  });

const people = (edit: Edit) => html`
  ${numberField(edit, "participants.minAge", msg("Участвуют с, лет"))}
  ${numberField(edit, "participants.maxAge", msg("по, лет (пусто: без предела)"), null)}
  <h3 class="whole">${msg("Возрастные группы")}</h3>
  ${renderRows(edit, {
    path: "ageGroups",
    add: msg("Возрастная группа"),
    blank: () => ({ slug: "", title: "", minAge: 0, maxAge: null }),
    draw: (path) => html`
      ${numberField(edit, `${path}.minAge`, msg("От, лет"))}
      ${numberField(edit, `${path}.maxAge`, msg("до (пусто: и старше)"), null)}
      ${textField(edit, `${path}.title`, msg("Как назвать (пусто: «7–10 лет»)"))}
      ${textField(edit, `${path}.titleEn`, msg("По-английски"), { optional: true })}
    `,
  })}
`;

function form(edit: Edit, offered: Asks) {
  const { asks } = edit.terms;
  const words = {
    settlement: msg("населённый пункт"),
    institution: msg("школа, сад или студия"),
    teacher: msg("педагог (без него класс работы не присылает)"),
    helpedBy: msg("кто помогал"),
  };
  return html`
    <fieldset class="whole" data-field="asks">
      <legend>${msg("О чём ещё спросить в форме")}</legend>
      ${offered.map((name) =>
        renderCheck(words[name], asks.includes(name), (on) =>
          edit.write(
            "asks",
            offered.filter((it) => (it === name ? on : asks.includes(it))),
          ),
        ),
      )}
    </fieldset>
    ${numberField(edit, "limits.entriesPerAuthorPerNomination", msg("Работ от автора в номинации"))}
    ${numberField(edit, "limits.maxEntriesPerAuthor", msg("Работ от автора всего"))}
    ${numberField(edit, "limits.entriesPerInstitution", msg("Работ от учреждения"))}
    ${numberField(edit, "consentWithinDays", msg("Ждать согласия родителя, дней"))}
    ${numberField(edit, "keepNamesDays", msg("Хранить имена после итогов, дней"))}
  `;
}

function judging(edit: Edit) {
  const { criteria, tieBreak } = edit.terms;
  const sum = criteria.reduce((all, { weight }) => all + weight, 0);
  const named = criteria.filter(({ slug }) => slug !== "");
  return html`
    ${renderRows(edit, {
      path: "criteria",
      add: msg("Критерий"),
      blank: () => ({ slug: "", title: { ru: "" }, description: "", weight: 25, max: 10 }),
      draw: (path) => html`
        ${textField(edit, `${path}.title.ru`, msg("Критерий"))}
        ${textField(edit, `${path}.title.en`, msg("По-английски"), { optional: true })}
        ${numberField(edit, `${path}.weight`, msg("Вес"))}
        ${numberField(edit, `${path}.max`, msg("Баллов, до"))}
        ${textField(edit, `${path}.description`, msg("За что ставят"), { wide: true })}
        ${textField(edit, `${path}.descriptionEn`, msg("За что ставят, по-английски"), { optional: true, wide: true })}
      `,
    })}
    <p class="whole quiet">${msg("Сумма весов:")} ${sum}</p>
    ${choiceField(edit, "tieBreak.0", msg("При равенстве решает"), [
      ["", tieBreak.length > 0 ? "—" : msg("председатель жюри")],
      ...named.map(({ slug, title }) => [slug, title.ru] as const),
    ])}
    ${numberField(edit, "jury.size", msg("Членов жюри"))}
    ${numberField(edit, "jury.perWork", msg("Сколько смотрят каждую работу (пусто: все)"))}
    ${numberField(edit, "jury.common", msg("Работ для общей настройки"))}
    ${checkField(edit, "jury.blind", msg("Жюри не видит имён"))}
  `;
}

const prizes = (edit: Edit) => html`
  ${textField(edit, "titles.winner", msg("Как назвать первое место"))}
  ${textField(edit, "titles.prizeWinner", msg("Как назвать остальные места"))}
  ${checkField(edit, "places.shared", msg("Место можно разделить между работами"))}
  ${checkField(edit, "places.mayStayEmpty", msg("Место можно не присудить"))}
  ${renderRows(edit, {
    path: "prizes",
    add: msg("Приз"),
    blank: () => ({ place: null, title: "" }),
    draw: (path) => html`
      ${numberField(edit, `${path}.place`, msg("Место (пусто: особый приз)"), null)}
      ${textField(edit, `${path}.title`, msg("Приз"))}
      ${textField(edit, `${path}.titleEn`, msg("По-английски"), { optional: true })}
    `,
  })}
`;

function vote(edit: Edit) {
  const { vote: now, dates: when } = edit.terms;
  const begun = {
    opensAt: when.opensAt,
    closesAt: when.closesAt,
    per: "campaign",
    counts: "closed",
    by: "browser",
  };
  return html`
    <div class="whole" data-field="vote">
      ${renderCheck(msg("Жители голосуют за отобранные работы"), now !== undefined, (on) =>
        edit.write("vote", on ? begun : undefined),
      )}
    </div>
    ${
      now
        ? html`${momentField(edit, "vote.opensAt", msg("Голосование с"))}
          ${momentField(edit, "vote.closesAt", msg("Голосование до"))}
          ${choiceField(edit, "vote.per", msg("Один голос"), [
            ["campaign", msg("на весь конкурс")],
            ["nomination", msg("в каждой номинации")],
          ])}
          ${choiceField(edit, "vote.by", msg("Кто голосует"), [
            ["browser", msg("каждый браузер")],
            ["chat", msg("кто писал в чат города")],
          ])}
          ${choiceField(edit, "vote.counts", msg("Число голосов видно"), [
            ["always", msg("сразу")],
            ["closed", msg("после голосования")],
            ["announced", msg("вместе с итогами")],
          ])}`
        : nothing
    }
  `;
}
