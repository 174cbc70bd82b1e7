import type { State } from "./state.ts";

const SEARCH = "input[type=search]";
const faq = (face: Omit<State, "element" | "city">): State => ({
  element: "<veche-faq></veche-faq>",
  ...face,
  city: () => ({}),
});

export const faqStates: readonly State[] = [
  faq({ name: "faq", title: "Answers: all", shows: "li summary" }),
  faq({
    name: "faq-found",
    title: "Answers: found",
    acts: [{ wait: "li summary" }, { type: "сад", into: SEARCH }],
    shows: "ul li:only-child",
  }),
  faq({
    name: "faq-answer",
    title: "Answers: one, opened",
    acts: [{ wait: "li summary" }, { click: "li summary" }],
    shows: "veche-article-answer p",
  }),
  faq({
    name: "faq-none",
    title: "Answers: none found",
    acts: [{ wait: "li summary" }, { type: "зелёное небо", into: SEARCH }],
    shows: "ul:empty, ul:not(:has(li))",
  }),
  {
    ...faq({
      name: "faq-trouble",
      title: "Answers: they could not be had",
      shows: ".notice",
      trouble: /503/,
    }),
    city: (say) => ({
      refuses: {
        status: 503,
        code: "unavailable",
        message: say("Сервер занят. Попробуйте через минуту.", "The server is busy. Try again in a minute."),
      },
    }),
  },
];
