import { type Level, softened } from "./levels.ts";

/** A place where lines meet, bend or end, in pixels of its level. */
export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly strength: number;
}

/** Slopes of a level, per pixel. */
export interface Gradients {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Nearer to the rim than this, in pixels, what is around a corner is not in the picture. */
const MARGIN = 10;
/** A level's cells, each way: a carpet's corners must not take the place of the drawing's. */
const CELLS = 8;
/** Of all corners, times a cell's part of the picture. */
const SHARE = { middle: 2.6, rim: 0.5 };

export function gradientsOf({ data, width, height }: Level): Gradients {
  const [x, y] = [new Float32Array(data.length), new Float32Array(data.length)];
  for (let row = 1; row < height - 1; row++)
    for (let at = row * width + 1, end = (row + 1) * width - 1; at < end; at++) {
      x[at] = (data[at + 1]! - data[at - 1]!) / 2;
      y[at] = (data[at + width]! - data[at - width]!) / 2;
    }
  return { x, y };
}

/**
 * The strongest corners, spread over the level.
 *
 * @source Shi, Tomasi, "Good Features to Track", 1994: by the smaller eigenvalue
 */
export function cornersOf({ width, height }: Level, gradients: Gradients, count: number): Corner[] {
  const size = width * height;
  const [xx, xy, yy] = [new Float32Array(size), new Float32Array(size), new Float32Array(size)];
  for (let at = 0; at < size; at++) {
    const [x, y] = [gradients.x[at]!, gradients.y[at]!];
    xx[at] = x * x;
    xy[at] = x * y;
    yy[at] = y * y;
  }
  const [a, b, c] = [xx, xy, yy].map((it) => softened(softened(it, width, height), width, height));
  const strength = new Float32Array(size);
  for (let at = 0; at < size; at++) {
    const half = (a![at]! - c![at]!) / 2;
    strength[at] = (a![at]! + c![at]!) / 2 - Math.sqrt(half * half + b![at]! * b![at]!);
  }
  return spread(peaks(strength, width, height), width, height, count);
}

function peaks(strength: Float32Array, width: number, height: number): Corner[] {
  const found: Corner[] = [];
  for (let y = MARGIN; y < height - MARGIN; y++)
    for (let x = MARGIN; x < width - MARGIN; x++) {
      const at = y * width + x;
      const own = strength[at]!;
      if (own < 0.05 || own < strength[at - 1]! || own <= strength[at + 1]!) continue;
      if (own < strength[at - width]! || own <= strength[at + width]!) continue;
      if (own < strength[at - width - 1]! || own <= strength[at + width + 1]!) continue;
      if (own < strength[at - width + 1]! || own <= strength[at + width - 1]!) continue;
      found.push({ x, y, strength: own });
    }
  return found.toSorted((one, other) => other.strength - one.strength);
}

/** The strongest, but of no cell more than its share while others have some; what is in the middle counts for more. */
function spread(corners: readonly Corner[], width: number, height: number, count: number): Corner[] {
  const taken = new Uint16Array(CELLS * CELLS);
  const kept: Corner[] = [];
  const left: Corner[] = [];
  for (const corner of corners) {
    const [row, column] = [Math.floor((corner.y / height) * CELLS), Math.floor((corner.x / width) * CELLS)];
    const share = isMiddle(row) && isMiddle(column) ? SHARE.middle : SHARE.rim;
    if (taken[row * CELLS + column]! < (share * count) / (CELLS * CELLS)) {
      taken[row * CELLS + column]! += 1;
      kept.push(corner);
    } else left.push(corner);
  }
  return [...kept, ...left].slice(0, count);
}

const isMiddle = (cell: number) => cell >= CELLS / 4 && cell < (3 * CELLS) / 4;
