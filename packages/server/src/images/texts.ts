import type { RoomTexts } from "../texts.ts";

export const imagesTexts: RoomTexts = {
  ru: {
    not_a_picture: "Это не фотография. Подойдёт файл JPEG, PNG, WebP или HEIC.",
    too_many_pixels:
      "Картинка слишком велика: больше {{megapixels}} мегапикселей. Уменьшите её и отправьте снова.",
    damaged:
      "Файл повреждён или загрузился не весь. Откройте его у себя, сохраните снова и отправьте ещё раз.",
    too_heavy: "Эту картинку не удалось обработать. Сохраните её как обычный JPEG и отправьте снова.",
    busy: "Сейчас загружают много картинок. Ничего не потеряно: отправьте снова через {{count}} с.",
    closing: "Сервер перезапускается. Ничего не потеряно: отправьте снова через {{count}} с.",
  },
  en: {
    not_a_picture: "This is not a photo. Please choose a JPEG, PNG, WebP or HEIC file.",
    too_many_pixels:
      "The picture is too large: more than {{megapixels}} megapixels. Make it smaller and send it again.",
    damaged: "The file is damaged or did not arrive whole. Open it, save it again and send it once more.",
    too_heavy: "This picture could not be processed. Save it as an ordinary JPEG and send it again.",
    busy: "Many pictures are being uploaded right now. Nothing is lost: send it again in {{count}} s.",
    closing: "The server is restarting. Nothing is lost: send it again in {{count}} s.",
  },
};
