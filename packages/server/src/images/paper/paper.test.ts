import sharp from "sharp";
import { expect, test } from "vitest";
import { type Pixels, toPixels } from "../pixels.ts";
import { findPage } from "./find-page.ts";
import { distance } from "./geometry.ts";
import { pageOf } from "./index.ts";
import { aDrawing, photographOf, type Taken } from "./photograph.fixture.ts";

/** Seeds that the rules were not made by. */
const HELD_OUT = Array.from({ length: 10 }, (_, at) => 1_000 + at);
const taken = async (seed: number, framing: Taken["framing"]) =>
  photographOf(await aDrawing(seed), seed, { framing, longSide: 440 });

test("of photographed sheets on tables, cloths and carpets most are found, and none of them wrongly by much", async () => {
  let found = 0;
  for (const seed of HELD_OUT) {
    const { pixels, quad } = await taken(seed, "whole");
    const page = await findPage(pixels);
    const off = page?.map((corner) => Math.min(...quad.map((real) => distance(corner, real)))) ?? [];
    if (page && Math.max(...off) < 0.025 * 440) found += 1;
  }
  expect(found / HELD_OUT.length).toBeGreaterThanOrEqual(0.8);
});

test("where no whole page is seen nothing is changed", async () => {
  for (const seed of HELD_OUT.slice(0, 4))
    for (const framing of ["near", "cut"] as const) {
      const { pixels } = await taken(seed, framing);
      expect(await pageOf(pixels, 2400), `${framing} ${seed}`).toBeUndefined();
    }
});

test("a frame that a child drew is not the page's edge", async () => {
  for (const frame of [
    '<rect x="100" y="100" width="800" height="500" fill="none" stroke="#a33" stroke-width="40"/>',
    '<rect x="60" y="60" width="880" height="580" fill="#369"/><rect x="200" y="200" width="600" height="300" fill="#fff"/>',
  ]) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="700"><rect width="1000" height="700" fill="#f6f4ee"/>${frame}</svg>`;
    expect(await pageOf(await toPixels(sharp(Buffer.from(svg))), 2400)).toBeUndefined();
  }
});

test("the page has its sheet's proportions, and paper is white all over it", async () => {
  const blank = await toPixels(
    sharp({ create: { width: 848, height: 600, channels: 3, background: "#f4f2ec" } }),
  );
  for (const seed of [3, 8, 9]) {
    const page = await pageOf(photographOf(blank, seed, { framing: "whole", longSide: 800 }).pixels, 2400);
    expect(page!.width / page!.height).toBeCloseTo(Math.SQRT2, 0);
    const levels = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].flatMap((y) => levelAt(page!, x, y)));
    expect(Math.min(...levels)).toBeGreaterThan(195);
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(45);
  }
});

/** Means of red, green and blue around a place. */
function levelAt({ data, width, height }: Pixels, x: number, y: number): number[] {
  const sums = [0, 0, 0];
  for (let row = -5; row < 5; row++)
    for (let column = -5; column < 5; column++)
      for (let part = 0; part < 3; part++)
        sums[part]! +=
          data[((Math.round(y * height) + row) * width + Math.round(x * width) + column) * 3 + part]! / 100;
  return sums;
}
