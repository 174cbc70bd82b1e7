import { expect, test } from "vitest";
import { usualReasons } from "./reasons.ts";

test("a moderator whose console speaks Russian reads a reason as the parent will", () => {
  for (const { shown, written } of [...usualReasons("reject"), ...usualReasons("ask_fix")])
    expect(shown).toBe(written);
});
