import { msg } from "@lit/localize";
import type { Field } from "./draft.ts";

/** A topic's name; one that the console does not know is shown as it is. */
export const topicName = (topic: string) =>
  ({
    utilities: msg("Коммунальные услуги"),
    "housing-services": msg("Дом и двор"),
    waste: msg("Мусор"),
    roads: msg("Дороги"),
    transport: msg("Транспорт"),
    education: msg("Образование"),
    social: msg("Социальная поддержка"),
    housing: msg("Жильё"),
    "land-building": msg("Земля и стройка"),
    documents: msg("Документы"),
    business: msg("Бизнес"),
    ecology: msg("Экология"),
    "culture-sport": msg("Культура и спорт"),
    emergency: msg("Чрезвычайные ситуации"),
    administration: msg("Администрация"),
  })[topic] ?? topic;

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
