import type { Pixels } from "../pixels.ts";
import { evenLight } from "./even-light.ts";
import { findPage } from "./find-page.ts";
import { straightened } from "./straighten.ts";

/**
 * The page of a photographed sheet, straight and in even light; undefined where no page is found for sure.
 *
 * @param longSide in pixels, at most
 */
export async function pageOf(pixels: Pixels, longSide: number): Promise<Pixels | undefined> {
  const quad = await findPage(pixels);
  return quad && evenLight(straightened(pixels, quad, longSide));
}
