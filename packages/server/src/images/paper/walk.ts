import { distance, type Point, type Side } from "./geometry.ts";
import type { Field } from "./paper-field.ts";

/** A curled or torn edge leaves its line by so much, in pixels. */
const CURL = 2.6;

/** Places by how far along a side they lie and how far inward of it, in pixels. */
export function along([from, to]: Side) {
  const length = distance(from, to);
  const ahead = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const point = (t: number, depth: number): Point => ({
    x: from.x + ahead.x * t - ahead.y * depth,
    y: from.y + ahead.y * t + ahead.x * depth,
  });
  return {
    length,
    point,
    /** What a field has there; undefined outside of it. */
    levelIn({ data, width, height }: Field, t: number, depth: number): number | undefined {
      const { x, y } = point(t, depth);
      const [column, row] = [Math.round(x), Math.round(y)];
      return column < 0 || row < 0 || column >= width || row >= height
        ? undefined
        : data[row * width + column];
    },
  };
}

/** The line y = at + slope · x that most points lie near; undefined when fewer than `least` do. */
export function straightThrough(points: readonly Point[], least: number) {
  let line = fitted(points);
  for (const tolerance of [2 * CURL, 1.4 * CURL, CURL, CURL]) {
    if (!line) return undefined;
    const { at, slope } = line;
    const kept = points.filter(({ x, y }) => Math.abs(y - at - slope * x) <= tolerance);
    if (kept.length < least) return undefined;
    line = fitted(kept);
  }
  return line;
}

/** By least squares. */
function fitted(points: readonly Point[]) {
  if (points.length < 8) return undefined;
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((it) => it.x), mean((it) => it.y)];
  const spread = mean((it) => (it.x - x) ** 2);
  if (spread === 0) return undefined;
  const slope = mean((it) => (it.x - x) * (it.y - y)) / spread;
  return { at: y - slope * x, slope };
}
