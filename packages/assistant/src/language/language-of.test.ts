import { expect, test } from "vitest";
import { languageOf } from "./language-of.ts";

test.each([
  ["Когда дадут воду?", "ru"],
  ["rjulf lflen djle", "ru"],
  ["kogda dadut vodu", "ru"],
  ["When will the water be back?", "en"],
  ["рщц ьгср шы еру игы", "en"],
  ["нужен wifi в библиотеке", "ru"],
  ["112", "ru"],
])("«%s» is %s", (text, locale) => {
  expect(languageOf(text)).toBe(locale);
});
