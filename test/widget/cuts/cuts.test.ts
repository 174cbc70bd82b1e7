import { expect, test } from "vitest";
import { cuts } from "./cuts.ts";

test("of what two tabs say while network and server break, nothing is lost, doubled or out of order", async () => {
  const { lost, doubled, outOfOrder, disagreed, said, back, apart } = await cuts(20, 7);
  expect({ lost, doubled, outOfOrder, disagreed }).toEqual({
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    disagreed: 0,
  });
  expect(said).toBeGreaterThan(20);
  // Far from the goals of a quiet machine, one second and 300 ms: what breaks them by a lot is found here.
  expect(back.p95).toBeLessThan(4000);
  expect(apart.p95).toBeLessThan(1500);
}, 90_000);
