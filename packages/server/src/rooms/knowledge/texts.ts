import type { RoomTexts } from "../../texts.ts";

export const knowledgeTexts: RoomTexts = {
  ru: {
    stale:
      "{{who}} за это время сохранил(а) версию {{version}}. Ваш текст не записан: сравните и сохраните снова.",
    exists: "Статья «{{slug}}» уже есть: откройте её и правьте.",
    expired: "Срок действия статьи прошёл {{day}}. Продлите его, потом публикуйте.",
    review_passed:
      "День «Проверить снова» прошёл: {{day}}. Проверьте статью и назначьте новый, потом публикуйте.",
    unknown_department: "В справочнике телефонов нет «{{department}}». Выберите из списка.",
    too_many_phrasings: "У статьи уже {{limit}} формулировок. Уберите лишние, потом добавьте эту.",
    no_such_article: "Статьи «{{slug}}» на этом языке нет. Выберите из списка.",
    nothing_left: "От вопроса осталось слишком мало слов. Напишите формулировку сами.",
    question_settled: "С этим вопросом уже решено: {{who}}. Обновите список.",
    bad_cursor: "Не получилось найти продолжение списка. Откройте его с начала.",
  },
  en: {
    stale:
      "{{who}} has saved version {{version}} in the meantime. Your text was not stored: compare the two and save again.",
    exists: "There already is an article “{{slug}}”: open it and edit that.",
    expired: "The article expired on {{day}}. Extend it, then publish.",
    review_passed:
      "The day to check it again was {{day}}. Check the article and set a new one, then publish.",
    unknown_department: "The directory has no “{{department}}”. Choose one from the list.",
    too_many_phrasings: "The article already has {{limit}} phrasings. Remove some, then add this one.",
    no_such_article: "There is no article “{{slug}}” in this language. Choose one from the list.",
    nothing_left: "Too few words are left of the question. Please write the phrasing yourself.",
    question_settled: "This question is settled already, by {{who}}. Reload the list.",
    bad_cursor: "The list could not be continued from here. Please open it from the start.",
  },
};
