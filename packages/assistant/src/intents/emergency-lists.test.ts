import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findEmergency, suspectEmergency } from "./emergency.ts";

const folder = new URL("../../quality/emergencies/", import.meta.url);
const sentences = (name: string) => readFileSync(new URL(name, folder), "utf8").trim().split("\n");
/** Of a list the share that is given the fixed reply, or at least the numbers. */
const shareOf = (name: string, hears: (text: string) => unknown) => {
  const all = sentences(name);
  return all.filter(hears).length / all.length;
};

test("Whoever tells of a danger to life now is given the emergency numbers", () => {
  const told = ["now.txt", "voices-now.txt"].flatMap(sentences);
  expect(told.length).toBeGreaterThan(200);
  expect(told.filter((text) => !findEmergency(text))).toEqual([]);
});

test("Talk of bills, papers, past fires and broken lamps is nobody's emergency", () => {
  const said = ["harmless.txt", "voices-harmless.txt"].flatMap(sentences);
  expect(said.length).toBeGreaterThan(350);
  expect(said.filter((text) => findEmergency(text))).toEqual([]);
});

test("What the rules were never mended on is caught nearly always, and few harmless words raise an alarm", () => {
  expect(shareOf("unseen-now.txt", findEmergency)).toBeGreaterThan(0.95);
  expect(shareOf("unseen-harmless.txt", findEmergency)).toBeLessThan(0.02);
});

test("On lists by another hand that nobody read, mended on or learnt from, the numbers come nearly always, and seldom to the harmless", () => {
  expect(shareOf("kept-now.txt", findEmergency)).toBeGreaterThan(0.95);
  expect(shareOf("kept-now.txt", suspectEmergency)).toBeGreaterThan(0.95);
  expect(shareOf("kept-harmless.txt", findEmergency)).toBeLessThan(0.02);
  expect(shareOf("kept-harmless.txt", suspectEmergency)).toBeLessThan(0.05);
});

test("In a stream of messages such as a day brings, nearly every danger is heard, and no harmless word raises an alarm", () => {
  expect(shareOf("kept-stream-now.txt", findEmergency)).toBeGreaterThan(0.93);
  expect(shareOf("kept-stream-harmless.txt", findEmergency)).toBeLessThan(0.01);
  expect(shareOf("kept-stream-harmless.txt", suspectEmergency)).toBeLessThan(0.05);
});

test("In quieter words, by a third hand, most still get the numbers", () => {
  expect(shareOf("kept-quiet-now.txt", suspectEmergency)).toBeGreaterThan(0.8);
  expect(shareOf("kept-quiet-harmless.txt", findEmergency)).toBeLessThan(0.08);
});

test("What is said in the middle of a talk is nearly never taken for a danger: «они не берут трубку», «не получается»", () => {
  expect(shareOf("kept-turns-harmless.txt", findEmergency)).toBeLessThan(0.03);
  expect(shareOf("kept-turns-harmless.txt", suspectEmergency)).toBeLessThan(0.08);
});

test("Of what residents say in the demo city's talks, only the smell of gas of yesterday gets the numbers", () => {
  const talks: { steps: { resident?: string }[] }[] = JSON.parse(
    readFileSync(new URL("../../../../demo/conversations.json", import.meta.url), "utf8"),
  );
  const said = talks.flatMap(({ steps }) => steps.flatMap(({ resident }) => resident ?? []));
  expect(said.length).toBeGreaterThan(15);
  expect(said.filter((text) => findEmergency(text))).toEqual([]);
  expect(said.filter((text) => suspectEmergency(text))).toEqual([
    "Пахло газом на лестнице Складская 6, приезжала бригада, но газ так и не включили",
  ]);
});

test("What only sounds like a danger by its turn of phrase gets the numbers and its answer, not the fixed reply", () => {
  const text = "Смотрели вчера «Титаник»? Опять плакала, когда он утонул";
  expect(findEmergency(text)).toBeUndefined();
});

test("Noise, numbers and single words of no danger make nobody careful", () => {
  for (const text of [
    "",
    "?",
    "12",
    "Кирова 12",
    "asdfgh",
    "щщщщ",
    "да",
    "спасибо",
    "K7M2-QF9X",
    "садик",
    "школа",
    "собака",
    "детский сад",
  ])
    expect(suspectEmergency(text), text).toBeUndefined();
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
