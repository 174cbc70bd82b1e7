import { expect, test } from "vitest";
import { MIDDLE, partByKey } from "./part-keys.ts";

const pressed = (key: string, held: { shiftKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  shiftKey: false,
  altKey: false,
  ...held,
});

test("arrows move a part and Shift with them sizes it, by less with Alt", () => {
  const part = { x: 0.5, y: 0.5, width: 0.25, height: 0.25 };
  expect(partByKey(part, pressed("ArrowLeft"))).toEqual({ ...part, x: 0.48 });
  expect(partByKey(part, pressed("ArrowDown", { altKey: true }))).toEqual({ ...part, y: 0.505 });
  expect(partByKey(part, pressed("ArrowRight", { shiftKey: true }))).toEqual({ ...part, width: 0.27 });
  expect(partByKey(part, pressed("Enter"))).toBeUndefined();
});

test("a part never leaves the picture and never vanishes", () => {
  for (const shiftKey of [false, true]) {
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
      let part = MIDDLE;
      for (let times = 0; times < 100; times += 1) part = partByKey(part, pressed(key, { shiftKey })) ?? part;
      expect(Math.min(part.x, part.y)).toBeGreaterThanOrEqual(0);
      expect(Math.min(part.width, part.height)).toBeGreaterThan(0);
      expect(Math.max(part.x + part.width, part.y + part.height)).toBeLessThanOrEqual(1.000001);
    }
  }
});
