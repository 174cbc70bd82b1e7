import { distance } from "../../packages/server/src/images/paper/geometry.ts";
import { findPage } from "../../packages/server/src/images/paper/find-page.ts";
import {
  aDrawing,
  photographOf,
  type Taken,
} from "../../packages/server/src/images/paper/photograph.fixture.ts";

/** Seeds that the rules were not made by. */
const HELD_OUT = 30_000;
const LONG_SIDE = 900;
/** A corner may lie so far off, of the photograph's long side. */
const OFF = 0.025;

/** Pages found in made photographs of made drawings: rightly, wrongly, and where there is no whole page to find. */
export async function benchPages(from = HELD_OUT, count = 100) {
  const rows: Record<
    Taken["framing"],
    { photographs: number; right: number; wrong: number; seeds: number[] }
  > = {
    whole: { photographs: 0, right: 0, wrong: 0, seeds: [] },
    near: { photographs: 0, right: 0, wrong: 0, seeds: [] },
    cut: { photographs: 0, right: 0, wrong: 0, seeds: [] },
  };
  for (let seed = from; seed < from + count; seed++)
    for (const framing of ["whole", "near", "cut"] as const) {
      if (framing !== "whole" && seed % 2) continue;
      const row = rows[framing];
      const { pixels, quad } = photographOf(await aDrawing(seed), seed, { framing, longSide: LONG_SIDE });
      const page = await findPage(pixels);
      row.photographs += 1;
      const off = page?.map((corner) => Math.min(...quad.map((real) => distance(corner, real)))) ?? [];
      const isRight = framing === "whole" ? page && Math.max(...off) < OFF * LONG_SIDE : !page;
      if (isRight) row.right += 1;
      else if (page) row.wrong += 1;
      if (page && !isRight) row.seeds.push(seed);
    }
  return Object.entries(rows).map(([framing, { seeds, ...row }]) => ({
    framing,
    ...row,
    "wrong seeds": seeds.join(" "),
  }));
}

if (import.meta.main) console.table(await benchPages());
