import { msg } from "@lit/localize";
import type { Field } from "./draft.ts";

export const fieldName = (field: Field) =>
  ({
    topic: msg("Тема"),
    question: msg("Вопрос"),
    alternatives: msg("Как ещё спрашивают, по одному в строке"),
    answer: msg("Ответ"),
    department: msg("Подразделение"),
    sourceTitle: msg("Источник"),
    sourceUrl: msg("Адрес источника"),
    updated: msg("Проверено"),
    expires: msg("Действует до"),
    reviewOn: msg("Проверить снова"),
  })[field];
