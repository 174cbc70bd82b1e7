import { expect, test } from "vitest";
import { readingsOf } from "./transliteration.ts";
import { stem } from "./stem.ts";
import { createVocabulary } from "./vocabulary.ts";

const noise = "абвгдежзийклмнопрстуфхцчшщ".repeat(150);

test("A run of noise longer than every known word is compared with none of them", () => {
  const known = createVocabulary(new Map([["отключение", 1]]));
  expect(known.near(noise, 4000)).toEqual([]);
  expect(known.near("отклчение").map(({ word }) => word)).toEqual(["отключение"]);
});

test("A run of noise is its own stem", () => {
  expect(stem(noise)).toBe(noise);
});

test("Latin letters have a bounded number of readings, however many there are", () => {
  expect(readingsOf("shchyokhatsej".repeat(3)).length).toBeLessThanOrEqual(64);
});
