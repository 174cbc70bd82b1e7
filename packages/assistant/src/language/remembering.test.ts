import { expect, test } from "vitest";
import { remembering } from "./remembering.ts";

test("what is asked of again and again stays remembered, what came once long ago goes", () => {
  const reads = new Map<string, number>();
  const remembered = remembering((text) => {
    reads.set(text, (reads.get(text) ?? 0) + 1);
    return text.length > 3 ? text.length : undefined;
  });
  const letter = (number: number) => `${number} `.padEnd(1_000, "а");

  for (let number = 0; number < 1_200; number++) {
    expect(remembered(letter(number))).toBe(1_000);
    expect(remembered("ЖЭК")).toBeUndefined();
  }
  expect(remembered(letter(0))).toBe(1_000);
  expect(remembered(letter(1_199))).toBe(1_000);

  expect(reads.get("ЖЭК")).toBe(1);
  expect(reads.get(letter(0))).toBe(2);
  expect(reads.get(letter(1_199))).toBe(1);
});
