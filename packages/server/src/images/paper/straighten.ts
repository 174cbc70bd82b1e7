import type { Pixels } from "../pixels.ts";
import { distance, type Quad } from "./geometry.ts";

/** Of the page's side, cut off all round: what is left of table and curled edge. */
const TRIMMED_SHARE = 0.004;
const SHEET_ASPECT = Math.SQRT2;
/** A page so near to the sheets' format has it. */
const SHEET_WITHIN = 0.06;

/**
 * A page as if seen from straight above.
 *
 * @param longSide in pixels, at most; nothing is enlarged
 */
export function straightened(pixels: Pixels, quad: Quad, longSide: number): Pixels {
  const { width, height } = sizeOf(quad, longSide);
  const [a, b, c, d, e, f, g, h] = fromSquare(quad);
  const data = Buffer.allocUnsafe(width * height * 3);
  const kept = 1 - 2 * TRIMMED_SHARE;
  const { data: source, width: across, height: down } = pixels;
  let to = 0;
  for (let row = 0; row < height; row++) {
    const v = TRIMMED_SHARE + (kept * (row + 0.5)) / height;
    for (let column = 0; column < width; column++) {
      const u = TRIMMED_SHARE + (kept * (column + 0.5)) / width;
      const depth = g * u + h * v + 1;
      const x = Math.min(Math.max((a * u + b * v + c) / depth - 0.5, 0), across - 1.001);
      const y = Math.min(Math.max((d * u + e * v + f) / depth - 0.5, 0), down - 1.001);
      const [left, top] = [x | 0, y | 0];
      const [fx, fy] = [x - left, y - top];
      const at = (top * across + left) * 3;
      const below = at + across * 3;
      for (let part = 0; part < 3; part++) {
        const upper = source[at + part]! * (1 - fx) + source[at + part + 3]! * fx;
        const lower = source[below + part]! * (1 - fx) + source[below + part + 3]! * fx;
        data[to++] = upper * (1 - fy) + lower * fy + 0.5;
      }
    }
  }
  return { data, width, height };
}

function sizeOf([a, b, c, d]: Quad, longSide: number) {
  let width = (distance(a, b) + distance(d, c)) / 2;
  let height = (distance(a, d) + distance(b, c)) / 2;
  const aspect = Math.max(width, height) / Math.min(width, height);
  if (Math.abs(aspect / SHEET_ASPECT - 1) <= SHEET_WITHIN) {
    if (width > height) height = width / SHEET_ASPECT;
    else width = height / SHEET_ASPECT;
  }
  const scale = Math.min(1, longSide / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * The projective map from the unit square to a quadrilateral.
 *
 * @source Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, §2.2.3
 */
export function fromSquare([p0, p1, p2, p3]: Quad) {
  const [dx1, dx2] = [p1.x - p2.x, p3.x - p2.x];
  const [dy1, dy2] = [p1.y - p2.y, p3.y - p2.y];
  const sx = p0.x - p1.x + p2.x - p3.x;
  const sy = p0.y - p1.y + p2.y - p3.y;
  const across = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / across;
  const h = (dx1 * sy - sx * dy1) / across;
  return [
    p1.x - p0.x + g * p1.x,
    p3.x - p0.x + h * p3.x,
    p0.x,
    p1.y - p0.y + g * p1.y,
    p3.y - p0.y + h * p3.y,
    p0.y,
    g,
    h,
  ] as const;
}
