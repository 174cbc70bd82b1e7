import { sentence } from "@veche/protocol";
import { z } from "zod";

/** What the city calls itself and says first; admins set it. */
export const cityProfile = z.object({
  name: sentence,
  /** Over the chat. */
  heading: sentence,
  greeting: sentence,
  /** Questions to start with. */
  suggestions: z.object({ ru: z.array(z.string()), en: z.array(z.string()).default([]) }),
  /** Slug of the hotline that a resident is given when nobody else is meant. */
  callCentre: z.string().default("call-centre"),
  /** Of the call centre; by default its hotline's first. */
  phone: z.string().optional(),
  privacyUrl: z.url().optional(),
  /** When operators answer, as `opening_hours`; by default the call centre's own. */
  operatorHours: z.string().optional(),
});
export type CityProfile = z.infer<typeof cityProfile>;

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
};
