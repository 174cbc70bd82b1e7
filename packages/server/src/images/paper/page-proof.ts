import { meeting, type Point, type Quad, type Side, sidesOf } from "./geometry.ts";
import { quantile } from "./edge-lines.ts";
import { isPageShaped } from "./page-candidates.ts";
import type { Field } from "./paper-field.ts";
import { along, straightThrough } from "./walk.ts";

const STEPS = 64;
/** How far an edge is looked for around a line that was found coarsely, in pixels of what is searched. */
const SEARCH = 7;
/** How far inside and outside of the edge the page and its background are compared. */
const ASIDE = 5;
/** Of 255: how much more like paper a page is than what it lies on, at every side. */
const CONTRAST = { usual: 9, weakest: 4.5 };
/** How much of a side must show that contrast. */
const SHOWN_LEAST = 0.72;
const STRAIGHT_LEAST = 0.62;
const PAPER_LEAST = 70;
/** How much of the margin, and of the picture's rim, may look like the page: a frame drawn on a page has it outside too. */
const PAPER_OUTSIDE = { margin: 0.34, rim: 0.5 };

export interface Page {
  readonly quad: Quad;
  /** How well it stands out at its weakest side, of 255. */
  readonly contrast: number;
}

/** Lays a candidate's sides along the edges near them; undefined where it is not surely a page. */
export function provenPage(field: Field, rough: Quad): Page | undefined {
  const edges = sidesOf(rough).map((side) => edgeNear(field, side));
  const [top, right, bottom, left] = edges;
  if (!top || !right || !bottom || !left) return undefined;
  const [a, b, c, d] = [
    meeting(left, top),
    meeting(top, right),
    meeting(right, bottom),
    meeting(bottom, left),
  ];
  if (!a || !b || !c || !d) return undefined;
  const quad: Quad = [a, b, c, d];
  const { width, height } = field;
  if (quad.some(({ x, y }) => x < 0 || y < 0 || x > width - 1 || y > height - 1)) return undefined;
  if (!isPageShaped(quad, field)) return undefined;
  const sides = sidesOf(quad).map((side) => contrastAt(field, side));
  if (sides.some((it) => !it.isSure)) return undefined;
  const papers = sides.map(({ paper }) => paper);
  if (Math.min(...papers) < PAPER_LEAST) return undefined;
  if (isPaperOutside(field, quad, sides)) return undefined;
  return { quad, contrast: Math.min(...sides.map(({ contrast }) => contrast)) };
}

/** A straight line along the steepest rises near a side; undefined when too few of them lie on one. */
function edgeNear(field: Field, side: Side): Side | undefined {
  const { length, point, levelIn } = along(side);
  const found: Point[] = [];
  for (let step = 0; step < STEPS; step++) {
    const t = length * (0.04 + (0.92 * step) / (STEPS - 1));
    let [steepest, depth] = [1.5, Number.NaN];
    for (let at = -SEARCH; at <= SEARCH; at++) {
      const [outside, inside] = [levelIn(field, t, at - 1.5), levelIn(field, t, at + 1.5)];
      if (outside === undefined || inside === undefined) continue;
      // The nearer to the line the likelier: the table has edges of its own.
      const rise = (inside - outside) * (1 - 0.05 * Math.abs(at));
      if (rise > steepest) [steepest, depth] = [rise, at];
    }
    if (!Number.isNaN(depth)) found.push({ x: t, y: depth });
  }
  const line = straightThrough(found, STRAIGHT_LEAST * STEPS);
  return line && [point(0, line.at), point(length, line.at + line.slope * length)];
}

interface Contrast {
  readonly isSure: boolean;
  readonly contrast: number;
  /** How much like paper the page is along this side. */
  readonly paper: number;
}

function contrastAt(field: Field, side: Side): Contrast {
  const { length, levelIn } = along(side);
  const differences: number[] = [];
  const within: number[] = [];
  for (let step = 1; step < STEPS; step++) {
    const t = (length * step) / STEPS;
    const inside = levelIn(field, t, ASIDE);
    const outside = levelIn(field, t, -ASIDE) ?? levelIn(field, t, -3);
    if (inside === undefined || outside === undefined) continue;
    within.push(inside);
    differences.push(inside - outside);
  }
  if (differences.length < STEPS / 2) return { isSure: false, contrast: 0, paper: 0 };
  const contrast = quantile(differences, 0.5);
  const shown = differences.filter((it) => it > CONTRAST.weakest).length / differences.length;
  return {
    isSure: contrast >= CONTRAST.usual && shown >= SHOWN_LEAST,
    contrast,
    paper: quantile(within, 0.7),
  };
}

/** Whether, going away from the sides to the picture's rim, much is as much like paper as the page is. */
function isPaperOutside(field: Field, quad: Quad, sides: readonly Contrast[]): boolean {
  let [like, all, likeAtRim, rays] = [0, 0, 0, 0];
  for (const [at, side] of sidesOf(quad).entries()) {
    const { length, levelIn } = along(side);
    const { paper, contrast } = sides[at]!;
    for (let step = 1; step < STEPS; step += 3) {
      let isLike = false;
      for (let depth = -ASIDE; depth > -field.width; depth -= 3) {
        const there = levelIn(field, (length * step) / STEPS, depth);
        if (there === undefined) break;
        isLike = there > paper - 0.35 * contrast;
        all += 1;
        if (isLike) like += 1;
      }
      rays += 1;
      if (isLike) likeAtRim += 1;
    }
  }
  return like > PAPER_OUTSIDE.margin * all || likeAtRim > PAPER_OUTSIDE.rim * rays;
}
