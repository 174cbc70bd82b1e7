import type { RoomTexts } from "../../texts.ts";

export const cityTexts: RoomTexts = {
  ru: {
    outage_over: "Это отключение уже закончилось. Добавьте новое, если снова нет подачи.",
    outage_not_begun: "Это отключение ещё не началось. Его можно отменить.",
    bad_hours: "Эти часы не разобрать. Например: Mo-Fr 08:00-20:00; Sa 09:00-15:00.",
    settings_changed: "{{who}} за это время изменил(а) настройки. Откройте страницу заново.",
    no_department: "Такого подразделения в справочнике нет. Выберите из списка.",
    bad_day_hours:
      "Эти часы не разобрать. Например: 09:00-13:00,14:00-16:00. Закрыто весь день — оставьте пустым.",
    not_longer: "Новое окончание должно быть позже прежнего.",
  },
  en: {
    outage_over: "This outage is over already. Add a new one if supply failed again.",
    outage_not_begun: "This outage has not begun yet. It can be cancelled.",
    bad_hours: "These hours could not be understood. For example: Mo-Fr 08:00-20:00; Sa 09:00-15:00.",
    settings_changed: "{{who}} has changed the settings in the meantime. Please open the page anew.",
    no_department: "The directory has no such department. Choose one from the list.",
    bad_day_hours:
      "These hours could not be understood. For example: 09:00-13:00,14:00-16:00. Leave it empty for closed all day.",
    not_longer: "The new end must be later than the old one.",
  },
};
