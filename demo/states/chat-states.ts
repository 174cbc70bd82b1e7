import { stateOf } from "./chat-state.ts";
import {
  answers,
  asks,
  history,
  irina,
  kindergarten,
  messages,
  news,
  offers,
  says,
  shows,
  timetable,
} from "./talks.ts";

const FIELD = "#words";
const PLUS = ".composer .field > .icon";
const CONNECTED = ".face:not(:has(p))";
const ASKED = ["В какой сад можно попасть?", "Which kindergarten can we get into?"] as const;

export const chatStates = [
  stateOf("closed", "Closed", { element: "<veche-chat></veche-chat>", shows: "#launcher" }),
  stateOf("greeted", "Closed, with the page's own greeting", {
    element:
      '<veche-chat greeting="Здесь ответят про капитальный ремонт: сроки, взносы, подрядчики"></veche-chat>',
    shows: "#greeting",
  }),
  stateOf("unread", "Closed, with an answer unread", {
    element: "<veche-chat></veche-chat>",
    talk: (say) => ({
      conversation: { state: "operator", operator: { name: say("Ирина", "Irina") } },
      messages: messages([asks(say(...ASKED)), says(irina(say), say("Смотрю.", "Let me look."))]),
    }),
    device: () => ({ token: "kept", seen: "1", live: "1" }),
    shows: "#launcher span:not([hidden])",
  }),
  stateOf("opening", "Opening, no line yet", { line: "silent", shows: ".face .quietly" }),
  stateOf("greeting", "Empty, with greeting and privacy notice", { shows: ".welcome a" }),
  stateOf("sending", "A message on its way", {
    says: "nothing",
    acts: [{ type: "Где получить справку?", into: FIELD }, { click: "[part=send]" }],
    shows: ".mine .mark",
  }),
  stateOf("delivered", "A message delivered", {
    acts: [{ type: "Где получить справку?", into: FIELD }, { click: "[part=send]" }],
    shows: ".mine .mark",
  }),
  stateOf("typing", "The assistant looks for an answer", {
    talk: (say) => ({
      conversation: { state: "assistant" },
      messages: messages([asks(say(...ASKED))]),
      typing: { kind: "assistant" },
    }),
    shows: ".typing",
  }),
  stateOf("answer", "An answer with its source and date", {
    talk: (say) => ({
      conversation: { state: "assistant" },
      messages: messages([asks(say(...ASKED)), kindergarten(say)]),
    }),
    shows: ".sources",
  }),
  stateOf("long-answer", "An answer with a table and a long address", {
    talk: (say) => ({
      conversation: { state: "assistant" },
      messages: messages([
        asks(say("Куда деть старый диван?", "Where to leave an old sofa?")),
        timetable(say),
      ]),
    }),
    shows: "table",
  }),
  stateOf("choose", "Buttons to choose from", {
    talk: (say) => ({
      conversation: { state: "assistant" },
      messages: messages([
        asks(say("документы", "documents")),
        offers(
          say("Уточните, пожалуйста, о чём вы спрашиваете:", "Please say what you are asking about:"),
          [
            say("Паспорт: замена и получение", "Passport: new or renewed"),
            say("Документы для детского сада", "Documents for kindergarten"),
            say("Справка о составе семьи", "Certificate of family members"),
            say("Ничего из этого", "None of these"),
          ].map((title) => ({ title, value: title })),
        ),
      ]),
    }),
    shows: ".reply",
  }),
  stateOf("not-known", "The assistant does not know", {
    talk: (say) => ({
      conversation: { state: "assistant" },
      messages: messages([
        asks(say("Почему небо зелёное?", "Why is the sky green?")),
        offers(
          say(
            "Такого ответа у меня нет. Позвать оператора? Или позвоните: +7 (3999) 00-00-12, круглосуточно.",
            "I have no answer to that. Shall I call an operator? Or phone +7 (3999) 00-00-12, day and night.",
          ),
          [say("Позвать оператора", "Call an operator")].map((title) => ({ title, value: title })),
        ),
      ]),
    }),
    shows: ".reply",
  }),
  stateOf("helped", "The answer helped", {
    talk: (say) => ({ conversation: { state: "assistant" }, messages: messages([kindergarten(say)]) }),
    acts: [{ click: ".helped button" }],
    shows: "p.helped",
  }),
  stateOf("why-not", "It did not: why", {
    talk: (say) => ({ conversation: { state: "assistant" }, messages: messages([kindergarten(say)]) }),
    acts: [{ click: ".helped button + button" }],
    shows: ".why",
  }),
  stateOf("queue", "In the queue, with the place", {
    talk: (say) => ({
      conversation: { state: "queued", queue: { position: 3, expectedWaitSeconds: 420 } },
      messages: messages([asks(say("Позовите человека", "Call somebody, please"))]),
    }),
    shows: ".face .notice",
  }),
  stateOf("alerts", "In the queue, with the offer to be told", {
    alerts: true,
    talk: (say) => ({
      conversation: { state: "queued", queue: { position: 3 } },
      messages: messages([asks(say("Позовите человека", "Call somebody, please"))]),
    }),
    shows: ".face .notice .button",
  }),
  stateOf("call-back", "In the queue, with nobody there: leave a contact", {
    talk: (say) => ({
      conversation: { state: "queued", queue: { position: 1 }, callBack: { why: "nobody" } },
      messages: messages([asks(say("Позовите человека", "Call somebody, please"))]),
    }),
    shows: ".call-back input",
  }),
  stateOf("hours-closed", "In the queue at night", {
    operatorsOpen: false,
    talk: (say) => ({
      conversation: {
        state: "queued",
        queue: { position: 1 },
        callBack: { why: "closed", from: "2096-11-23T03:00:00Z" },
      },
      messages: messages([asks(say("Позовите человека", "Call somebody, please"))]),
    }),
    shows: ".call-back input",
  }),
  stateOf("operator", "An operator answers and types", {
    talk: (say) => ({
      conversation: { state: "operator", operator: { name: say("Ирина", "Irina") } },
      messages: messages([
        asks(say("У нас течёт крыша", "Our roof leaks")),
        says({ kind: "system" }, say("Отвечает Ирина.", "Irina answers.")),
        says(irina(say), say("Здравствуйте! Какой у вас адрес?", "Hello! What is your address?")),
      ]),
      typing: irina(say),
    }),
    shows: ".typing",
  }),
  stateOf("offline", "No connection, with words that wait", {
    line: "gone",
    // The last poll of a line that was refused may meet its end.
    trouble: /400 .*socket\.io/,
    acts: [{ wait: ".face .notice" }, { type: "Когда включат воду?", into: FIELD }, { click: "[part=send]" }],
    shows: ".mine .mark",
  }),
  stateOf("refused", "Words that the city refuses", {
    refusing: (say) => ({
      says: {
        code: "invalid",
        message: say(
          "Уберите номер паспорта: он здесь не нужен.",
          "Please take the passport number out: it is not needed here.",
        ),
      },
    }),
    acts: [{ type: "Мой паспорт 6501 000000", into: FIELD }, { click: "[part=send]" }],
    shows: ".messages .notice",
  }),
  stateOf("too-fast", "Too many messages at once", {
    refusing: (say) => ({
      says: { code: "rate_limited", message: say("Слишком часто.", "Too often."), retryAfterSeconds: 45 },
    }),
    acts: [{ type: "Ещё вопрос", into: FIELD }, { click: "[part=send]" }],
    shows: ".face .notice",
  }),
  stateOf("too-long", "More than fits into a message", {
    acts: [{ type: "достопримечательность ".repeat(190), into: FIELD }],
    shows: "#limit",
  }),
  stateOf("resumed", "A long talk, resumed", {
    talk: (say) => ({ conversation: { state: "assistant" }, messages: history(say) }),
    device: () => ({ token: "kept", seen: "40" }),
    shows: ".messages > :nth-child(40)",
  }),
  stateOf("news-below", "A new message below what is read", {
    talk: (say) => ({ conversation: { state: "assistant" }, messages: history(say), later: news(say) }),
    device: () => ({ token: "kept", seen: "40" }),
    // Writing is what the pretended city takes for the sign to say the news.
    acts: [{ wait: ".messages > :nth-child(40)" }, { scroll: "#log" }, { type: "Спасибо", into: FIELD }],
    shows: ".newest",
  }),
  stateOf("sight", "Letter size and colours", {
    acts: [{ click: ".tools [aria-controls=sight]" }],
    shows: "#sight fieldset",
  }),
  stateOf("tools", "What can be put into a message", { acts: [{ click: PLUS }], shows: ".kit" }),
  stateOf("emoji", "Emoji to choose from", {
    acts: [{ click: PLUS }, { click: ".kit [aria-expanded]" }],
    shows: ".kit + *",
  }),
  stateOf("enclosed", "A picture that goes with the next message", {
    acts: [{ wait: CONNECTED }, { paste: "/media/kd_9b91dc39.jpg", into: FIELD }],
    shows: ".composer canvas",
  }),
  stateOf("pictures", "Pictures in the talk", {
    talk: (say) => ({
      conversation: { state: "operator", operator: { name: say("Ирина", "Irina") } },
      messages: messages([
        shows(say("Вот наша крыша", "Here is our roof"), 3),
        says(irina(say), say("Спасибо, вижу.", "Thank you, I see it.")),
      ]),
    }),
    shows: ".mine canvas, .mine img",
  }),
  stateOf("about-talk", "About the talk: sound, copy, deleting", {
    talk: (say) => ({ conversation: { state: "assistant" }, messages: messages([kindergarten(say)]) }),
    acts: [{ click: "[aria-controls=about-talk]" }],
    shows: "#about-talk .danger",
  }),
  stateOf("deleting", "Deleting the talk: are you sure", {
    talk: (say) => ({ conversation: { state: "assistant" }, messages: messages([kindergarten(say)]) }),
    acts: [{ click: "[aria-controls=about-talk]" }, { click: "#about-talk .danger" }],
    shows: "#about-talk .button.danger:not(.quiet)",
  }),
  stateOf("ended", "Ended", {
    talk: (say) => ({
      conversation: { state: "closed" },
      messages: messages([
        asks(say("Спасибо!", "Thank you!")),
        answers(say("Пожалуйста.", "You are welcome.")),
      ]),
    }),
    shows: ".ended .stars",
  }),
  stateOf("stars", "Ended, with stars chosen", {
    talk: (say) => ({
      conversation: { state: "closed" },
      messages: messages([asks(say("Спасибо!", "Thank you!"))]),
    }),
    acts: [{ check: ".stars label:nth-child(4) input" }],
    shows: ".ended textarea",
  }),
  stateOf("rated", "Ended and rated", {
    talk: (say) => ({
      conversation: { state: "closed" },
      messages: messages([asks(say("Спасибо!", "Thank you!"))]),
    }),
    acts: [{ check: ".stars label:nth-child(5) input" }, { click: ".ended form > .button" }],
    shows: ".ended > [role=status]",
  }),
  stateOf("error", "A wish that could not be fulfilled", {
    refusing: (say) => ({
      asks: {
        code: "unavailable",
        message: say(
          "Операторы сейчас недоступны. Попробуйте через несколько минут или позвоните: +7 (3999) 00-00-12.",
          "No operator can be reached now. Try again in a few minutes, or phone +7 (3999) 00-00-12.",
        ),
      },
    }),
    acts: [{ wait: CONNECTED }, { click: ".requests button" }],
    shows: ".face .notice",
  }),
];

export const thousandMessages = stateOf("thousand", "A thousand messages", {
  talk: (say) => ({ conversation: { state: "assistant" }, messages: history(say, 500) }),
  device: () => ({ token: "kept", seen: "1000" }),
  shows: ".messages > :nth-child(1000)",
});
