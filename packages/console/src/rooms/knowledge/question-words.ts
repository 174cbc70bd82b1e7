import { msg } from "@lit/localize";
import type { QuestionOrigin, QuestionState } from "@veche/protocol";

export const stateName = (state: QuestionState) =>
  ({
    open: msg("К разбору"),
    accepted: msg("Добавлены"),
    rejected: msg("Отклонены"),
  })[state];

/** Where a question came from, in two words. */
export const originName = (origin: QuestionOrigin) =>
  ({
    unanswered: msg("Без ответа"),
    none_of_these: msg("Не подошло"),
    picked: msg("Выбор жителя"),
    sent_by_operator: msg("Ответ оператора"),
  })[origin];

export const originSentence = (origin: QuestionOrigin) =>
  ({
    unanswered: msg("Помощник не нашёл точного ответа."),
    none_of_these: msg("Житель нажал «Ничего из этого»."),
    picked: msg("Житель сам выбрал статью из предложенных."),
    sent_by_operator: msg("Оператор ответил этой статьёй."),
  })[origin];

/** A question without what stands for personal data: «меня зовут [имя]», «[номер]». */
export const withoutMasks = (question: string) =>
  question
    .replace(/(меня зовут|my name is)[\s,:—-]+\[[^\]]{1,12}\][,.!;]?/giu, " ")
    .replace(/\[[^\]]{1,12}\]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
