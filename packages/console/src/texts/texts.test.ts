import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const units = readFileSync(new URL("en.xlf", import.meta.url), "utf8")
  .split("<trans-unit")
  .slice(1);

test("everything that the console says in Russian it says in English too", () => {
  const untold = units.filter((unit) => !/<target>[^<]|<target><x/.test(unit));
  expect(units.length).toBeGreaterThan(300);
  expect(untold).toEqual([]);
});
