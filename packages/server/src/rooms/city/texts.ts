import type { RoomTexts } from "../../texts.ts";

export const cityTexts: RoomTexts = {
  ru: {
    outage_over: "Это отключение уже закончилось. Добавьте новое, если снова нет подачи.",
    outage_not_begun: "Это отключение ещё не началось. Его можно отменить.",
    not_longer: "Новое окончание должно быть позже прежнего.",
  },
  en: {
    outage_over: "This outage is over already. Add a new one if supply failed again.",
    outage_not_begun: "This outage has not begun yet. It can be cancelled.",
    not_longer: "The new end must be later than the old one.",
  },
};
