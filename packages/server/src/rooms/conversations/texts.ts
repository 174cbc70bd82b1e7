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
    no_alerts: "Здесь сообщения об ответе не рассылают. Загляните в чат позже.",
    ticket_over: "Прошло больше десяти минут, или диалог удалён. Нажмите в чате ещё раз.",
    no_push_service: "Служба сообщений этого браузера нам не знакома.",
    alert_title: "Вам ответил оператор",
    alert_body: "Нажмите, чтобы открыть страницу, где вы спрашивали, и там откройте чат.",
    wordless:
      "Я программа и снимков не понимаю. Напишите словами, что случилось и где, или позовите оператора: он снимок увидит.",
    no_department: "Такого подразделения нет. Выберите из списка.",
    queued: "Зову оператора. Пишите дальше сюда: он увидит всё, что вы написали.",
    queued_department: "Зову сотрудника: {{department}}. Пишите дальше сюда: он увидит всё, что вы написали.",
    queued_instead:
      "{{department}}: сейчас там никого нет. Зову дежурного оператора: он ответит сам или передаст вопрос.",
    fallen_back: "{{department}}: сейчас там никого нет. Вопрос передан дежурному оператору.",
    joined: "Вам отвечает оператор: {{name}}.",
    released: "Оператор вернул диалог в очередь. Вам ответит другой сотрудник.",
    transferred: "Диалог передан: {{department}}. Повторять вопрос не нужно.",
    closed: "Диалог завершён. Если появится вопрос, просто напишите снова.",
    ended: "Вы завершили диалог. Если появится вопрос, просто напишите снова.",
    already_served: "Вам уже отвечает оператор: напишите ему здесь.",
    at_limit_one: "У вас уже {{count}} открытый диалог, больше нельзя. Завершите или отложите его.",
    at_limit_few: "У вас уже {{count}} открытых диалога, больше нельзя. Завершите или отложите один из них.",
    at_limit_many:
      "У вас уже {{count}} открытых диалогов, больше нельзя. Завершите или отложите один из них.",
    at_limit_other:
      "У вас уже {{count}} открытых диалога, больше нельзя. Завершите или отложите один из них.",
    other_department: "Этот диалог ждёт другое подразделение: {{department}}.",
    hold_past: "Отложить можно только на будущее: выберите время позже.",
    no_body: "Такой организации в справочнике нет. Выберите из списка.",
    no_contact: "Напишите телефон или адрес электронной почты: по ним мы ответим.",
    still_open: "Диалог ещё открыт. Сначала завершите его.",
    erased: "[удалено]",
    mute: "Отправка сообщений в этом диалоге приостановлена. Снова написать можно {{until}}. Об опасности для жизни сообщайте сразу: это сообщение дойдёт.",
    block:
      "Доступ к чату закрыт. Снова написать можно {{until}}. Об опасности для жизни сообщайте сразу: это сообщение дойдёт.",
    block_network:
      "Из вашей сети написать нельзя: её закрыли из-за чьих-то сообщений. Снова написать можно {{until}}. Если писали не вы, позвоните в контакт-центр или зайдите из другой сети. Об опасности для жизни сообщайте сразу: это сообщение дойдёт.",
    network_forgotten:
      "Сеть этого жителя уже не известна: она хранится до конца суток. Закройте диалог, а сеть — когда житель напишет снова.",
    limit_one: "Не так часто, пожалуйста. Следующее сообщение можно отправить через {{count}} секунду.",
    limit_few: "Не так часто, пожалуйста. Следующее сообщение можно отправить через {{count}} секунды.",
    limit_many: "Не так часто, пожалуйста. Следующее сообщение можно отправить через {{count}} секунд.",
    limit_other: "Не так часто, пожалуйста. Следующее сообщение можно отправить через {{count}} секунды.",
    queued_closed:
      "Сейчас операторы не работают: ответят {{opens}}. Ваш вопрос сохранён, ответ придёт сюда. Можно оставить телефон или почту, и мы ответим туда.",
    queued_never:
      "Сейчас операторы не принимают, и когда начнут, пока не известно. Ваш вопрос сохранён. Оставьте телефон или почту: ответим туда, как только сможем.",
    queued_holiday:
      "Сегодня праздничный день, операторы ответят {{opens}}. Ваш вопрос сохранён, ответ придёт сюда. Можно оставить телефон или почту, и мы ответим туда.",
    queued_nobody:
      "Вопрос поставлен в очередь. Сейчас на смене нет свободного сотрудника: пишите дальше сюда или оставьте телефон или почту, и мы ответим туда.",
    queued_busy:
      "Все операторы сейчас заняты. Вы в очереди: пишите дальше сюда. Не хотите ждать — оставьте телефон или почту, и мы ответим туда.",
    call_back_left_closed: "Записали: {{contact}}. Свяжемся с вами, как только начнётся рабочий день.",
    call_back_left_never: "Записали: {{contact}}. Свяжемся с вами, как только операторы начнут принимать.",
    call_back_left_holiday: "Записали: {{contact}}. Сегодня праздник, свяжемся с вами в первый рабочий день.",
    call_back_left_nobody: "Записали: {{contact}}. Свяжемся с вами, как только на смену придёт сотрудник.",
    call_back_left_busy: "Записали: {{contact}}. Свяжемся с вами, как только освободится оператор.",
    given_back: "Дальше вам снова отвечает помощник. Нужен человек — напишите «оператор».",
    redirected: "С этим вопросом вам помогут здесь: {{contact}}",
    "transcript.heading": "Диалог {{id}}",
    "transcript.begun": "Начат",
    "transcript.ended": "Завершён",
    "transcript.channel": "Канал",
    "transcript.page": "Страница",
    "transcript.resident": "Житель",
    "transcript.assistant": "Помощник",
    "transcript.operator": "Оператор",
    "transcript.system": "Система",
    "transcript.note": "Заметка сотрудника",
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
    no_alerts: "No alerts are sent here. Look into the chat later.",
    ticket_over:
      "More than ten minutes have passed, or the conversation is deleted. Press again in the chat.",
    no_push_service: "We do not know this browser's push service.",
    alert_title: "An operator has answered you",
    alert_body: "Press to open the page where you asked, and open the chat there.",
    wordless:
      "I am a program and do not understand pictures. Write what happened and where, or call an operator, who will see the picture.",
    no_department: "There is no such department. Choose one from the list.",
    queued: "I am calling an operator. Keep writing here: they will see all that you wrote.",
    queued_department:
      "I am calling somebody of: {{department}}. Keep writing here: they will see all that you wrote.",
    queued_instead:
      "{{department}}: nobody is there right now. I am calling the operator on duty, who will answer or pass the question on.",
    fallen_back: "{{department}}: nobody is there right now. The operator on duty will answer you.",
    joined: "An operator answers you: {{name}}.",
    released: "The operator returned the conversation to the queue. A colleague will answer you.",
    transferred: "The conversation was passed on: {{department}}. You needn't repeat the question.",
    closed: "The conversation has ended. If you have another question, just write again.",
    ended: "You ended the conversation. If you have another question, just write again.",
    already_served: "An operator is already answering you: write to them here.",
    at_limit_one:
      "You already have {{count}} open conversation, that is your limit. End it or put it on hold.",
    at_limit_other:
      "You already have {{count}} open conversations, that is your limit. End one or put one on hold.",
    other_department: "This conversation waits for another department: {{department}}.",
    hold_past: "A conversation can only be put on hold until a later moment: choose one.",
    no_body: "There is no such body in the directory. Choose one from the list.",
    no_contact: "Please write a phone number or an e-mail address: we will answer there.",
    still_open: "The conversation is still open. End it first.",
    erased: "[erased]",
    mute: "Sending messages in this conversation is paused. You can write again {{until}}. Report a danger to life at once: that message gets through.",
    block:
      "Your access to the chat is closed. You can write again {{until}}. Report a danger to life at once: that message gets through.",
    block_network:
      "Messages from your network are not taken: somebody's messages had it closed. You can write again {{until}}. If it was not you, call the contact centre or use another network. Report a danger to life at once: that message gets through.",
    network_forgotten:
      "This resident's network is not known any more: it is kept until the end of the day. Block the conversation now, and the network when they write again.",
    limit_one: "Not so often, please. You can send the next message in {{count}} second.",
    limit_other: "Not so often, please. You can send the next message in {{count}} seconds.",
    queued_closed:
      "Operators are off duty now and will answer {{opens}}. Your question is kept, the answer will come here. You can leave a phone number or an e-mail address, and we will answer there.",
    queued_never:
      "Operators take no questions now, and it is not known yet when they will. Your question is kept. Leave a phone number or an e-mail address: we will answer there as soon as we can.",
    queued_holiday:
      "Today is a public holiday, operators will answer {{opens}}. Your question is kept, the answer will come here. You can leave a phone number or an e-mail address, and we will answer there.",
    queued_nobody:
      "Your question is in the queue. Nobody is free on this shift right now: keep writing here, or leave a phone number or an e-mail address, and we will answer there.",
    queued_busy:
      "All operators are busy now. You are in the queue: keep writing here. If you'd rather not wait, leave a phone number or an e-mail address, and we will answer there.",
    call_back_left_closed: "Noted: {{contact}}. We will get in touch as soon as the working day begins.",
    call_back_left_never: "Noted: {{contact}}. We will get in touch as soon as operators are back.",
    call_back_left_holiday:
      "Noted: {{contact}}. Today is a public holiday, we will get in touch on the first working day.",
    call_back_left_nobody: "Noted: {{contact}}. We will get in touch as soon as somebody is on shift.",
    call_back_left_busy: "Noted: {{contact}}. We will get in touch as soon as an operator is free.",
    given_back: "The assistant answers you again. If you need a person, write “operator”.",
    redirected: "They will help you with this question: {{contact}}",
    "transcript.heading": "Conversation {{id}}",
    "transcript.begun": "Begun",
    "transcript.ended": "Ended",
    "transcript.channel": "Channel",
    "transcript.page": "Page",
    "transcript.resident": "Resident",
    "transcript.assistant": "Assistant",
    "transcript.operator": "Operator",
    "transcript.system": "System",
    "transcript.note": "Note of staff",
  },
};
