import type { Locale } from "@veche/protocol";

/** What the pages say, beside what the city wrote itself. */
const russian = {
  skip: "Перейти к содержанию",
  otherLanguage: "English",
  sections: "Разделы",
  about: "О чате и данных",
  home: "На главную",
  answers: "Ответы города",
  privacy: "О ваших данных",
  accessibility: "Доступность",
  forSites: "Для владельцев сайтов",
  footer: "Вече: контакт-центр и конкурсы города",

  firstTitle: "Вече",
  firstLead:
    "Контакт-центр и конкурсы города: чат с ответами из утверждённых памяток, операторы, детские рисунки и жюри.",
  toConsole: "Консоль",
  toConsoleAbout: "Рабочее место операторов, редакторов, модераторов и жюри.",
  toEmbed: "На свой сайт",
  toEmbedAbout: "Одна строка, которая ставит чат на любую страницу.",
  toAnswersAbout: "Открытая справка: всё, что знает помощник.",
  toDemo: "Сайт города",
  toDemoAbout: "Как это выглядит на сайте вымышленного Новореченска.",
  contests: "Конкурсы",
  machine: "Для программ",
  feed: "Лента объявлений",
  api: "Описание API",

  searchLabel: "Ваш вопрос",
  searchHint: "Например: очередь в детский сад",
  search: "Найти",
  allTopics: "Все темы",
  found: "Похоже на ваш вопрос",
  nothing: "По этим словам ничего не нашлось. Попробуйте сказать иначе, выберите тему или спросите в чате.",
  empty: "Здесь пока нет ответов.",
  updated: "Проверено",
  expired: "Этот ответ мог устареть. Он проверен по",
  source: "Источник",
  related: "Ещё по этой теме",

  gone: "Такой страницы нет",
  goneHelp: "Возможно, её перенесли или в адресе опечатка.",
  wrong: "Не получилось",

  withoutScript: "Чтобы отправить рисунок, включите JavaScript или откройте страницу в другом браузере.",
  winners: "Победители",
  gallery: "Работы",
  allWorks: "Все работы и правила конкурса",
};

const english: typeof russian = {
  skip: "Skip to content",
  otherLanguage: "Русский",
  sections: "Sections",
  about: "About chat and data",
  home: "To the first page",
  answers: "Answers of the city",
  privacy: "About your data",
  accessibility: "Accessibility",
  forSites: "For site owners",
  footer: "Veche: a contact centre and contests for towns",

  firstTitle: "Veche",
  firstLead:
    "A contact centre and civic contests: a chat that answers from approved articles, operators, children's drawings and a jury.",
  toConsole: "Console",
  toConsoleAbout: "Where operators, editors, moderators and the jury work.",
  toEmbed: "On your own site",
  toEmbedAbout: "One line that puts the chat on any page.",
  toAnswersAbout: "Everything that the assistant knows, open to all.",
  toDemo: "The town's site",
  toDemoAbout: "What it looks like on the site of made-up Novorechensk.",
  contests: "Contests",
  machine: "For programs",
  feed: "Feed of announcements",
  api: "Description of the API",

  searchLabel: "Your question",
  searchHint: "For example: kindergarten place",
  search: "Search",
  allTopics: "All topics",
  found: "Close to your question",
  nothing: "Nothing was found for these words. Try other words, choose a topic, or ask in the chat.",
  empty: "There are no answers here yet.",
  expired: "This answer may be out of date. It was checked until",
  updated: "Checked on",
  source: "Source",
  related: "More on this topic",

  gone: "There is no such page",
  goneHelp: "It may have moved, or the address has a typo.",
  wrong: "That did not work",

  withoutScript: "To send a drawing, switch JavaScript on or open this page in another browser.",
  winners: "Winners",
  gallery: "Entries",
  allWorks: "All works and the contest's rules",
};

export const WORDS: Readonly<Record<Locale, typeof russian>> = { ru: russian, en: english };
