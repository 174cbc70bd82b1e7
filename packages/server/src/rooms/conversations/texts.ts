import type { RoomTexts } from "../../texts.ts";
import { stepTexts } from "./steps/texts.ts";

export const conversationTexts: RoomTexts = {
  ru: {
    ...stepTexts.ru,
    other_text: "Это сообщение уже отправлено с другим текстом. Отправьте новое.",
    already_claimed: "Этот диалог уже взял сотрудник: {{name}}.",
    not_waiting: "Этот диалог уже не ждёт: обновите очередь.",
    not_yours: "Диалог ведёт {{name}}. Сначала он должен вернуться в очередь.",
    not_open: "Диалог уже завершён или не у оператора.",
    nothing_said: "Здесь ещё ничего не написано.",
    deleted: "Житель удалил этот диалог.",
    no_picture: "Снимка больше нет. Приложите его снова.",
    many_pictures: "В этом диалоге уже {{max}} снимков, больше не поместится. Начните новый диалог.",
    picture: "Фото",
    wordless:
      "Я программа и снимков не понимаю. Напишите словами, что случилось и где, или позовите оператора: он снимок увидит.",
    no_department: "Такого подразделения нет. Выберите из списка.",
    queued: "Зову оператора. Пишите дальше сюда: он увидит всё, что вы написали.",
    joined: "Вам отвечает оператор: {{name}}.",
    released: "Оператор вернул диалог в очередь. Вам ответит другой сотрудник.",
    transferred: "Диалог передан: {{department}}. Повторять вопрос не нужно.",
    closed: "Диалог завершён. Если появится вопрос, просто напишите снова.",
    ended: "Вы завершили диалог. Если появится вопрос, просто напишите снова.",
  },
  en: {
    ...stepTexts.en,
    other_text: "This message has already been sent with another text. Please send a new one.",
    already_claimed: "A colleague has already taken this conversation: {{name}}.",
    not_waiting: "This conversation no longer waits: refresh the queue.",
    not_yours: "{{name}} has this conversation. It must go back to the queue first.",
    not_open: "The conversation has ended or is not with an operator.",
    nothing_said: "Nothing has been said here yet.",
    deleted: "The resident deleted this conversation.",
    no_picture: "The picture is no longer there. Please attach it again.",
    many_pictures:
      "This conversation already has {{max}} pictures and takes no more. Please start a new one.",
    picture: "Photo",
    wordless:
      "I am a program and do not understand pictures. Write what happened and where, or call an operator, who will see the picture.",
    no_department: "There is no such department. Choose one from the list.",
    queued: "I am calling an operator. Keep writing here: they will see all that you wrote.",
    joined: "An operator answers you: {{name}}.",
    released: "The operator returned the conversation to the queue. A colleague will answer you.",
    transferred: "The conversation was passed on: {{department}}. You needn't repeat the question.",
    closed: "The conversation has ended. If you have another question, just write again.",
    ended: "You ended the conversation. If you have another question, just write again.",
  },
};
