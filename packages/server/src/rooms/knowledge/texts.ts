import type { RoomTexts } from "../../texts.ts";

export const knowledgeTexts: RoomTexts = {
  ru: {
    stale:
      "{{who}} за это время сохранил(а) версию {{version}}. Ваш текст не записан: сравните и сохраните снова.",
    exists: "Статья «{{slug}}» уже есть: откройте её и правьте.",
    expired: "Срок действия статьи прошёл {{expires}}. Продлите его, потом публикуйте.",
    unknown_department: "В справочнике телефонов нет «{{department}}». Выберите из списка.",
  },
  en: {
    stale:
      "{{who}} has saved version {{version}} in the meantime. Your text was not stored: compare the two and save again.",
    exists: "There already is an article “{{slug}}”: open it and edit that.",
    expired: "The article expired on {{expires}}. Extend it, then publish.",
    unknown_department: "The directory has no “{{department}}”. Choose one from the list.",
  },
};
