import type { RoomTexts } from "../../../texts.ts";
import { cityTexts } from "./city-texts.ts";

/** What the assistant says around approved texts and city data. Articles and data are quoted, never written. */
export const stepTexts: RoomTexts = {
  ru: {
    ...cityTexts.ru,
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
    "steps.emergency.careful.gas":
      "**Если пахнет газом, выйдите, не трогая выключателей, и звоните [104](tel:104) или [112](tel:112).** Если опасности нет — по вашему вопросу:",
    "steps.emergency.careful.fire":
      "**Если где-то горит или идёт дым, сразу звоните [112](tel:112) или [101](tel:101).** Если опасности нет — по вашему вопросу:",
    "steps.emergency.careful.suicide":
      "**Если вам или кому-то рядом не хочется жить, позвоните:** [8-800-2000-122](tel:88002000122) — детям, подросткам и родителям, [8-800-333-44-34](tel:88003334434) — взрослым, бесплатно; [112](tel:112) — если опасность близко. Если вы о другом — по вашему вопросу:",
    "steps.emergency.careful.child":
      "**Если ребёнок пропал или ему грозит опасность, сразу звоните [112](tel:112).** Если вы о другом — по вашему вопросу:",
    "steps.emergency.careful.danger":
      "**Если есть угроза жизни, сразу звоните [112](tel:112).** Если опасности нет — по вашему вопросу:",
    "steps.emergency.source": "Единый номер вызова экстренных служб 112",
    "steps.smalltalk.greeting":
      "Здравствуйте! Я программа-помощник города. Спросите про отключения, телефоны служб, детский сад, документы — что угодно о городе.",
    "steps.smalltalk.thanks": "Пожалуйста! Если появится ещё вопрос, пишите.",
    "steps.smalltalk.enough": "Хорошо. Если появится вопрос, пишите.",
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
    "steps.entry.half":
      "Нужны и номер, и код вместе: так чужую заявку никто не посмотрит. Например: «12, K7M2-QF9X».",
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
    "steps.emergency.numbers":
      "Скорая помощь: [103](tel:103). Полиция: [102](tel:102). Пожарные и спасатели: [101](tel:101). Газовая служба: [104](tel:104).\n\nЕдиный номер на любой случай — [112](tel:112). Все номера бесплатны, звонить можно с любого телефона, круглосуточно.",
    "steps.operator.about": "{{hours}} Позвать оператора? Он ответит прямо здесь.",
    "steps.several.choose": "Выберите, что подходит, кнопкой под ответом.",
    "steps.unclear":
      "Напишите одной фразой, что случилось или что нужно узнать. Например: «Нет воды, Кирова, 12» или «Телефон ЗАГСа».",
    "steps.unclear.not-helpful":
      "Жаль, что ответ не подошёл. Напишите вопрос другими словами — или позову оператора.",
    "steps.invite.outage":
      "Если отключено у вас, напишите улицу и дом — скажу, что известно по вашему адресу.",
    "steps.invite.outage-alone": "По какому адресу? Напишите улицу и дом, например: «Кирова, 12».",
    "steps.invite.outage-or-read":
      "По какому адресу? Напишите улицу и дом, например: «Кирова, 12», — скажу, что известно. Что делать, пока ждёте:",
    "steps.invite.outage-or-choose":
      "По какому адресу? Напишите улицу и дом, например: «Кирова, 12». Или выберите тему:",
    "steps.invite.organisation": "Или напишите улицу и дом — назову организацию и её телефоны.",
    "steps.invite.organisation-alone": "О каком доме речь? Напишите улицу и номер, например: «Кирова, 12».",
    "steps.invite.organisation-or-choose":
      "О каком доме речь? Напишите улицу и номер, например: «Кирова, 12». Или выберите тему:",
    "steps.article.choose-more": "Если этого нет в ответе выше, выберите тему:",
    "steps.article.choose": "Уточните, пожалуйста, что из этого вам нужно:",
    "steps.article.nothing-more":
      "Точнее, чем в ответе выше, я об этом не знаю. Спросите другими словами, позовите оператора или позвоните: {{contact}}.",
    "steps.article.none-of-these": "Ничего из этого",
    "steps.article.expired":
      "Этот ответ город проверял до {{date}}: с тех пор что-то могло измениться. Уточните по телефону: {{contact}}.",
    "steps.article.offered-expired": "{{question}} (проверено до {{date}})",
    "steps.article.russian-only": "Ответ есть только по-русски:",
    "steps.article.choose-russian": "Эти ответы есть только по-русски. Какой из них вам нужен?",
    "steps.unknown": "Точного ответа у меня нет, а гадать не буду.",
    "steps.unknown.topics":
      "Возможно, подойдёт одна из этих тем. Если нет, позову оператора или позвоните: {{contact}}.",
    "steps.unknown.contact": "Могу позвать оператора. Или позвоните: {{contact}}.",
    "steps.unknown.call-operator": "Позвать оператора",
  },
  en: {
    ...cityTexts.en,
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
    "steps.emergency.careful.gas":
      "**If you smell gas, leave without touching any switch and call [104](tel:104) or [112](tel:112).** If there is no danger, as to your question:",
    "steps.emergency.careful.fire":
      "**If something is burning or there is smoke, call [112](tel:112) or [101](tel:101) at once.** If there is no danger, as to your question:",
    "steps.emergency.careful.suicide":
      "**If you or someone near you does not want to live, please call:** [8-800-2000-122](tel:88002000122) for children, teenagers and parents, [8-800-333-44-34](tel:88003334434) for adults, free; [112](tel:112) if the danger is near. If you meant something else, as to your question:",
    "steps.emergency.careful.child":
      "**If a child is missing or in danger, call [112](tel:112) at once.** If you meant something else, as to your question:",
    "steps.emergency.careful.danger":
      "**If a life is in danger, call [112](tel:112) at once.** If there is no danger, as to your question:",
    "steps.emergency.source": "The single emergency number 112",
    "steps.smalltalk.greeting":
      "Hello! I am the city's assistant, a program. Ask about outages, phone numbers, kindergartens, documents: anything about the city.",
    "steps.smalltalk.thanks": "You are welcome! If there is anything else, just write.",
    "steps.smalltalk.enough": "All right. Write if there is anything else.",
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
    "steps.entry.half":
      "I need the number and the code together: so nobody sees another's entry. For example: “12, K7M2-QF9X”.",
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
    "steps.emergency.numbers":
      "Ambulance: [103](tel:103). Police: [102](tel:102). Fire and rescue: [101](tel:101). Gas: [104](tel:104).\n\nOne number for everything: [112](tel:112). All are free, from any phone, day and night.",
    "steps.operator.about": "{{hours}} Shall I call an operator? They will answer right here.",
    "steps.several.choose": "Choose what fits by a button below the answer.",
    "steps.unclear":
      "Tell me in one sentence what happened or what you would like to know. For example: “No water at Kirova 12” or “Phone of the registry office”.",
    "steps.unclear.not-helpful":
      "Sorry that this did not fit. Put the question in other words, or I will call an operator.",
    "steps.invite.outage":
      "If it is off at your place, write the street and the house: I will say what is known at your address.",
    "steps.invite.outage-alone": "Which address? Write the street and the house, for example: “Kirova, 12”.",
    "steps.invite.outage-or-read":
      "Which address? Write the street and the house, for example: “Kirova, 12”, and I will say what is known. What to do meanwhile:",
    "steps.invite.outage-or-choose":
      "Which address? Write the street and the house, for example: “Kirova, 12”. Or choose a topic:",
    "steps.invite.organisation":
      "Or write the street and the house: I will name the organisation and its phones.",
    "steps.invite.organisation-alone":
      "Which house? Write the street and the number, for example: “Kirova, 12”.",
    "steps.invite.organisation-or-choose":
      "Which house? Write the street and the number, for example: “Kirova, 12”. Or choose a topic:",
    "steps.article.choose-more": "If the answer above doesn’t say it, choose a topic:",
    "steps.article.choose": "Which of these do you need?",
    "steps.article.nothing-more":
      "I know nothing more exact about that than the answer above. Put it in other words, call an operator, or phone: {{contact}}.",
    "steps.article.none-of-these": "None of these",
    "steps.article.expired":
      "The city vouched for this answer until {{date}}; something may have changed since. Please check by phone: {{contact}}.",
    "steps.article.offered-expired": "{{question}} (checked until {{date}})",
    "steps.article.russian-only": "The answer is available in Russian only:",
    "steps.article.choose-russian": "These answers are available in Russian only. Which of them do you need?",
    "steps.unknown":
      "I have no exact answer to that in English, and I won't guess. More answers exist in Russian.",
    "steps.unknown.topics":
      "One of these topics may fit. If not, I can call an operator, or phone: {{contact}}.",
    "steps.unknown.contact": "I can call an operator. Or phone: {{contact}}.",
    "steps.unknown.call-operator": "Call an operator",
  },
};
