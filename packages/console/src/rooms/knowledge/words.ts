import { msg } from "@lit/localize";
import type { Hotline } from "@veche/protocol";
import { topicName } from "../../parts/topic-name.ts";
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

/** What a field holds, as people say it: topics and departments are kept by their slugs. */
export function fieldWords(field: Field, value: string, departments: readonly Hotline[]): string {
  if (field === "topic") return topicName(value);
  if (field === "department") return departments.find(({ slug }) => slug === value)?.name ?? value;
  return value;
}
