import type { RoomTexts } from "../../texts.ts";

export const announcementTexts = {
  ru: {
    none: "Такого конкурса нет. Проверьте ссылку.",
    not_yet: "Итоги этого конкурса ещё не объявлены.",
    in_the_past: "Это время уже прошло. Выберите будущее или объявите сейчас.",
    announced_already: "Итоги этого конкурса уже объявлены.",
    not_judged: "Итоги объявляют после окончания приёма работ.",
    nothing_sealed: "Сначала внесите итоги: пока объявлять нечего.",
    feed_title: "Итоги городских конкурсов",
    feed_about: "Объявления об итогах городских конкурсов.",
    item_title: "Итоги: {{title}}",
    place: "{{place}} место — {{award}}",
    with_age: "{{name}}, возраст: {{age}}",
    with_work: "«{{title}}»",
    no_winners: "Список победителей пуст.",
  },
  en: {
    none: "There is no such contest. Please check the link.",
    not_yet: "The results of this contest have not been announced yet.",
    in_the_past: "That time has passed. Choose a later one, or announce now.",
    announced_already: "The results of this contest have been announced already.",
    not_judged: "Results are announced after entries have closed.",
    nothing_sealed: "Enter the results first: there is nothing to announce yet.",
    feed_title: "Results of the city's contests",
    feed_about: "Announcements of the results of the city's contests.",
    item_title: "Results: {{title}}",
    place: "Place {{place}}: {{award}}",
    with_age: "{{name}}, age {{age}}",
    with_work: "“{{title}}”",
    no_winners: "The list of winners is empty.",
  },
} as const satisfies RoomTexts;
