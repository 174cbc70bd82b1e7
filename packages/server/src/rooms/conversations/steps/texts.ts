import type { RoomTexts } from "../../../texts.ts";

/** What the assistant says around approved texts and city data. Articles and data are quoted, never written. */
export const stepTexts: RoomTexts = {
  ru: {
    "steps.emergency.gas":
      "**Запах газа — это опасно.** Не включайте и не выключайте свет, не зажигайте огонь. Перекройте газ, откройте окна, выйдите из квартиры и предупредите соседей.\n\nЗвоните с улицы: [104](tel:104) — аварийная газовая служба, или [112](tel:112). Оба номера бесплатны и работают всегда.",
    "steps.emergency.fire":
      "**При пожаре сразу звоните [112](tel:112) или [101](tel:101).** Назовите адрес и что горит. Выходите из здания, не пользуйтесь лифтом, закройте за собой двери, предупредите соседей.",
    "steps.emergency.suicide":
      "**Вы не одни, и помощь есть прямо сейчас.** Позвоните: [112](tel:112) — если опасность близко; [8-800-2000-122](tel:88002000122) — детям, подросткам и родителям, бесплатно и анонимно; [8-800-333-44-34](tel:88003334434) — взрослым, бесплатно и круглосуточно.\n\nЯ программа и не могу помочь так, как человек. Пожалуйста, позвоните или скажите тому, кто рядом.",
    "steps.emergency.child":
      "**Если ребёнку грозит опасность или он пропал, сразу звоните [112](tel:112)** — ждать не нужно. Полиция: [102](tel:102), скорая помощь: [103](tel:103).\n\nДетский телефон доверия, бесплатно: [8-800-2000-122](tel:88002000122).",
    "steps.emergency.danger":
      "**Если есть угроза жизни, звоните [112](tel:112)** — бесплатно, с любого телефона, круглосуточно. Скорая: [103](tel:103), полиция: [102](tel:102), пожарные: [101](tel:101), газ: [104](tel:104).",
    "steps.emergency.source": "Единый номер вызова экстренных служб 112",
    "steps.operator.calling": "Хорошо, зову оператора. Пишите дальше сюда: он увидит всё, что вы написали.",
    "steps.operator.closed":
      "Хорошо, передаю диалог оператору. Сейчас операторы не работают: ответят {{opens}}. Ваш вопрос не потеряется, ответ придёт сюда.",
    "steps.smalltalk.greeting":
      "Здравствуйте! Я программа-помощник города. Спросите про отключения, телефоны служб, детский сад, документы — что угодно о городе.",
    "steps.smalltalk.thanks": "Пожалуйста! Если появится ещё вопрос, пишите.",
    "steps.smalltalk.bye": "До свидания! Если появится вопрос, пишите в любое время.",
    "steps.smalltalk.who-are-you":
      "Я программа-помощник города, не человек. Отвечаю только тем, что город проверил: статьями, отключениями, телефонами служб. Если не знаю, так и скажу и позову оператора.",
    "steps.insult":
      "Понимаю, что вы рассержены. Напишите, что случилось, одной фразой — или позову оператора.",
    "steps.appeal":
      "Этот чат только справочный: сообщение здесь не считается официальным обращением. Чтобы город зарегистрировал обращение и ответил письменно в срок до 30 дней, подайте его через портал «Госуслуги» (раздел «Решаем вместе») или на приёме администрации.\n\nПодскажу по сути вопроса, если напишете его коротко. Справки по телефону: {{phone}}.",
    "steps.appeal.source": "Федеральный закон № 59-ФЗ «О порядке рассмотрения обращений граждан»",
    "steps.entry.ask":
      "Напишите номер заявки и её код — они были на странице после отправки рисунка и видны по личной ссылке. Например: «12, K7M2-QF9X».\n\nПо имени ребёнка я ничего не сообщаю: так его данные защищены.",
    "steps.entry.unknown":
      "Заявки с таким номером и кодом не нашёл. Проверьте, пожалуйста, оба: они видны по личной ссылке. Пример: «12, K7M2-QF9X».",
    "steps.entry.told": "Работа № {{number}}{{title}}: {{state}}.",
    "steps.entry.reason": "Причина: {{reason}}",
    "steps.entry.state.submitted": "дошла, её смотрит модератор. Обычно это до трёх рабочих дней",
    "steps.entry.state.approved": "принята и участвует в конкурсе",
    "steps.entry.state.rejected": "не принята",
    "steps.entry.state.shortlisted": "прошла в финал",
    "steps.entry.state.winner": "среди победителей, поздравляем",
    "steps.entry.state.withdrawn": "отозвана, её данные удалены",
    "steps.address.ask": "По какому адресу? Напишите улицу и дом, например: «Кирова, 12».",
    "steps.address.which": "Таких улиц несколько. Какая из них ваша?",
    "steps.address.house": "Какой номер дома на {{street}}?",
    "steps.outage.current": "**{{resource}}, {{address}}: сейчас {{off}}.** Обещают включить {{until}}.",
    "steps.outage.planned":
      "**{{resource}}, {{address}}: {{off}} с {{from}} до {{until}}.** Это плановые работы.",
    "steps.outage.reason": "Причина: {{reason}}.",
    "steps.outage.responsible": "Отвечает: {{name}}, {{phones}}.",
    "steps.outage.none": "По адресу {{address}} отключений не значится{{what}} — ни сейчас, ни в планах.",
    "steps.outage.none.what": " ({{resource}})",
    "steps.outage.call": "Если у вас всё-таки отключено, позвоните: {{contacts}}.",
    "steps.outage.street": "На улице {{street}} есть отключения. Назовите дом, и я скажу точно.",
    "steps.outage.source": "Список отключений города",
    "steps.outage.unknownHouse": "Дома {{house}} нет в моём списке: проверьте номер.",
    "steps.resource.cold_water": "Холодная вода",
    "steps.resource.hot_water": "Горячая вода",
    "steps.resource.heating": "Отопление",
    "steps.resource.power": "Электричество",
    "steps.resource.gas": "Газ",
    "steps.off.cold_water": "отключена",
    "steps.off.hot_water": "отключена",
    "steps.off.heating": "отключено",
    "steps.off.power": "отключено",
    "steps.off.gas": "отключён",
    "steps.organisation": "**{{address}}: дом обслуживает {{name}}.**",
    "steps.organisation.phones": "Телефон: {{phones}}.",
    "steps.organisation.emergency": "Аварийная служба, круглосуточно: {{phone}}.",
    "steps.organisation.office": "Приём: {{address}}. {{hours}}",
    "steps.organisation.none":
      "У дома {{address}} нет управляющей организации в моём списке: так бывает у частных и производственных домов. Уточнить можно по телефону {{phone}}.",
    "steps.organisation.unknown-house":
      "Дома {{address}} нет в моём списке: проверьте номер. Если он верный, уточните по телефону: {{phone}}.",
    "steps.organisation.source": "Список домов и управляющих организаций",
    "steps.hotline.phones": "Телефон: {{phones}}",
    "steps.hotline.extension": "добавочный {{extension}}",
    "steps.hotline.email": "Почта: {{email}}",
    "steps.hotline.address": "Адрес: {{address}}",
    "steps.hotline.source": "Справочник городских служб",
    "steps.hours.always": "Работает круглосуточно.",
    "steps.hours.open": "Сейчас открыто, до {{until}}.",
    "steps.hours.closed": "Сейчас закрыто, откроется {{opens}}.",
    "steps.hours.unknown": "Сейчас закрыто.",
    "steps.article.choose": "Уточните, пожалуйста, что из этого вам нужно:",
    "steps.article.none-of-these": "Ничего из этого",
    "steps.article.expired":
      "Этот ответ город проверял до {{date}}: с тех пор что-то могло измениться. Уточните по телефону: {{contact}}.",
    "steps.article.offered-expired": "{{question}} (проверено до {{date}})",
    "steps.article.russian-only": "Ответ есть только по-русски:",
    "steps.unknown": "Точного ответа у меня нет, а гадать не буду.",
    "steps.unknown.topics":
      "Возможно, подойдёт одна из этих тем. Если нет, позову оператора или позвоните: {{contact}}.",
    "steps.unknown.contact": "Могу позвать оператора. Или позвоните: {{contact}}.",
    "steps.unknown.call-operator": "Позвать оператора",
    "steps.when.today": "сегодня, {{time}}",
    "steps.when.tomorrow": "завтра, {{time}}",
    "steps.when.day": "{{day}}, {{time}}",
    "steps.until.today": "сегодня до {{time}}",
    "steps.until.tomorrow": "завтра до {{time}}",
    "steps.until.day": "{{day}} до {{time}}",
  },
  en: {
    "steps.emergency.gas":
      "**A smell of gas is dangerous.** Don't switch lights on or off and don't light a fire. Turn off the gas, open the windows, leave the flat and warn the neighbours.\n\nCall from outside: [104](tel:104), the gas emergency service, or [112](tel:112). Both are free and always answer.",
    "steps.emergency.fire":
      "**In a fire call [112](tel:112) or [101](tel:101) at once.** Say the address and what is burning. Leave the building, don't use the lift, close the doors behind you, warn the neighbours.",
    "steps.emergency.suicide":
      "**You are not alone, and there is help right now.** Call [112](tel:112) if the danger is near; [8-800-2000-122](tel:88002000122) for children, teenagers and parents, free and anonymous; [8-800-333-44-34](tel:88003334434) for adults, free, day and night.\n\nI am a program and can't help as a person can. Please call, or tell someone near you.",
    "steps.emergency.child":
      "**If a child is in danger or missing, call [112](tel:112) at once**: there is no need to wait. Police: [102](tel:102), ambulance: [103](tel:103).\n\nChildren's helpline, free: [8-800-2000-122](tel:88002000122).",
    "steps.emergency.danger":
      "**If a life is in danger, call [112](tel:112)**: free, from any phone, day and night. Ambulance: [103](tel:103), police: [102](tel:102), fire: [101](tel:101), gas: [104](tel:104).",
    "steps.emergency.source": "The single emergency number 112",
    "steps.operator.calling":
      "All right, I am calling an operator. Keep writing here: they will see all that you wrote.",
    "steps.operator.closed":
      "All right, I am passing you to an operator. They are off duty now and will answer {{opens}}. Your question is kept, the answer will come here.",
    "steps.smalltalk.greeting":
      "Hello! I am the city's assistant, a program. Ask about outages, phone numbers, kindergartens, documents: anything about the city.",
    "steps.smalltalk.thanks": "You are welcome! If there is anything else, just write.",
    "steps.smalltalk.bye": "Goodbye! Write at any time.",
    "steps.smalltalk.who-are-you":
      "I am the city's assistant, a program and not a person. I only say what the city has checked: articles, outages, phone numbers. If I don't know, I say so and call an operator.",
    "steps.insult":
      "I see that you are upset. Tell me in one sentence what happened, or I will call an operator.",
    "steps.appeal":
      "This chat is for reference only: a message here is not an official appeal. To have one registered and answered in writing within 30 days, file it on the Gosuslugi portal or at the city administration's reception.\n\nI can tell you about the matter itself if you put it briefly. By phone: {{phone}}.",
    "steps.appeal.source": "Federal Law No. 59-FZ on citizens' appeals",
    "steps.entry.ask":
      "Write the entry's number and its code: they were on the page after you sent the drawing, and your private link shows them. For example: “12, K7M2-QF9X”.\n\nI tell nothing by a child's name: this protects their data.",
    "steps.entry.unknown":
      "I found no entry with this number and code. Please check both: your private link shows them. For example: “12, K7M2-QF9X”.",
    "steps.entry.told": "Entry No. {{number}}{{title}}: {{state}}.",
    "steps.entry.reason": "Reason: {{reason}}",
    "steps.entry.state.submitted":
      "it has arrived, a moderator is looking at it. This usually takes up to three working days",
    "steps.entry.state.approved": "accepted, it takes part in the contest",
    "steps.entry.state.rejected": "not accepted",
    "steps.entry.state.shortlisted": "in the final",
    "steps.entry.state.winner": "among the winners, congratulations",
    "steps.entry.state.withdrawn": "withdrawn, its data are erased",
    "steps.address.ask": "Which address? Write the street and the house, for example: “Kirova, 12”.",
    "steps.address.which": "There are several such streets. Which one is yours?",
    "steps.address.house": "Which house number on {{street}}?",
    "steps.outage.current": "**{{resource}}, {{address}}: {{off}} now.** It should be back {{until}}.",
    "steps.outage.planned":
      "**{{resource}}, {{address}}: {{off}} from {{from}} to {{until}}.** This is planned work.",
    "steps.outage.reason": "Reason (in Russian): {{reason}}.",
    "steps.outage.responsible": "Responsible: {{name}}, {{phones}}.",
    "steps.outage.none": "No outages are known at {{address}}{{what}}, neither now nor planned.",
    "steps.outage.none.what": " ({{resource}})",
    "steps.outage.call": "If it is off all the same, call: {{contacts}}.",
    "steps.outage.street": "There are outages on {{street}}. Tell me the house, and I will say exactly.",
    "steps.outage.source": "The city's list of outages",
    "steps.outage.unknownHouse": "House {{house}} is not on my list: please check the number.",
    "steps.resource.cold_water": "Cold water",
    "steps.resource.hot_water": "Hot water",
    "steps.resource.heating": "Heating",
    "steps.resource.power": "Electricity",
    "steps.resource.gas": "Gas",
    "steps.off.cold_water": "off",
    "steps.off.hot_water": "off",
    "steps.off.heating": "off",
    "steps.off.power": "off",
    "steps.off.gas": "off",
    "steps.organisation": "**{{address}}: the house is kept by {{name}}.**",
    "steps.organisation.phones": "Phone: {{phones}}.",
    "steps.organisation.emergency": "Emergency line, day and night: {{phone}}.",
    "steps.organisation.office": "Office: {{address}}. {{hours}}",
    "steps.organisation.none":
      "House {{address}} has no managing organisation on my list, as private and industrial houses may. Ask by phone: {{phone}}.",
    "steps.organisation.unknown-house":
      "House {{address}} is not on my list: please check the number. If it is right, ask by phone: {{phone}}.",
    "steps.organisation.source": "The list of houses and managing organisations",
    "steps.hotline.phones": "Phone: {{phones}}",
    "steps.hotline.extension": "extension {{extension}}",
    "steps.hotline.email": "E-mail: {{email}}",
    "steps.hotline.address": "Address: {{address}}",
    "steps.hotline.source": "Directory of city services",
    "steps.hours.always": "Open day and night.",
    "steps.hours.open": "Open now, until {{until}}.",
    "steps.hours.closed": "Closed now, opens {{opens}}.",
    "steps.hours.unknown": "Closed now.",
    "steps.article.choose": "Which of these do you need?",
    "steps.article.none-of-these": "None of these",
    "steps.article.expired":
      "The city vouched for this answer until {{date}}; something may have changed since. Please check by phone: {{contact}}.",
    "steps.article.offered-expired": "{{question}} (checked until {{date}})",
    "steps.article.russian-only": "The answer is available in Russian only:",
    "steps.unknown": "I have no exact answer to that, and I won't guess.",
    "steps.unknown.topics":
      "One of these topics may fit. If not, I can call an operator, or phone: {{contact}}.",
    "steps.unknown.contact": "I can call an operator. Or phone: {{contact}}.",
    "steps.unknown.call-operator": "Call an operator",
    "steps.when.today": "today, {{time}}",
    "steps.when.tomorrow": "tomorrow, {{time}}",
    "steps.when.day": "{{day}}, {{time}}",
    "steps.until.today": "today by {{time}}",
    "steps.until.tomorrow": "tomorrow by {{time}}",
    "steps.until.day": "{{day}} by {{time}}",
  },
};
