import { expect, test } from "vitest";
import type { Message } from "@veche/protocol";
import { asFile, onPaper } from "./talk-on-paper.ts";

const at = (
  seq: number,
  author: Message["author"],
  text: string,
  sources: Message["sources"] = [],
): Message => ({
  id: `m-${seq}`,
  seq,
  author,
  text,
  sources,
  replies: [],
  createdAt: new Date(2026, 10, 22, 17, 50 + seq).toISOString(),
});

test("a talk is kept with who said it, when, and where the answer is from", () => {
  const source = {
    title: "Вывоз мусора",
    url: "https://city.example/musor",
    updatedAt: "2026-10-20T00:00:00Z",
  };
  const talk = [
    at(1, { kind: "resident" }, "Когда вывозят мусор?"),
    at(2, { kind: "assistant" }, "Каждый день **до 10:00**.", [source]),
    at(3, { kind: "operator", name: "Анна" }, "Добрый день!"),
    at(4, { kind: "system" }, "Диалог завершён."),
  ];
  expect(asFile("Спросите Новореченск", onPaper(talk, "ru"))).toBe(
    `Спросите Новореченск

Вы, 22.11.2026, 17:51
Когда вывозят мусор?

Помощник (программа), 22.11.2026, 17:52
Каждый день **до 10:00**.

Источник: Вывоз мусора, https://city.example/musor

Анна, 22.11.2026, 17:53
Добрый день!

Чат, 22.11.2026, 17:54
Диалог завершён.
`,
  );
});
