import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { wordsOf } from "./normalise.ts";
import { createWordNumbers } from "./word-numbers.ts";

test("every word of the demo city's articles is found where it stands, also among letters of other scripts", () => {
  const articles = readFileSync(new URL("../../../../demo/city/articles.csv", import.meta.url), "utf8");
  const texts = [
    ...articles.split("\n"),
    "К.2, 12А и 40м², рәхмәт!",
    "𝔸 дом中12",
    "",
    "́ё",
    "ГОСТ12-З «Вода»…",
  ];
  const words: string[] = [];
  const numbers = createWordNumbers((word) => words.push(word));
  for (const text of texts)
    expect(
      numbers.read(text).map((number) => words[number]),
      text,
    ).toEqual(wordsOf(text));
  expect(new Set(words).size).toBe(words.length);
});
