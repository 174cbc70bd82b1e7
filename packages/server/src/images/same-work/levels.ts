import type { Pixels } from "../pixels.ts";
import { brightnessOf } from "../paper/paper-field.ts";

/** A picture's brightness in ratios of light, smoothed, at one of several sizes. */
export interface Level {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Pixels of the largest level that one of this level's is. */
  readonly scale: number;
}

const STEP = 1.25;
const LEVELS = 6;
const SMALLEST_SIDE = 80;

/** The same picture ever smaller: a sheet is photographed from near and from far. */
export function levelsOf(pixels: Pixels): Level[] {
  let level = smoothed(smoothed(brightness(pixels)));
  const levels = [level];
  while (levels.length < LEVELS && Math.min(level.width, level.height) / STEP >= SMALLEST_SIDE) {
    level = smoothed(smaller(level));
    levels.push(level);
  }
  return levels;
}

function brightness({ data, width, height }: Pixels): Level {
  const light = new Float32Array(width * height);
  for (let at = 0, from = 0; at < light.length; at++, from += 3)
    light[at] = brightnessOf((data[from]! * 77 + data[from + 1]! * 150 + data[from + 2]! * 29) >> 8);
  return { data: light, width, height, scale: 1 };
}

function smaller({ data, width, height, scale }: Level): Level {
  const [across, down] = [Math.floor(width / STEP), Math.floor(height / STEP)];
  const small = new Float32Array(across * down);
  for (let row = 0, to = 0; row < down; row++) {
    const y = Math.min((row + 0.5) * STEP - 0.5, height - 1.001);
    const upper = Math.floor(y) * width;
    const v = y - Math.floor(y);
    for (let column = 0; column < across; column++, to++) {
      const x = Math.min((column + 0.5) * STEP - 0.5, width - 1.001);
      const at = upper + Math.floor(x);
      const u = x - Math.floor(x);
      small[to] =
        (data[at]! * (1 - u) + data[at + 1]! * u) * (1 - v) +
        (data[at + width]! * (1 - u) + data[at + width + 1]! * u) * v;
    }
  }
  return { data: small, width: across, height: down, scale: scale * STEP };
}

function smoothed(level: Level): Level {
  return { ...level, data: softened(level.data, level.width, level.height) };
}

/** By the binomial of five, along rows and then along columns; the rim stays. */
export function softened(data: Float32Array, width: number, height: number): Float32Array {
  const across = Float32Array.from(data);
  for (let y = 0; y < height; y++)
    for (let at = y * width + 2, end = (y + 1) * width - 2; at < end; at++)
      across[at] = (data[at - 2]! + data[at + 2]! + 4 * (data[at - 1]! + data[at + 1]!) + 6 * data[at]!) / 16;
  const both = Float32Array.from(across);
  for (let at = 2 * width, end = (height - 2) * width; at < end; at++)
    both[at] =
      (across[at - 2 * width]! +
        across[at + 2 * width]! +
        4 * (across[at - width]! + across[at + width]!) +
        6 * across[at]!) /
      16;
  return both;
}
