import type { Campaign } from "@veche/protocol";
import { msg, str } from "@lit/localize";
import type { Problem } from "../../requests/problem.ts";
import { ageRangeText } from "../../campaigns/campaign-texts.ts";
import type { Fault } from "./entry-faults.ts";
import { FIELD_LENGTHS, type FieldName } from "../entry-fields.ts";

/** What to do about a fault, at its place in the form. */
export function faultText({ place, reason }: Fault, campaign: Campaign): string {
  switch (reason) {
    case "missing":
      return place === "drawing" ? msg("Добавьте фото или скан работы.") : missingText(place as FieldName);
    case "tooLong":
      return msg(str`Сократите до ${longest(place as FieldName, campaign)} знаков.`);
    case "notAnAge":
      return msg("Напишите возраст цифрами, например 7.");
    case "notThisAge":
      return msg(str`Конкурс для участников: ${ageRangeText(campaign.participants)}.`);
    case "notThisNomination":
      return msg("Эта номинация не для такого возраста. Выберите другую.");
    case "notAContact":
      return msg(
        "Напишите почту, например anna@pochta.example, или телефон с кодом, например +7 900 000-00-00.",
      );
    case "notAgreed":
      return msg("Без этого согласия мы не можем принять работу.");
    default:
      return reason satisfies never;
  }
}

const longest = (name: FieldName, { work }: Pick<Campaign, "work">) =>
  name === "text" ? (work.textMax ?? FIELD_LENGTHS.text) : FIELD_LENGTHS[name];

function missingText(name: FieldName): string {
  switch (name) {
    case "authorFirstName":
      return msg("Напишите имя автора.");
    case "authorLastName":
      return msg("Напишите фамилию автора.");
    case "authorAge":
      return msg("Укажите, сколько автору лет.");
    case "nomination":
      return msg("Выберите номинацию.");
    case "text":
      return msg("Опишите идею.");
    case "title":
      return msg("Напишите название работы.");
    case "guardianName":
      return msg("Напишите, как к вам обращаться.");
    default:
      return msg("Оставьте почту или телефон, чтобы мы могли сообщить о работе.");
  }
}

/** What a failed request means for the reader: the server's own words first. */
export function problemText(problem: Problem): string {
  if (problem.detail) return problem.detail;
  switch (problem.code) {
    case "unreachable":
      return msg("Нет связи с сервером. Всё, что вы ввели, сохранено. Проверьте интернет и нажмите ещё раз.");
    case "unavailable":
      return msg(
        "Сервер сейчас не отвечает. Всё, что вы ввели, сохранено. Попробуйте через несколько минут.",
      );
    case "rate_limited":
      return msg("Слишком много попыток подряд. Подождите несколько минут и нажмите ещё раз.");
    case "too_large":
      return msg("Файл слишком большой. Выберите файл поменьше.");
    default:
      return msg("Не получилось отправить. Проверьте введённое и попробуйте ещё раз.");
  }
}
