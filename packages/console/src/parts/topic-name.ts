import { msg } from "@lit/localize";

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
