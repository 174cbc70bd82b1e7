import type { Pixels } from "../pixels.ts";
import { bitsBetween } from "./bits.ts";
import { cornersOf, gradientsOf } from "./corners.ts";
import { CODE_WORDS, directionsAt, encode, surroundings } from "./describe.ts";
import { levelsOf } from "./levels.ts";

/** How many are looked at, and kept at most. */
const LOOKED_AT = 440;
const KEPT = 240;
/** What looks the same in so many places of the picture, a cloth's squares or a sheet's lines, tells nothing. */
const TWINS = 3;
const TWIN_BITS = 52;
const ELSEWHERE = 0.04;

/** A place by which a picture is known again in another photograph of it. */
export interface Mark {
  /** Of the picture's long side, 0–1 … */
  readonly x: number;
  readonly y: number;
  /** … as is the size of what is around. */
  readonly size: number;
  /** Radians. */
  readonly turn: number;
  /** `CODE_WORDS` long. */
  readonly code: Uint32Array;
}

/** @param pixels about 400 on the long side */
export function marksOf(pixels: Pixels): Mark[] {
  const long = Math.max(pixels.width, pixels.height);
  const levels = levelsOf(pixels);
  const all = levels.reduce((sum, { scale }) => sum + 1 / scale, 0);
  const marks: (Mark & { readonly rank: number })[] = [];
  for (const level of levels) {
    const gradients = gradientsOf(level);
    const share = Math.round(LOOKED_AT / level.scale / all);
    let placed = 0;
    for (const corner of cornersOf(level, gradients, share)) {
      for (const turn of directionsAt(level, gradients, corner)) {
        const code = new Uint32Array(CODE_WORDS);
        encode(surroundings(level, gradients, corner, turn), code);
        const [x, y] = [(corner.x * level.scale) / long, (corner.y * level.scale) / long];
        marks.push({ x, y, size: level.scale / long, turn, code, rank: placed++ / share });
      }
      if (placed >= share) break;
    }
  }
  return marks
    .filter((mark) => !isOneOfMany(mark, marks))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, KEPT);
}

function isOneOfMany(mark: Mark, marks: readonly Mark[]): boolean {
  let twins = 0;
  for (const other of marks)
    if (
      bitsBetween(mark.code, other.code) <= TWIN_BITS &&
      Math.abs(mark.x - other.x) + Math.abs(mark.y - other.y) > ELSEWHERE &&
      ++twins === TWINS
    )
      return true;
  return false;
}
