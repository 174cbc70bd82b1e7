import { msg } from "@lit/localize";
import type { Field } from "./settings-fields.ts";

interface Section {
  readonly heading: string;
  readonly fields: readonly (readonly [Field, string])[];
}

/** The form in its order: every field under its heading, with its label. */
export const settingsSections = (): readonly Section[] => [
  {
    heading: msg("Как город себя называет"),
    fields: [
      ["nameRu", msg("Город")],
      ["nameEn", msg("Город по-английски")],
      ["headingRu", msg("Заголовок чата")],
      ["headingEn", msg("Заголовок по-английски")],
      ["accent", msg("Цвет, например #14599c")],
    ],
  },
  {
    heading: msg("Что чат говорит первым"),
    fields: [
      ["greetingRu", msg("Приветствие")],
      ["greetingEn", msg("Приветствие по-английски")],
      ["suggestionsRu", msg("С чего начать, по вопросу в строке")],
      ["suggestionsEn", msg("То же по-английски")],
      ["noticeRu", msg("На что соглашается тот, кто пишет")],
      ["noticeEn", msg("Согласие по-английски")],
      ["privacyUrl", msg("Страница о персональных данных")],
    ],
  },
  {
    heading: msg("Когда и куда звонить"),
    fields: [
      ["operatorHours", msg("Часы операторов, например Mo-Fr 08:00-20:00")],
      ["phone", msg("Телефон контакт-центра")],
    ],
  },
  {
    heading: msg("Кому можно встроить чат"),
    fields: [["origins", msg("Адреса сайтов, по одному в строке")]],
  },
];
