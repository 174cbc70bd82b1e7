import type { Hotline } from "@veche/protocol";
import { expect, test } from "vitest";
import { slugOf } from "../../parts/slug.ts";
import { differing, emptyDraft, savedOf, triedOf } from "./draft.ts";
import { fieldWords } from "./words.ts";
import { isIn } from "./article-views.ts";
import { differences } from "./differences.ts";
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
  expect(slugOf("Щёлково: ёлка & Юг")).toBe("schelkovo-elka-yug");
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

test("an article is due for review on its day, and once it has expired", () => {
  const article = { expires: "", reviewOn: "2026-11-22", version: 2, publishedVersion: 2 };
  expect(isIn("review", article, "2026-11-21")).toBe(false);
  expect(isIn("review", article, "2026-11-22")).toBe(true);
  expect(isIn("review", { ...article, reviewOn: "" }, "2026-11-22")).toBe(false);
  expect(isIn("review", { ...article, reviewOn: "", expires: "2026-11-21" }, "2026-11-22")).toBe(true);
});

test("topics and departments are compared by their names", () => {
  const departments = [{ slug: "vodokanal", name: "Водоканал" } as Hotline];
  expect(fieldWords("department", "vodokanal", departments)).toBe("Водоканал");
  expect(fieldWords("department", "gone", departments)).toBe("gone");
  expect(fieldWords("topic", "waste", departments)).toBe("Мусор");
  expect(fieldWords("answer", "waste", departments)).toBe("waste");
});

test("what a save changed is shown word by word", () => {
  expect(differences("Приём до 17:00, вход со двора.", "Приём до 18:00, вход с улицы.")).toEqual([
    { kind: "same", text: "Приём до " },
    { kind: "gone", text: "17" },
    { kind: "new", text: "18" },
    { kind: "same", text: ":00, вход " },
    { kind: "gone", text: "со" },
    { kind: "new", text: "с" },
    { kind: "same", text: " " },
    { kind: "gone", text: "двора" },
    { kind: "new", text: "улицы" },
    { kind: "same", text: "." },
  ]);
  expect(differences("", "Новое")).toEqual([{ kind: "new", text: "Новое" }]);
  expect(differences("то же", "то же")).toEqual([{ kind: "same", text: "то же" }]);
});
