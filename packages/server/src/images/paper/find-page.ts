import { fittedInside, fromPixels, type Pixels, toPixels } from "../pixels.ts";
import { edgeLines } from "./edge-lines.ts";
import { areaOf, type Quad } from "./geometry.ts";
import { coloursOf, withPaintedEdges } from "./painted-edge.ts";
import { isPageShaped, pageCandidates } from "./page-candidates.ts";
import { provenPage } from "./page-proof.ts";
import { paperness, slopesOf } from "./paper-field.ts";

/** Long side of what is searched, in pixels. */
const SEARCHED_SIDE = 420;

/**
 * Finds a page that lies whole on its background.
 *
 * @returns its corners in the picture's own pixels; undefined unless it is sure
 */
export async function findPage(pixels: Pixels): Promise<Quad | undefined> {
  const small = await toPixels(fittedInside(fromPixels(pixels), SEARCHED_SIDE));
  const field = paperness(small);
  const colours = coloursOf(small);
  const slopes = slopesOf(field);
  let best: { readonly quad: Quad; readonly worth: number } | undefined;
  for (const { quad, score } of pageCandidates(field, slopes, edgeLines(field, slopes))) {
    const page = provenPage(field, quad);
    if (!page) continue;
    const whole = withPaintedEdges(colours, page.quad);
    if (!whole || !isPageShaped(whole, field)) continue;
    const size = Math.sqrt(areaOf(whole) / (field.width * field.height));
    const worth = score + 0.1 * size + Math.min(page.contrast, 60) / 120;
    if (!best || worth > best.worth) best = { quad: whole, worth };
  }
  if (!best) return undefined;
  const scale = pixels.width / small.width;
  const [a, b, c, d] = best.quad.map(({ x, y }) => ({ x: (x + 0.5) * scale, y: (y + 0.5) * scale }));
  return [a!, b!, c!, d!];
}
