import type { RoomTexts } from "../../texts.ts";

export const insightsTexts: RoomTexts = {
  ru: {
    backwards: "Начало периода позже его конца. Поменяйте даты местами.",
    too_long: "Период слишком длинный: не больше {{days}} дней.",
  },
  en: {
    backwards: "The period begins after it ends. Swap the dates.",
    too_long: "The period is too long: at most {{days}} days.",
  },
};
