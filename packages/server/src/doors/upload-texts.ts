import type { RoomTexts } from "../texts.ts";

export const uploadsTexts: RoomTexts = {
  ru: {
    too_large: "Файл слишком большой: больше {{megabytes}} МБ. Уменьшите фотографию и отправьте снова.",
    long_field: "В этом поле слишком много текста. Сократите его и отправьте снова.",
    many_parts: "В форме слишком много полей. Обновите страницу и заполните её снова.",
    no_file: "Приложите файл.",
    one_file: "Можно приложить только один файл, в отведённое для него поле.",
    repeated_field: "Это поле пришло дважды. Обновите страницу и заполните форму снова.",
    not_a_form: "Отправьте данные формой с файлом (multipart/form-data).",
    broken: "Форма дошла не целиком. Проверьте связь и отправьте ещё раз.",
    no_room: "Сейчас не получается принять файл. Мы уже разбираемся: отправьте его через 10 минут.",
    closing: "Сервер перезапускается. Ничего не потеряно: отправьте снова через {{count}} с.",
  },
  en: {
    too_large: "The file is too large: more than {{megabytes}} MB. Make the photo smaller and send it again.",
    long_field: "There is too much text in this field. Please shorten it and send it again.",
    many_parts: "The form has too many fields. Reload the page and fill it in again.",
    no_file: "Please attach a file.",
    one_file: "Only one file can be attached, in the field made for it.",
    repeated_field: "This field came twice. Reload the page and fill in the form again.",
    not_a_form: "Send the data as a form with a file (multipart/form-data).",
    broken: "The form did not arrive whole. Check your connection and send it again.",
    no_room: "The file can't be taken right now. We are looking into it: send it again in 10 minutes.",
    closing: "The server is restarting. Nothing is lost: send it again in {{count}} s.",
  },
};
