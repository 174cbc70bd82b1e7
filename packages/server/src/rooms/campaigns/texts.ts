import type { RoomTexts } from "../../texts.ts";

export const campaignTexts = {
  ru: {
    none: "Такого конкурса нет. Проверьте ссылку.",
    no_work: "Такой работы здесь нет: её не публиковали или её забрали.",
    no_classes: "На этот конкурс работы класса не принимают. Отправьте каждую работу отдельно.",
    consent_due:
      "По заявке № {{number}} нет согласия родителя. Сначала отметьте согласие с листка или дождитесь, пока родитель даст его по ссылке.",
    consent_not_due: "Согласие по этой заявке уже дано.",
    other_slip: "Код не от этой заявки. Сверьте номер и код на листке.",
    picture_changed: "Снимок только что изменили. Посмотрите, что получилось, и повторите.",
    look_decided:
      "Работу уже посмотрели, и снимок больше не меняется. Напишите нам, если с ним что-то не так.",
    no_entry: "Такой заявки нет. Проверьте ссылку, которую вы получили после отправки.",
    token_needed: "Откройте заявку по личной ссылке, которую вы получили после отправки.",
    closed: "Приём работ закончился: {{date}}. Работы, отправленные раньше, участвуют в конкурсе.",
    not_open_yet: "Приём работ ещё не начался. Он откроется: {{date}}.",
    key_reused:
      "Под этим номером отправки уже принята другая заявка. Откройте форму заново и отправьте ещё раз.",
    limit_in_nomination_one:
      "В этой номинации можно {{count}} работу от одного автора, и она уже есть. Выберите другую номинацию или отзовите прежнюю работу.",
    limit_in_nomination_few:
      "В этой номинации можно {{count}} работы от одного автора, и они уже есть. Выберите другую номинацию или отзовите прежнюю работу.",
    limit_in_nomination_many:
      "В этой номинации можно {{count}} работ от одного автора, и они уже есть. Выберите другую номинацию или отзовите прежнюю работу.",
    limit_in_nomination_other:
      "В этой номинации можно {{count}} работы от одного автора, и они уже есть. Выберите другую номинацию или отзовите прежнюю работу.",
    limit_in_campaign_one:
      "На конкурс можно {{count}} работу от одного автора, и она уже есть. Чтобы прислать другую, отзовите прежнюю.",
    limit_in_campaign_few:
      "На конкурс можно {{count}} работы от одного автора, и они уже есть. Чтобы прислать другую, отзовите одну из прежних.",
    limit_in_campaign_many:
      "На конкурс можно {{count}} работ от одного автора, и они уже есть. Чтобы прислать другую, отзовите одну из прежних.",
    limit_in_campaign_other:
      "На конкурс можно {{count}} работы от одного автора, и они уже есть. Чтобы прислать другую, отзовите одну из прежних.",
    no_nomination: "Такой номинации нет. Выберите номинацию из списка.",
    too_young_for_nomination: "Эта номинация для авторов от {{min}} лет. Выберите другую номинацию.",
    age_between: "В конкурсе участвуют авторы от {{min}} до {{max}} лет. Проверьте возраст.",
    age_from: "В конкурсе участвуют авторы от {{min}} лет. Проверьте возраст.",
    no_letters: "Напишите здесь словами: нужны буквы.",
    contact: "Укажите почту (имя@адрес) или телефон с кодом, например +7 912 345-67-89.",
    consent_missing: "Без этого согласия принять работу нельзя. Прочитайте его и отметьте.",
    consent_changed:
      "Текст согласия изменился, пока вы заполняли форму. Прочитайте новый и отметьте ещё раз.",
    file_too_large: "Файл больше {{max}} МБ. Уменьшите картинку и отправьте снова.",
    format: "Для этого конкурса подойдут форматы: {{formats}}.",
    too_small:
      "По правилам нужно не меньше {{min}} точек по длинной стороне, а здесь {{long}}. Отправьте исходный снимок с камеры.",
    bad_cursor: "Не получилось найти продолжение списка. Откройте его с начала.",
    reason_needed: "Напишите причину: её увидит представитель автора.",
    decided_already:
      "По заявке № {{number}} это решение уже не принять: её состояние изменилось. Обновите список.",
    not_judging: "Это можно только во время работы жюри: приём закончен, итоги не объявлены.",
    judging_closed: "Жюри закончило работу: баллы больше не меняются.",
    no_criterion: "Такого критерия у конкурса нет.",
    too_many_points: "По этому критерию не больше {{max}} баллов.",
    result_twice: "Эта работа стоит в итогах дважды. Оставьте ей одно место, а каждый приз укажите один раз.",
    not_eligible: "Эта работа не может быть в итогах: её нет среди допущенных работ конкурса.",
    announced_already: "Итоги уже объявлены и не меняются.",
    announcement_set: "Объявление уже назначено: итоги можно исправить, но не убрать совсем.",
    move_not_allowed: "Из состояния «{{from}}» в «{{to}}» конкурс не переходит.",
    dates_passed: "Срок приёма по датам уже прошёл. Сначала измените дату окончания приёма.",
    announce_instead: "Итоги объявляют отдельным действием: внесите их и нажмите «Объявить».",
    one_only: "Здесь нужен один конкурс, а не список.",
    exists: "Конкурс с таким адресом уже есть.",
    bad_file: "В описании конкурса ошибки: {{problems}}",
    unpublished_name: "Имя не публикуется",
    not_announced: "Дипломы и сертификаты делают после объявления итогов.",
    no_certificate: "Документа с таким номером нет. Сверьте номер: буквы и цифры, как на бумаге.",
    nothing_made: "Здесь пока нечего скачать: сначала сделайте документы.",
    terms_fixed:
      "Условия меняют только в черновике и в первой половине срока приёма работ. Теперь они постоянны.",
    terms_stale: "Условия уже изменил кто-то другой. Откройте их заново и повторите.",
    closes_in_past: "Эта дата уже прошла. Выберите дату в будущем.",
    nothing_sealed: "Результаты ещё не запечатаны: протокол составлять не из чего.",
    ceremony: "Награждение",
    no_ceremony: "Время награждения не назначено или уже прошло. Сначала назначьте его.",
    not_invited: "Приглашения по этой заявке нет.",
    ceremony_over: "Награждение уже началось или прошло: ответ больше не меняется. Позвоните организатору.",
    ceremony_in_past: "Это время уже прошло. Выберите время в будущем.",
    invited_too_early: "Сначала объявите итоги: приглашение выдало бы их.",
    other_guests: "Список изменился. Откройте его заново и повторите.",
    prize_given: "Этот приз уже вручён. Если запись ошибочна, сначала отмените её.",
    no_mark: "Такого изображения нет: его не загружали или уже убрали.",
  },
  en: {
    none: "There is no such contest. Please check the link.",
    no_work: "This work is not here: it was not published or was taken back.",
    no_classes: "This contest takes no works by class. Please send each work by itself.",
    consent_due:
      "Entry No. {{number}} has no parent's consent. Note it from the slip first, or wait until the parent gives it by the link.",
    consent_not_due: "The consent for this entry has been given already.",
    other_slip: "This is another entry's code. Compare the number and the code on the slip.",
    picture_changed: "The picture has just been changed. Please look at it and try again.",
    look_decided:
      "The work has been looked at, and its picture no longer changes. Please write to us if it is wrong.",
    no_entry: "There is no such entry. Please check the link that you got after sending it.",
    token_needed: "Please open the entry by the private link that you got after sending it.",
    closed: "Entries closed on {{date}}. Works sent before that take part.",
    not_open_yet: "Entries are not open yet. They open on {{date}}.",
    key_reused:
      "Another entry was already accepted under this sending number. Open the form anew and send it again.",
    limit_in_nomination_one:
      "One author may enter {{count}} work in this nomination, and it is there already. Choose another nomination or withdraw the earlier work.",
    limit_in_nomination_other:
      "One author may enter {{count}} works in this nomination, and they are there already. Choose another nomination or withdraw an earlier work.",
    limit_in_campaign_one:
      "One author may enter {{count}} work, and it is there already. To send another, withdraw the earlier one.",
    limit_in_campaign_other:
      "One author may enter {{count}} works, and they are there already. To send another, withdraw an earlier one.",
    no_nomination: "There is no such nomination. Please choose one from the list.",
    too_young_for_nomination:
      "This nomination is for authors aged {{min}} and older. Please choose another one.",
    age_between: "The contest is for authors aged {{min}} to {{max}}. Please check the age.",
    age_from: "The contest is for authors aged {{min}} and older. Please check the age.",
    no_letters: "Please write this in words: letters are needed.",
    contact:
      "Please give an e-mail (name@address) or a phone number with its code, such as +7 912 345-67-89.",
    consent_missing: "The work can't be accepted without this consent. Please read it and tick it.",
    consent_changed:
      "The text of this consent changed while you filled in the form. Please read the new one and tick it again.",
    file_too_large: "The file is larger than {{max}} MB. Make the picture smaller and send it again.",
    format: "This contest takes: {{formats}}.",
    too_small:
      "The rules ask for at least {{min}} pixels on the long side; this one has {{long}}. Please send the photo as the camera made it.",
    bad_cursor: "The list could not be continued from here. Please open it from the start.",
    reason_needed: "Please write the reason: the author's representative will see it.",
    decided_already:
      "Entry No. {{number}} can't be decided like this any more: its state has changed. Reload the list.",
    not_judging: "This is possible only while the jury works: entries closed, results not announced.",
    judging_closed: "The jury has finished: scores do not change any more.",
    no_criterion: "The contest has no such criterion.",
    too_many_points: "At most {{max}} points for this criterion.",
    result_twice: "This work stands in the results twice. Leave it one place, and name each prize once.",
    not_eligible: "This work can't be among the results: it is not one of the contest's admitted works.",
    announced_already: "The results have been announced and do not change.",
    announcement_set: "The announcement is set: results can be mended, but not removed altogether.",
    move_not_allowed: "A contest does not go from “{{from}}” to “{{to}}”.",
    dates_passed: "The date for closing entries has passed. Change that date first.",
    announce_instead: "Announcing is an act of its own: enter the results and choose “Announce”.",
    one_only: "One contest is expected here, not a list.",
    exists: "There already is a contest with this address.",
    bad_file: "The contest's description has mistakes: {{problems}}",
    unpublished_name: "Name not published",
    not_announced: "Diplomas and certificates are made after the results are announced.",
    no_certificate: "There is no paper with this number. Compare it with the paper, letter by letter.",
    nothing_made: "There is nothing to download yet: make the certificates first.",
    terms_fixed:
      "Terms change only in a draft and in the first half of the time for entries. Now they stay as they are.",
    terms_stale: "Someone else has changed the terms meanwhile. Open them again and repeat.",
    closes_in_past: "That date has passed. Choose one in the future.",
    nothing_sealed: "The results are not sealed yet: there is nothing to make minutes of.",
    ceremony: "Award ceremony",
    no_ceremony: "The ceremony's time is not set or has passed. Set it first.",
    not_invited: "There is no invitation for this entry.",
    ceremony_over: "The ceremony has begun or is over, so the reply can't change. Please call the organiser.",
    ceremony_in_past: "This time has passed. Choose one in the future.",
    invited_too_early: "Announce the results first: an invitation would tell them.",
    other_guests: "The list has changed. Open it anew and try again.",
    prize_given: "This prize has been given already. If that is a mistake, take it back first.",
    no_mark: "There is no such picture: it was never uploaded or has been removed.",
  },
} as const satisfies RoomTexts;
