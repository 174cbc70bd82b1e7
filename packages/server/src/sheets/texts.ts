import type { Locale } from "@veche/protocol";
import type { RoomTexts } from "../texts.ts";
import type { SheetProblem, SheetReason } from "./problem.ts";

type Sentences = Readonly<Record<SheetReason, string>>;

const ru: Sentences = {
  empty_file: "файл пуст: нужна строка заголовков",
  missing_column: "нет столбца «{{column}}»",
  unknown_column: "неизвестный столбец «{{column}}»",
  repeated_column: "столбец «{{column}}» встречается дважды",
  broken_quotes: "кавычки не закрыты или стоят не на месте",
  wrong_width: "полей: {{found}}, а столбцов: {{expected}}",
  repeated_row: "такая запись уже есть в строке {{line}}",
  control_characters: "есть непечатаемые символы",
  empty_cell: "поле не заполнено",
  too_long: "слишком длинно: не больше {{max}} символов",
  bad_slug: "«{{cell}}»: нужны строчные латинские буквы, цифры и дефис",
  not_one_of: "«{{cell}}»: допустимо только {{allowed}}",
  bad_moment: "«{{cell}}»: нужны дата и время со смещением, например 2026-11-22T18:00:00+05:00",
  bad_date: "«{{cell}}»: нужна дата, например 2026-11-22",
  bad_hours: "«{{cell}}»: часы работы не разобраны",
  bad_phone: "«{{cell}}» не похоже на телефон",
  bad_url: "«{{cell}}» не похоже на адрес страницы (https://…)",
  bad_email: "«{{cell}}» не похоже на адрес почты",
  bad_house: "«{{cell}}» не похоже на номер дома",
  ends_before_start: "окончание не позже начала",
  unknown_department: "в справочнике телефонов нет «{{slug}}»",
  unknown_organisation: "среди управляющих организаций нет «{{slug}}»",
  unknown_contact: "нет ни телефона, ни организации «{{slug}}»",
  unknown_street: "в списке улиц нет «{{street}}»",
  ambiguous_street: "улиц «{{street}}» несколько: укажите тип",
  shared_slug: "«{{slug}}» есть и среди телефонов, и среди организаций",
  affected_not_understood: "не разобрано: «{{text}}»",
};

const en: Sentences = {
  empty_file: "the file is empty: it needs a header row",
  missing_column: "the column “{{column}}” is missing",
  unknown_column: "the column “{{column}}” is unknown",
  repeated_column: "the column “{{column}}” is there twice",
  broken_quotes: "quotes are not closed, or stand where they should not",
  wrong_width: "{{found}} fields, but {{expected}} columns",
  repeated_row: "this record is there already, on line {{line}}",
  control_characters: "there are unprintable characters",
  empty_cell: "must not be empty",
  too_long: "too long: at most {{max}} characters",
  bad_slug: "“{{cell}}”: use small Latin letters, digits and hyphens",
  not_one_of: "“{{cell}}”: must be one of {{allowed}}",
  bad_moment: "“{{cell}}”: write date and time with the offset, such as 2026-11-22T18:00:00+05:00",
  bad_date: "“{{cell}}”: write a date such as 2026-11-22",
  bad_hours: "“{{cell}}”: these opening hours could not be understood",
  bad_phone: "“{{cell}}” does not look like a phone number",
  bad_url: "“{{cell}}” does not look like a web address (https://…)",
  bad_email: "“{{cell}}” does not look like an e-mail address",
  bad_house: "“{{cell}}” does not look like a house number",
  ends_before_start: "it must end after it starts",
  unknown_department: "there is no hotline “{{slug}}”",
  unknown_organisation: "there is no organisation “{{slug}}”",
  unknown_contact: "there is neither a hotline nor an organisation “{{slug}}”",
  unknown_street: "the street list has no “{{street}}”",
  ambiguous_street: "there are several streets “{{street}}”: say the type",
  shared_slug: "“{{slug}}” is both a hotline and an organisation",
  affected_not_understood: "not understood: “{{text}}”",
};

/** The refusal of a whole file, for the doors. */
export const sheetTexts: RoomTexts = {
  ru: {
    refused: "В файле есть ошибки: {{mistakes}}. Ничего не загружено; исправьте их и повторите.",
    not_a_workbook: "Это не таблица XLSX или CSV. Сохраните файл из редактора таблиц заново.",
    gone: "Файл прочитан слишком давно. Загрузите его ещё раз.",
    not_ready: "Этот файл загрузить нельзя: исправьте ошибки и выберите его снова.",
    changed: "Пока вы смотрели, список изменился. Загрузите файл ещё раз и проверьте.",
    row: "{{column}}: {{problem}}",
    row_gone: "Эту запись за это время изменили или удалили. Откройте её заново.",
    row_exists: "Такая запись уже есть.",
  },
  en: {
    refused: "The file has mistakes: {{mistakes}}. Nothing was imported; correct them and try again.",
    not_a_workbook: "This is no XLSX or CSV table. Please save the file from your spreadsheet again.",
    gone: "The file was read too long ago. Please load it again.",
    not_ready: "This file can't be taken: correct the mistakes and choose it again.",
    changed: "The list has changed while you were looking. Load the file again and check it.",
    row: "{{column}}: {{problem}}",
    row_gone: "This record was changed or removed in the meantime. Please open it anew.",
    row_exists: "There already is such a record.",
  },
};

/** «Line 12, hours: …», in the reader's language. */
export function explainProblem(problem: SheetProblem, locale: Locale): string {
  const sentence = (locale === "ru" ? ru : en)[problem.reason].replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(problem.values?.[name] ?? ""),
  );
  const line = problem.line && `${locale === "ru" ? "строка" : "line"} ${problem.line}`;
  const place = [problem.sheet, line, problem.column].filter(Boolean).join(", ");
  return place ? `${place}: ${sentence}` : sentence;
}
