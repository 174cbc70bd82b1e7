import type { Locale } from "@veche/protocol";

const russian = {
  title: "На свой сайт",
  lead: "Выберите, что показать, и вставьте код. Пока чата не коснулись, загружается один файл в килобайт.",
  choose: "Что показать",
  show: "Элемент",
  shown: {
    chat: "Чат",
    contest: "Конкурс и форма заявки",
    gallery: "Галерея работ",
    winners: "Победители",
    faq: "Ответы с поиском",
  },
  campaign: "Конкурс",
  button: "Кнопка чата",
  buttons: { right: "Справа", left: "Слева", none: "Без кнопки" },
  locale: "Язык",
  locales: { page: "Как у страницы", ru: "Русский", en: "English" },
  theme: "Вид",
  themes: { device: "Как на устройстве", light: "Светлый", dark: "Тёмный" },
  accent: "Цвет",
  radius: "Скругление, px",
  heading: "Заголовок чата",
  headingHint: "пусто: как называет себя город",
  version: "Версия",
  versions: { pinned: "Закреплённая: файл не меняется", newest: "Всегда новейшая" },
  apply: "Показать",
  preview: "Предпросмотр",
  code: "Код для сайта",
  html: "Обычный HTML",
  htmlHow: "Вставьте туда, где должен быть элемент; чат можно перед </body>.",
  css: "Цвета и место",
  cssHow: "В таблицу стилей сайта. С ней элемент сразу занимает своё место, и страница не сдвигается.",
  wordpress: "WordPress",
  wordpressHow:
    "В functions.php дочерней темы или в плагин для фрагментов кода. Сам элемент конкурса вставьте на страницу блоком «Произвольный HTML».",
  bitrix: "1С-Битрикс",
  bitrixHow:
    "В файл /local/php_interface/init.php. Сам элемент конкурса вставьте в страницу в режиме исходного кода.",
  tilda: "Tilda",
  tildaHow:
    "На всех страницах: «Настройки сайта» → «Ещё» → «HTML-код для вставки внутрь HEAD». На одной: блок T123 «HTML-код».",
  copy: "Скопировать",
  copied: "Скопировано",
  origins: "Адрес вашего сайта должен стоять в настройке сервера",
  policy: "Строгая политика содержимого",
  policyHow:
    "Если на сайте действует Content-Security-Policy, добавьте в неё эти строки. Стилей в строку и eval элементы не требуют. Две последние строки нужны, только если вы включили Trusted Types.",
  own: "Свои события и оформление",
  ownHow:
    "У каждого элемента есть атрибуты server и locale, части ::part() и переменные --veche-accent, --veche-radius, --veche-font. Все они описаны в custom-elements.json. До документа всплывают события",
};

const english: typeof russian = {
  title: "On your own site",
  lead: "Choose what to show and paste the code. Until somebody touches the chat, one file of a kilobyte is loaded.",
  choose: "What to show",
  show: "Element",
  shown: {
    chat: "Chat",
    contest: "Contest and entry form",
    gallery: "Gallery of works",
    winners: "Winners",
    faq: "Answers with search",
  },
  campaign: "Contest",
  button: "Chat button",
  buttons: { right: "On the right", left: "On the left", none: "No button" },
  locale: "Language",
  locales: { page: "The page's", ru: "Русский", en: "English" },
  theme: "Look",
  themes: { device: "As on the device", light: "Light", dark: "Dark" },
  accent: "Colour",
  radius: "Rounding, px",
  heading: "The chat's title",
  headingHint: "empty: as the city calls itself",
  version: "Version",
  versions: { pinned: "Pinned: the file never changes", newest: "Always the newest" },
  apply: "Show",
  preview: "Preview",
  code: "Code for the site",
  html: "Plain HTML",
  htmlHow: "Paste it where the element is to stand; the chat may stand before </body>.",
  css: "Colours and space",
  cssHow:
    "Into the site's style sheet. With it the element takes its space at once, and the page does not jump.",
  wordpress: "WordPress",
  wordpressHow:
    "Into functions.php of the child theme, or a plugin for code snippets. Place a contest's element on a page with the block Custom HTML.",
  bitrix: "1C-Bitrix",
  bitrixHow: "Into /local/php_interface/init.php. Place a contest's element on a page in the source view.",
  tilda: "Tilda",
  tildaHow:
    "On all pages: Site settings → More → HTML code for the head. On one page: block T123, HTML code.",
  copy: "Copy",
  copied: "Copied",
  origins: "The address of your site must stand in the server's setting",
  policy: "A strict content policy",
  policyHow:
    "If the site has a Content-Security-Policy, add these lines to it. The elements need neither inline styles nor eval. The last two lines are for sites that use Trusted Types.",
  own: "Events and looks of your own",
  ownHow:
    "Each element has the attributes server and locale, parts for ::part(), and the variables --veche-accent, --veche-radius and --veche-font. custom-elements.json describes all of them. Events bubble up to the document:",
};

export const EMBED_WORDS: Readonly<Record<Locale, typeof russian>> = { ru: russian, en: english };
