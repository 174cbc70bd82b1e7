import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findEmergency } from "./emergency.ts";

const folder = new URL("../../quality/emergencies/", import.meta.url);
const sentences = (name: string) => readFileSync(new URL(name, folder), "utf8").trim().split("\n");

test("Whoever tells of a danger to life now is given the emergency numbers", () => {
  const told = sentences("now.txt");
  expect(told.length).toBeGreaterThan(200);
  expect(told.filter((text) => !findEmergency(text))).toEqual([]);
});

test("Talk of bills, papers, past fires and broken lamps is nobody's emergency", () => {
  const said = sentences("harmless.txt");
  expect(said.length).toBeGreaterThan(350);
  expect(said.filter((text) => findEmergency(text))).toEqual([]);
});

test("What the rules were never mended on is caught nearly always, and few harmless words raise an alarm", () => {
  const told = sentences("unseen-now.txt");
  const said = sentences("unseen-harmless.txt");
  expect(told.filter((text) => findEmergency(text)).length / told.length).toBeGreaterThan(0.95);
  expect(said.filter((text) => findEmergency(text)).length / said.length).toBeLessThan(0.02);
});

test.each([
  ["A film, a lesson or a past year beside it", "Идёт фильм «Пожар в доме». Во сколько сеанс?", false],
  ["A danger after a harmless sentence", "Вчера смотрели фильм. Сейчас у соседки балкон полыхает!", true],
  ["A paper asked for", "как оформить справку, если упал с лестницы в прошлом году", false],
  ["The same with a cry", "Упал с лестницы человек, не встаёт, помогите, справку потом", true],
  ["What is denied", "у нас ничего не горит и дом не рухнул", false],
])("%s: %s", (_, text, danger) => {
  expect(findEmergency(text) !== undefined).toBe(danger);
});
