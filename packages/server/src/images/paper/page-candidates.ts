import { anglesOf, areaOf, distance, inOrder, meeting, type Point, type Quad, sidesOf } from "./geometry.ts";
import { type EdgeLine, pointsOn, SLOPE_LEAST } from "./edge-lines.ts";
import type { Field, Slopes } from "./paper-field.ts";

export interface Candidate {
  readonly quad: Quad;
  readonly score: number;
}

/** How far from parallel two opposite sides of a page are seen, in radians; and neighbours from square. */
const SLANT = 0.62;
const ANGLE = { least: 58, most: 122 };
const AREA_SHARE = { least: 0.14, most: 0.97 };
const ASPECT_MOST = 2.3;
/** Corners this near to the picture's edge, in pixels, are cut off by it. */
const MARGIN = 2;
const SUPPORT_LEAST = 0.45;
const KEPT = 14;
/** Corners nearer than this, in pixels, are the same: the sides are laid along their edges later. */
const SAME = 7;

/** Quadrilaterals that four edge lines make, all four seen along most of their length; likeliest first. */
export function pageCandidates(field: Field, slopes: Slopes, lines: readonly EdgeLine[]): Candidate[] {
  const seen = lines.map((line) => seenAlong(field, slopes, line));
  const strips: (readonly [number, number])[] = [];
  for (let a = 0; a < lines.length; a++)
    for (let b = a + 1; b < lines.length; b++) if (isStrip(lines[a]!, lines[b]!)) strips.push([a, b]);
  const found: Candidate[] = [];
  for (const [at, [top, bottom]] of strips.entries())
    for (const [left, right] of strips.slice(at + 1)) {
      const square = angleBetween(lines[top]!.angle, lines[left]!.angle);
      if (Math.abs(square - Math.PI / 2) > SLANT) continue;
      const around = [top, left, bottom, right];
      const corners = around.map((line, place) =>
        meeting(pointsOn(lines[line]!), pointsOn(lines[around[(place + 1) % 4]!]!)),
      );
      const [a, b, c, d] = corners;
      if (!a || !b || !c || !d || !corners.every((it) => it && isInside(field, it))) continue;
      if (!isPageShaped([a, b, c, d], field)) continue;
      const supports = around.map((line, place) => seen[line]!(corners[(place + 3) % 4]!, corners[place]!));
      if (supports.some(({ within }) => within < SUPPORT_LEAST)) continue;
      const mean = (of: (it: (typeof supports)[number]) => number) =>
        supports.reduce((sum, it) => sum + of(it), 0) / 4;
      const least = Math.min(...supports.map(({ within }) => within));
      const size = Math.sqrt(areaOf([a, b, c, d]) / (field.width * field.height));
      found.push({
        quad: inOrder([a, b, c, d]),
        score: mean((it) => it.within) + 0.5 * least - 0.35 * mean((it) => it.beyond) + 0.25 * size,
      });
    }
  const kept: Candidate[] = [];
  for (const next of found.toSorted((a, b) => b.score - a.score)) {
    if (kept.length === KEPT) break;
    if (!kept.some(({ quad }) => quad.every((corner, at) => distance(corner, next.quad[at]!) < SAME)))
      kept.push(next);
  }
  return kept;
}

function angleBetween(a: number, b: number): number {
  const between = Math.abs(a - b) % (2 * Math.PI);
  return between > Math.PI ? 2 * Math.PI - between : between;
}

/** Two edges that have paper between them. */
const isStrip = (a: EdgeLine, b: EdgeLine) =>
  angleBetween(a.angle, b.angle) > Math.PI - SLANT && facing(a, b);

function facing(a: EdgeLine, b: EdgeLine): boolean {
  const onA = { x: a.normal.x * a.offset, y: a.normal.y * a.offset };
  const onB = { x: b.normal.x * b.offset, y: b.normal.y * b.offset };
  return (
    onB.x * a.normal.x + onB.y * a.normal.y > a.offset + 20 &&
    onA.x * b.normal.x + onA.y * b.normal.y > b.offset + 20
  );
}

const isInside = ({ width, height }: Field, { x, y }: Point) =>
  x >= MARGIN && y >= MARGIN && x <= width - 1 - MARGIN && y <= height - 1 - MARGIN;

export function isPageShaped(quad: Quad, { width, height }: Field): boolean {
  const share = areaOf(quad) / (width * height);
  if (share < AREA_SHARE.least || share > AREA_SHARE.most) return false;
  if (anglesOf(quad).some((angle) => angle < ANGLE.least || angle > ANGLE.most)) return false;
  const [top, right, bottom, left] = sidesOf(quad).map(([a, b]) => distance(a, b));
  const aspect = (top! + bottom!) / (left! + right!);
  return Math.max(aspect, 1 / aspect) <= ASPECT_MOST;
}

/** Along a line, how much of a stretch is an edge that rises to its side; and how far the edge goes on beyond it. */
function seenAlong({ width, height }: Field, slopes: Slopes, { normal, offset }: EdgeLine) {
  const reach = Math.ceil(Math.hypot(width, height));
  const sums = new Float32Array(2 * reach + 2);
  const counted = new Float32Array(2 * reach + 2);
  for (let t = -reach; t <= reach; t++) {
    let isEdge = 0;
    let isWithin = 0;
    for (let aside = -2; aside <= 2; aside++) {
      const x = Math.round(normal.x * (offset + aside) - normal.y * t);
      const y = Math.round(normal.y * (offset + aside) + normal.x * t);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      isWithin = 1;
      const at = y * width + x;
      if (slopes.x[at]! * normal.x + slopes.y[at]! * normal.y >= SLOPE_LEAST) isEdge = 1;
    }
    sums[t + reach + 1] = sums[t + reach]! + isEdge;
    counted[t + reach + 1] = counted[t + reach]! + isWithin;
  }
  const place = ({ x, y }: Point) => Math.round(y * normal.x - x * normal.y) + reach;
  const share = (from: number, to: number) => {
    const [low, high] = [Math.max(0, from), Math.min(2 * reach + 1, to)];
    const count = high > low ? counted[high]! - counted[low]! : 0;
    return count > 8 ? (sums[high]! - sums[low]!) / count : 0;
  };
  return (one: Point, other: Point) => {
    const [from, to] = [place(one), place(other)].toSorted((a, b) => a - b) as [number, number];
    const further = Math.round((to - from) / 4);
    return {
      within: share(from + 3, to - 3),
      beyond: (share(from - 6 - further, from - 6) + share(to + 6, to + 6 + further)) / 2,
    };
  };
}
