import { expect, test } from "vitest";
import { differing, emptyDraft, savedOf, slugOf, triedOf } from "./draft.ts";
import { withoutMasks } from "./question-words.ts";

test("phrasings are one a line, and empty lines are none", () => {
  const draft = { ...emptyDraft, topic: " utilities ", alternatives: "нет воды \n\n  холодные батареи\n" };
  expect(savedOf(draft, "ru")).toMatchObject({
    locale: "ru",
    topic: "utilities",
    alternatives: ["нет воды", "холодные батареи"],
    department: undefined,
  });
});

test("a stale save shows the fields in which two editors differ, in the form's order", () => {
  const mine = { ...emptyDraft, question: "Когда дадут воду?", answer: "Завтра.", topic: "utilities" };
  const theirs = { ...mine, answer: "Послезавтра.", question: "Когда дадут горячую воду?" };
  expect(differing(mine, theirs)).toEqual(["question", "answer"]);
  expect(differing(mine, { ...mine, answer: "Завтра.\n" })).toEqual([]);
});

test("an article's address is made of its question", () => {
  expect(slugOf("Нет горячей воды? Что делать…")).toBe("net-goryachey-vody-chto-delat");
  expect(slugOf("Ёлка 2026!")).toBe("elka-2026");
  expect(slugOf("а".repeat(100))).toHaveLength(60);
});

test("a draft can be tried out once it could be saved", () => {
  const whole = { ...emptyDraft, question: "Когда дадут воду?", answer: "Завтра.", topic: "utilities" };
  expect(triedOf(whole, "ru")).toEqual(savedOf(whole, "ru"));
  for (const field of ["question", "answer", "topic"] as const)
    expect(triedOf({ ...whole, [field]: " " }, "ru")).toBeUndefined();
});

test("a question is offered as a phrasing without what stands for personal data", () => {
  expect(withoutMasks("Меня зовут [имя], где мой автобус? [номер]")).toBe("где мой автобус?");
});
