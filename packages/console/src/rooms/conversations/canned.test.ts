import { expect, test } from "vitest";
import { fillCanned } from "./canned.ts";

test("variables are filled, and what is not known is left to be filled by hand", () => {
  const text = "Здравствуйте! Меня зовут {{operator}}. По адресу {{ address }} работ нет.";
  expect(fillCanned(text, { operator: "Анна" })).toBe(
    "Здравствуйте! Меня зовут Анна. По адресу [address] работ нет.",
  );
});
