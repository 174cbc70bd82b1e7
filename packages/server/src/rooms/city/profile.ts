import { citySettings, type CitySettings } from "@veche/protocol";

export const cityProfile = citySettings;
/** What the city calls itself and says first; admins set it. */
export type CityProfile = CitySettings;

export const defaultProfile: CityProfile = {
  name: { ru: "Ваш город", en: "Your city" },
  heading: { ru: "Спросите город", en: "Ask the city" },
  greeting: {
    ru: "Здравствуйте! Я помощник города: подскажу про отключения, телефоны и городские услуги. Напишите вопрос своими словами.",
    en: "Hello! I am the city’s assistant: I can tell you about outages, phone numbers and city services. Ask in your own words.",
  },
  suggestions: {
    ru: ["Почему нет воды?", "Как записать ребёнка в детский сад?", "Куда звонить, если не вывозят мусор?"],
    en: ["Why is there no water?", "How do I enrol a child in kindergarten?", "Whom to call about rubbish?"],
  },
  callCentre: "call-centre",
  origins: [],
  secondFactor: [],
};
