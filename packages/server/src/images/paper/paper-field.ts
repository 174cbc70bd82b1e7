import type { Pixels } from "../pixels.ts";

/** One number a pixel, rows from the top. */
export interface Field {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Half of what a drawn line may be wide at most, in pixels of what is searched. */
const LINE_RADIUS = 3;
/** Below this the logarithm would show the camera's noise. */
const DARK = 24;
const COLOUR_COUNTS = 130;
const BRIGHTNESS = Float32Array.from(
  { length: 256 },
  (_, luma) => (255 * Math.log((luma + DARK) / DARK)) / Math.log((255 + DARK) / DARK),
);

/** Of a luma of 0–255, in ratios of light: 0–255. */
export const brightnessOf = (luma: number): number => BRIGHTNESS[luma]!;

/**
 * How much like paper each pixel is, 0–255: bright and without colour. Light is measured in ratios, so that an edge in
 * the shadow counts as one in the light does. Dark lines are closed: what is drawn over an edge does not cut it.
 */
export function paperness({ data, width, height }: Pixels): Field {
  const likeness = new Float32Array(width * height);
  for (let at = 0, from = 0; at < likeness.length; at++, from += 3) {
    const [r, g, b] = [data[from]!, data[from + 1]!, data[from + 2]!];
    const most = Math.max(r, g, b);
    const colour = (most - Math.min(r, g, b)) / (most + DARK);
    likeness[at] = Math.max(0, brightnessOf((r * 77 + g * 150 + b * 29) >> 8) - COLOUR_COUNTS * colour);
  }
  const closed = extreme(extreme({ data: likeness, width, height }, 1), -1);
  return blurred(closed);
}

/** The largest (sign 1) or smallest (sign −1) around each pixel, first along rows and then along columns. */
function extreme({ data, width, height }: Field, sign: 1 | -1): Field {
  const pass = (from: Float32Array, step: number, length: number, lines: number, lineStep: number) => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < lines; line++)
      for (let place = 0; place < length; place++) {
        let found = -Infinity;
        const last = Math.min(length - 1, place + LINE_RADIUS);
        for (let near = Math.max(0, place - LINE_RADIUS); near <= last; near++)
          found = Math.max(found, sign * from[line * lineStep + near * step]!);
        to[line * lineStep + place * step] = sign * found;
      }
    return to;
  };
  const across = pass(data, 1, width, height, width);
  return { data: pass(across, width, height, width, 1), width, height };
}

function blurred({ data, width, height }: Field): Field {
  const smooth = Float32Array.from(data);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const cross = data[at - 1]! + data[at + 1]! + data[at - width]! + data[at + width]!;
      const corners =
        data[at - width - 1]! + data[at - width + 1]! + data[at + width - 1]! + data[at + width + 1]!;
      smooth[at] = data[at]! / 4 + cross / 8 + corners / 16;
    }
  return { data: smooth, width, height };
}

/** The field's slope at each pixel, per pixel. */
export interface Slopes {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export function slopesOf({ data, width, height }: Field): Slopes {
  const [x, y] = [new Float32Array(data.length), new Float32Array(data.length)];
  for (let row = 1; row < height - 1; row++)
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column;
      x[at] = (data[at + 1]! - data[at - 1]!) / 2;
      y[at] = (data[at + width]! - data[at - width]!) / 2;
    }
  return { x, y };
}
