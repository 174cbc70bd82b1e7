import { type AnyOperation, operations } from "@veche/protocol";
import { expect, test } from "vitest";
import { actName } from "./act-names.ts";
import { detailNames, placeOf, subjectName } from "./audit-places.ts";

/** Their rooms write a line in words of their own. */
const OTHERWISE = new Set([
  ...["save", "publish", "unpublish", "saveTestQuestions"].map((name) => `knowledge.${name}`),
  ...["acceptQuestion", "rejectQuestion", "reopenQuestion"].map((name) => `knowledge.${name}`),
  ...["restrict", "lift"].map((name) => `conversations.${name}`),
  ...["decide", "noteConsent", "seal", "move"].map((name) => `campaigns.${name}`),
  "announcements.announce",
]);

test("every act that leaves a line in the log is told in words", () => {
  const acts = Object.entries(operations).flatMap(([room, declared]) =>
    Object.entries(declared as Record<string, AnyOperation>).flatMap(([name, operation]) => {
      const changes = operation.door === "http" ? operation.method !== "get" : !operation.volatile;
      const kept = typeof operation.who === "object" && !operation.unaudited && changes;
      return kept && !OTHERWISE.has(`${room}.${name}`) ? [`${room}.${name}`] : [];
    }),
  );
  expect(acts.length).toBeGreaterThan(40);
  expect(acts.filter((act) => actName(act) === act)).toEqual([]);
});

test("a line leads to what it is about, where something is left to see", () => {
  const id = "0192f0c1-0000-7000-8000-0000000abcde";
  expect(placeOf({ action: "article.save", subject: "potholes (ru)" })).toBe(
    "articles?article=potholes&locale=ru",
  );
  expect(placeOf({ action: "conversations.claim", subject: id })).toBe(`conversations?open=${id}`);
  expect(placeOf({ action: "conversation.delete", subject: id })).toBeUndefined();
  expect(placeOf({ action: "conversations.saveView", subject: id })).toBeUndefined();
  expect(placeOf({ action: "city.saveRow", subject: "streets: улица Мира" })).toBe(
    `city?${new URLSearchParams({ list: "streets", q: "улица Мира" })}`,
  );
  expect(placeOf({ action: "staff.disable", subject: "a@town.example" })).toBe("staff");
});

test("what a line says besides is words", () => {
  expect(subjectName({ action: "city.saveRow", subject: "streets: улица Мира" })).toBe("Улицы: улица Мира");
  const besides = (detail: string) => detailNames({ action: "", subject: "", detail });
  expect(besides('{"added":2,"changed":0,"unchanged":9,"removed":1}')).toEqual([
    "добавлено: 2",
    "изменено: 0",
    "без изменений: 9",
    "убрано: 1",
  ]);
  expect(besides('{"changed":{"role":["operator","editor"],"name.en":["","Anna"]}}')).toEqual([
    "Роль: Оператор → Редактор",
    "Имя (en): Anna",
  ]);
  expect(besides('{"facts":{"reason":"брань","network":true}}')).toEqual([
    "Причина: брань",
    "И вся сеть: да",
  ]);
  expect(besides("Срисовано")).toEqual(["Срисовано"]);
});
