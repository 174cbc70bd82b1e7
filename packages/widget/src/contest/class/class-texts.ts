import type { Campaign } from "@veche/protocol";
import { msg, str } from "@lit/localize";
import { ageRangeText } from "../../campaigns/campaign-texts.ts";
import type { Problem } from "../../requests/problem.ts";
import { problemText } from "../sending/fault-texts.ts";
import type { Sending } from "./class-session.ts";
import type { ClassFault } from "./class-work.ts";

/** What to do about a fault, under its field. */
export function classFaultText(fault: ClassFault, campaign: Campaign): string {
  switch (fault) {
    case "missing":
      return msg("Заполните это поле.");
    case "notAContact":
      return msg("Напишите почту или телефон с кодом.");
    case "notAnAge":
      return msg("Напишите возраст цифрами, например 7.");
    case "notThisAge":
      return msg(str`Конкурс для участников: ${ageRangeText(campaign.participants)}.`);
    case "notThisNomination":
      return msg("Эта номинация не для такого возраста. Выберите другую.");
    default:
      return fault satisfies never;
  }
}

/** Why a work was not received, and that it stays. */
export function workProblemText(problem: Problem): string {
  return problem.decided
    ? problemText(problem)
    : msg("Связь прервалась. Работа сохранена: нажмите «Отправить» ещё раз, второй она не станет.");
}

/** What the sending is at. */
export function sendingText({ nth, of, waits }: Sending): string {
  if (waits === "connection") return msg("Связь прервалась. Ждём и пробуем ещё раз…");
  if (waits) return msg(str`Сервер просит подождать, минут: ${waits.minutes}. Продолжим сами.`);
  return msg(str`Отправляем работу ${nth} из ${of}`);
}
