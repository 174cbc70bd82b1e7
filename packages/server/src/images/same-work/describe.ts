import type { Corner, Gradients } from "./corners.ts";
import type { Level } from "./levels.ts";

const TURNS = 36;
const TURN_RADIUS = 9;
const SECOND_DIRECTION = 0.82;
const CELLS = 4;
const DIRECTIONS = 8;
const LENGTH = CELLS * CELLS * DIRECTIONS;
/** Samples each way, and pixels between two. */
const SAMPLES = 16;
const SPACING = 1.7;
const MOST = 0.2;
/** Bits of a code, and how many numbers each compares on either side. */
const CODE_BITS = 256;
export const CODE_WORDS = CODE_BITS / 32;
const COMPARED = 12;

/** The directions, in radians, that lines around a corner rise in most: one or two. */
export function directionsAt({ width, height }: Level, gradients: Gradients, { x, y }: Corner): number[] {
  const histogram = new Float32Array(TURNS);
  for (let dy = -TURN_RADIUS; dy <= TURN_RADIUS; dy++)
    for (let dx = -TURN_RADIUS; dx <= TURN_RADIUS; dx++) {
      const far = dx * dx + dy * dy;
      const [column, row] = [x + dx, y + dy];
      if (far > TURN_RADIUS * TURN_RADIUS || column < 0 || row < 0 || column >= width || row >= height)
        continue;
      const at = row * width + column;
      const [gx, gy] = [gradients.x[at]!, gradients.y[at]!];
      const steep = Math.sqrt(gx * gx + gy * gy) * WEIGHTS[far]!;
      const place = ((Math.atan2(gy, gx) / (2 * Math.PI) + 1) * TURNS) % TURNS;
      const low = Math.floor(place);
      histogram[low]! += steep * (1 - place + low);
      histogram[(low + 1) % TURNS]! += steep * (place - low);
    }
  const smooth = histogram.map((_, at) => {
    const near = (by: number) => histogram[(at + by + TURNS) % TURNS]!;
    return near(0) * 6 + 4 * (near(-1) + near(1)) + near(-2) + near(2);
  });
  const most = Math.max(...smooth);
  const found: { readonly turn: number; readonly steep: number }[] = [];
  for (let at = 0; at < TURNS; at++) {
    const [before, own, after] = [smooth[(at + TURNS - 1) % TURNS]!, smooth[at]!, smooth[(at + 1) % TURNS]!];
    if (own < SECOND_DIRECTION * most || own < before || own <= after) continue;
    const shift = (before - after) / (2 * (before + after - 2 * own) || 1);
    found.push({ turn: ((at + shift) * 2 * Math.PI) / TURNS, steep: own });
  }
  return found
    .toSorted((a, b) => b.steep - a.steep)
    .slice(0, 2)
    .map(({ turn }) => turn);
}

const WEIGHTS = Float32Array.from({ length: TURN_RADIUS * TURN_RADIUS + 1 }, (_, far) =>
  Math.exp(-far / (2 * (TURN_RADIUS / 2) ** 2)),
);

/**
 * How the lines around a corner run, seen along a direction.
 *
 * @source Lowe, "Distinctive Image Features from Scale-Invariant Keypoints", 2004, §6; roots as Arandjelović, Zisserman 2012
 */
export function surroundings(
  { width, height }: Level,
  gradients: Gradients,
  corner: Corner,
  turn: number,
): Float32Array {
  const numbers = new Float32Array(LENGTH);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  for (let j = 0; j < SAMPLES; j++)
    for (let i = 0; i < SAMPLES; i++) {
      const [u, v] = [(i - (SAMPLES - 1) / 2) * SPACING, (j - (SAMPLES - 1) / 2) * SPACING];
      const column = Math.round(corner.x + u * cos - v * sin);
      const row = Math.round(corner.y + u * sin + v * cos);
      if (column < 1 || row < 1 || column >= width - 1 || row >= height - 1) continue;
      const at = row * width + column;
      const [gx, gy] = [gradients.x[at]!, gradients.y[at]!];
      const steep = Math.sqrt(gx * gx + gy * gy) * FADING[j * SAMPLES + i]!;
      if (steep === 0) continue;
      const direction = ((Math.atan2(gy, gx) - turn) / (2 * Math.PI) + 2) % 1;
      share(
        numbers,
        ((i + 0.5) / SAMPLES) * CELLS - 0.5,
        ((j + 0.5) / SAMPLES) * CELLS - 0.5,
        direction * DIRECTIONS,
        steep,
      );
    }
  return evened(numbers);
}

const FADING = Float32Array.from({ length: SAMPLES * SAMPLES }, (_, at) => {
  const middle = (SAMPLES - 1) / 2;
  const far = ((at % SAMPLES) - middle) ** 2 + (Math.floor(at / SAMPLES) - middle) ** 2;
  return Math.exp(-far / (2 * (SAMPLES / 2) ** 2));
});

/** Adds to the cells and directions around a place, to each by how near it is. */
function share(numbers: Float32Array, x: number, y: number, direction: number, amount: number): void {
  const [column, row, way] = [Math.floor(x), Math.floor(y), Math.floor(direction)];
  const [fx, fy, fw] = [x - column, y - row, direction - way];
  for (let dy = 0; dy < 2; dy++) {
    if (row + dy < 0 || row + dy >= CELLS) continue;
    for (let dx = 0; dx < 2; dx++) {
      if (column + dx < 0 || column + dx >= CELLS) continue;
      const part = amount * (dy ? fy : 1 - fy) * (dx ? fx : 1 - fx);
      const from = ((row + dy) * CELLS + column + dx) * DIRECTIONS;
      numbers[from + (way % DIRECTIONS)]! += part * (1 - fw);
      numbers[from + ((way + 1) % DIRECTIONS)]! += part * fw;
    }
  }
}

function evened(numbers: Float32Array): Float32Array {
  let length = Math.hypot(...numbers) || 1;
  const capped = numbers.map((it) => Math.min(MOST, it / length));
  length = capped.reduce((sum, it) => sum + it, 0) || 1;
  return capped.map((it) => Math.sqrt(it / length));
}

/** Which numbers each bit of a code compares; always the same ones. */
const COMPARISONS = comparisons();

function comparisons(): Uint8Array {
  const places = new Uint8Array(CODE_BITS * COMPARED * 2);
  let state = 20_240_601;
  for (let at = 0; at < places.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    places[at] = (state >>> 16) % LENGTH;
  }
  return places;
}

/** Few bits differ between the codes of alike surroundings. Written to `code` as 32-bit words. */
export function encode(numbers: Float32Array, code: Uint32Array): void {
  for (let bit = 0, at = 0; bit < CODE_BITS; bit++) {
    let more = 0;
    for (let one = 0; one < COMPARED; one++, at += 2)
      more += numbers[COMPARISONS[at]!]! - numbers[COMPARISONS[at + 1]!]!;
    if (more > 0) code[bit >> 5]! |= 1 << (bit & 31);
  }
}
