import { expect, test } from "vitest";
import { benchSizes, isBuilt, isWithin } from "../bench/sizes.ts";

test.runIf(isBuilt())("what residents fetch keeps within its budgets", () => {
  expect(benchSizes().filter((size) => !isWithin(size))).toEqual([]);
});
