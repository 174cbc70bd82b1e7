import type { Field, Slopes } from "./paper-field.ts";
import type { Point, Side } from "./geometry.ts";

/**
 * A straight edge, more like paper on one side: `normal` points there. Of a point p on the line
 * normal · p = offset, in pixels from the field's upper left.
 */
export interface EdgeLine {
  readonly angle: number;
  readonly normal: Point;
  readonly offset: number;
  readonly votes: number;
}

const ANGLES = 180;
const STEP = (2 * Math.PI) / ANGLES;
/** Of an edge pixel's own direction, which noise turns, to either side; in steps. */
const ANGLE_DOUBT = 2;
const OFFSET_STEP = 2;
/** The steepest pixels, by share, vote; a flat picture has none that count. */
const VOTING_SHARE = 0.16;
export const SLOPE_LEAST = 2.2;
const LINES = 44;
/** Two lines nearer than this, in steps, are one. */
const APART = { angle: 3, offset: 3 };

/** The strongest straight edges of a field. @source Hough transform by gradient direction; O'Gorman, Clowes 1976 */
export function edgeLines(field: Field, slopes: Slopes): EdgeLine[] {
  const { width, height } = field;
  const reach = Math.ceil(Math.hypot(width, height) / OFFSET_STEP);
  const offsets = 2 * reach + 1;
  const votes = new Float32Array(ANGLES * offsets);
  const steepness = slopes.x.map((x, at) => Math.hypot(x, slopes.y[at]!));
  const least = Math.max(SLOPE_LEAST, quantile(steepness, 1 - VOTING_SHARE));
  for (let at = 0; at < steepness.length; at++) {
    const steep = steepness[at]!;
    if (steep < least) continue;
    const own = Math.round(Math.atan2(slopes.y[at]!, slopes.x[at]!) / STEP);
    const weight = Math.min(steep, 3 * least);
    for (let angle = own - ANGLE_DOUBT; angle <= own + ANGLE_DOUBT; angle++) {
      const place = (angle + ANGLES) % ANGLES;
      const offset = (at % width) * COSINES[place]! + Math.floor(at / width) * SINES[place]!;
      votes[place * offsets + Math.round(offset / OFFSET_STEP) + reach]! += weight;
    }
  }
  return strongest(votes, offsets).map(({ place, votes: count }) => {
    const angle = Math.floor(place / offsets);
    return {
      angle: angle * STEP,
      normal: { x: COSINES[angle]!, y: SINES[angle]! },
      offset: ((place % offsets) - reach) * OFFSET_STEP,
      votes: count,
    };
  });
}

const COSINES = Float64Array.from({ length: ANGLES }, (_, at) => Math.cos(at * STEP));
const SINES = Float64Array.from({ length: ANGLES }, (_, at) => Math.sin(at * STEP));

function strongest(votes: Float32Array, offsets: number) {
  const left = Float32Array.from(votes);
  const found: { readonly place: number; readonly votes: number }[] = [];
  while (found.length < LINES) {
    let place = 0;
    for (let at = 1; at < left.length; at++) if (left[at]! > left[place]!) place = at;
    const count = left[place]!;
    if (count <= 0) break;
    found.push({ place, votes: count });
    const [angle, offset] = [Math.floor(place / offsets), place % offsets];
    for (let a = angle - APART.angle; a <= angle + APART.angle; a++)
      for (let o = Math.max(0, offset - APART.offset); o <= Math.min(offsets - 1, offset + APART.offset); o++)
        left[((a + ANGLES) % ANGLES) * offsets + o] = 0;
  }
  return found;
}

/** A quantile of many values, from a sample of them. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const step = Math.max(1, Math.floor(values.length / 4000));
  const some = Array.from({ length: Math.ceil(values.length / step) }, (_, at) => values[at * step]!);
  return some.toSorted((a, b) => a - b)[Math.floor(share * (some.length - 1))] ?? 0;
}

/** Two points of a line. */
export const pointsOn = ({ normal, offset }: EdgeLine): Side => [
  { x: normal.x * offset, y: normal.y * offset },
  { x: normal.x * offset - normal.y * 100, y: normal.y * offset + normal.x * 100 },
];
